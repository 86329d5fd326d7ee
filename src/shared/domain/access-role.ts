import { z } from 'zod';
import type { Holder } from './certificate.ts';

/**
 * In what capacity somebody asks EGAIS for an access key: for an organisation by its own certificate, as a sole
 * proprietor («Руководитель ИП»), or for an organisation by a power of attorney («Физическое лицо с МЧД»).
 * Source: the roles of the UTM's own page (docs/sources.md, UTM).
 */
export const accessRoleSchema = z.enum(['organization', 'sole-proprietor', 'person-with-mchd']);
export type AccessRole = z.infer<typeof accessRoleSchema>;

const allowed: Readonly<Record<Holder['kind'], readonly AccessRole[]>> = {
  organization: ['organization'],
  'sole-proprietor': ['sole-proprietor'],
  // A certificate of a person does not tell whether he is a sole proprietor too.
  person: ['sole-proprietor', 'person-with-mchd'],
  unknown: ['organization', 'sole-proprietor', 'person-with-mchd'],
};

/** The roles the holder of a qualified certificate may take; where there is one, the certificate decides. */
export const rolesOf = (holder: Pick<Holder, 'kind'>): readonly AccessRole[] => allowed[holder.kind];

/** The role the certificate decides, or the one the person chose among those it allows; `null`: still to be asked. */
export function roleOf(holder: Pick<Holder, 'kind'>, chosen: AccessRole | null): AccessRole | null {
  const roles = rolesOf(holder);
  const [only, ...others] = roles;
  if (only !== undefined && others.length === 0) return only;
  return chosen !== null && roles.includes(chosen) ? chosen : null;
}
