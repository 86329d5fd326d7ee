import { useTranslation } from 'react-i18next';
import type { MchdReport } from '../../../../shared/domain/mchd.ts';
import { DisclosurePanel } from '../../../controls/disclosure-panel.tsx';
import styles from './mchd.module.css';

type Power = MchdReport['powers'][number];

function Rows({ powers }: { readonly powers: readonly Power[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.powers}>
      {powers.map(({ code, mnemonic, name, restrictions }) => (
        <li key={`${code}/${name}`} className={styles.power}>
          <span>{name}</span>
          <span className={styles.code}>{[code ?? t('mchd.noCode'), mnemonic].filter(Boolean).join(' · ')}</span>
          {restrictions.map((restriction) => (
            <span key={restriction.name} className={styles.code}>
              {t('mchd.restriction', restriction)}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

interface PowersListProps {
  readonly powers: readonly Power[];
  /** How many there are in the document, of which the first ones are known here. */
  readonly count: number;
  /** How many are shown before the rest folds away. */
  readonly atOnce: number;
}

/** Powers by name and code, for a person to compare. */
export function PowersList({ powers, count, atOnce }: PowersListProps) {
  const { t } = useTranslation();
  const rest = powers.slice(atOnce);
  return (
    <div className={styles.under}>
      <Rows powers={powers.slice(0, atOnce)} />
      {rest.length > 0 ? (
        <DisclosurePanel title={t('mchd.powersMore', { count: rest.length })}>
          <Rows powers={rest} />
        </DisclosurePanel>
      ) : null}
      {count > powers.length ? (
        <p className={styles.code}>{t('mchd.powersShown', { shown: powers.length, of: count })}</p>
      ) : null}
    </div>
  );
}
