import { MapPin } from 'lucide-react';
import { Radio, RadioGroup } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { SubdivisionMatch } from '../../../shared/subdivision-search.ts';
import { Pill } from '../../controls/pill.tsx';
import { HighlightedText } from './highlighted-text.tsx';
import styles from './subdivision-step.module.css';
import { MOST_ROWS, rowKey } from './subdivision-view.ts';

interface PlaceRowsProps {
  readonly matches: readonly SubdivisionMatch[];
  readonly current: string | null;
  readonly selected: string | null;
  readonly onSelect: (row: string) => void;
}

/** The places that were found, one of which is chosen. */
export function PlaceRows({ matches, current, selected, onSelect }: PlaceRowsProps) {
  const { t } = useTranslation();
  return (
    <>
      <RadioGroup
        className={styles.rows ?? ''}
        aria-label={t('subdivision.places')}
        value={selected}
        onChange={onSelect}
      >
        {matches.slice(0, MOST_ROWS).map(({ subdivision, spans }) => (
          <Radio key={rowKey(subdivision)} value={rowKey(subdivision)} className={styles.row ?? ''}>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.kpp}>
              {subdivision.kpp ? (
                <HighlightedText text={subdivision.kpp} spans={spans.kpp} />
              ) : (
                <span className={styles.noKpp}>{t('subdivision.noKpp')}</span>
              )}
            </span>
            <span className={styles.place}>
              <span>
                <HighlightedText text={subdivision.address} spans={spans.address} />
              </span>
              <span className={styles.fsrarId}>
                FSRAR ID <HighlightedText text={subdivision.fsrarId} spans={spans.fsrarId} />
              </span>
            </span>
            {subdivision.fsrarId === current ? (
              <Pill tone="ok" icon={MapPin}>
                {t('subdivision.current')}
              </Pill>
            ) : null}
          </Radio>
        ))}
      </RadioGroup>
      {matches.length > MOST_ROWS ? <p>{t('subdivision.first', { shown: MOST_ROWS })}</p> : null}
    </>
  );
}
