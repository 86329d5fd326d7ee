import document from './page/index.html?raw';
import styles from './page/page.css?raw';
import script from './page/page.js?raw';
import type { StandInUtm } from './stand-in-utm.ts';

/** Files of the page «Генерация ключа доступа к ЕГАИС», by their paths below `/app/`. */
export const keyPageFiles: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  '/app/': { type: 'text/html;charset=UTF-8', body: document },
  '/app/page.css': { type: 'text/css;charset=UTF-8', body: styles },
  '/app/page.js': { type: 'text/javascript;charset=UTF-8', body: script },
};

/** The first build whose page has the role of a person with a power of attorney (docs/sources.md, UTM). */
const firstBuildWithMchd = 2538;

/** Whether this build takes powers of attorney: `4.2.0b002698` does. */
export const takesMchd = (build: string): boolean => Number(/b(\d+)$/.exec(build)?.[1] ?? 0) >= firstBuildWithMchd;

/** What the page asks about the certificate on the token. The shape is the stand-in's own. */
export interface RolesOnPage {
  /** Roles to choose from; none for an organisation, which is asked nothing. */
  readonly roles: readonly ('sole-proprietor' | 'person-with-mchd')[];
  /** ИНН of the holder. */
  readonly inns: readonly string[];
}

/** `null`: no qualified certificate is on the token. */
export function rolesOnPage(utm: StandInUtm): RolesOnPage | null {
  const { gost } = utm.view();
  if (gost === null) return null;
  const { kind, inn } = gost.certificate.holder;
  const inns = inn === null ? [] : [inn];
  if (kind === 'organization') return { roles: [], inns };
  const { build } = utm.folder.options();
  return { roles: takesMchd(build) ? ['sole-proprietor', 'person-with-mchd'] : ['sole-proprietor'], inns };
}
