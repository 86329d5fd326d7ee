import { TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Device } from '../../../shared/domain/token.ts';
import styles from './shortcomings.module.css';

/** What this product cannot do for EGAIS, whatever is on it. */
export function Shortcomings({ device }: { readonly device: Device }) {
  const { t } = useTranslation();
  if (device.shortcomings.length === 0) return null;
  return (
    <span className={styles.all}>
      {device.shortcomings.map((shortcoming) => (
        <span key={shortcoming} className={styles.one}>
          <TriangleAlert size={16} strokeWidth={2} aria-hidden />
          <span>{t(`token.shortcoming.${shortcoming}`)}</span>
        </span>
      ))}
    </span>
  );
}
