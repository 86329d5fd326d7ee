import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../texts/use-language.ts';
import type { Region } from './place-list.ts';
import styles from './subdivision-step.module.css';

interface RegionHeadingProps {
  readonly id: string;
  /** `start` and `end` count the places that were found. */
  readonly region: Region;
  readonly line: number;
}

/** The subject of the Federation over its places, and how many they are. */
export function RegionHeading({ id, region: { code, name, start, end }, line }: RegionHeadingProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div role="presentation" className={styles.region} data-line={line}>
      <span id={id} className={styles.regionName}>
        {name ?? (code === '' ? t('subdivision.noRegion') : t('subdivision.unknownRegion', { code }))}
      </span>
      <span className={styles.regionCount} aria-hidden="true">
        {t('subdivision.inRegion', { count: end - start, amount: (end - start).toLocaleString(language) })}
      </span>
    </div>
  );
}
