import { useTranslation } from 'react-i18next';
import type { InstalledUtm } from '../../../shared/domain/installed-utm.ts';
import card from '../../controls/card.module.css';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { type Mark, StatusMark } from '../../controls/status-mark.tsx';

const marks: Readonly<Record<InstalledUtm['reachability'], Mark>> = {
  answering: 'ok',
  silent: 'attention',
  'other-program': 'attention',
  'not-asked': 'unknown',
};

interface UtmsOfComputerProps {
  readonly utms: readonly InstalledUtm[];
  /** Address of the one that the page is about. */
  readonly looksAt: string | null;
}

/** A shop with two legal entities keeps two UTMs: which there are, and which of them this page is about. */
export function UtmsOfComputer({ utms, looksAt }: UtmsOfComputerProps) {
  const { t } = useTranslation();
  if (utms.length < 2) return null;
  return (
    <DisclosurePanel title={t('utm.several.title', { count: utms.length })}>
      <ul className={card.card} aria-label={t('utm.several.list')}>
        {utms.map(({ service, folder, url, reachability, build, fsrarId }) => (
          <li key={`${service} ${folder}`} className={card.row}>
            <StatusMark mark={marks[reachability]} label={null} />
            <div>
              <p className={card.title}>
                {service ?? folder ?? t('utm.several.unnamed')}
                {url !== null && url === looksAt ? ` · ${t('utm.several.thisOne')}` : ''}
              </p>
              <p className={card.reason}>
                {[
                  t(`utm.several.state.${reachability}`),
                  url,
                  fsrarId === null ? null : t('utm.note.fsrarId', { fsrarId }),
                  build,
                ]
                  .filter((part) => part !== null)
                  .join(', ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </DisclosurePanel>
  );
}
