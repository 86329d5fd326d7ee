import { Keyboard } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './subdivision-step.module.css';

/** Says that the query was read in the other keyboard layout. */
export function LayoutHint({ query }: { readonly query: string }) {
  const { t } = useTranslation();
  return (
    <p className={styles.layoutHint}>
      <Keyboard size={16} strokeWidth={2} aria-hidden />
      {t('subdivision.corrected', { query })}
    </p>
  );
}
