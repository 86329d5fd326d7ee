import { useTranslation } from 'react-i18next';
import type { KeyChangePlan } from '../../shared/domain/key-change.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import card from '../controls/card.module.css';
import { useLanguage } from '../texts/use-language.ts';
import styles from './key-change.module.css';

/** What ends when, of the keys that are on the token. */
export function EndsCard({ ends }: Pick<KeyChangePlan, 'ends'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const worded = (iso: string | null) =>
    iso === null ? t('keyChange.ends.none') : t('keyChange.ends.until', { date: formatDay(iso, language) });
  return (
    <dl className={`${card.card} ${styles.ends}`} aria-label={t('keyChange.ends.title')}>
      <div>
        <dt>{t('keyChange.ends.qualified')}</dt>
        <dd>{worded(ends.qualified)}</dd>
      </div>
      <div>
        <dt>{t('keyChange.ends.accessKey')}</dt>
        <dd>{worded(ends.accessKey)}</dd>
      </div>
    </dl>
  );
}
