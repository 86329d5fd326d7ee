import { MapPin, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { Needle } from '../../../shared/subdivision-search/needle.ts';
import { spansIn } from '../../../shared/subdivision-search/spans.ts';
import { Pill } from '../../controls/pill.tsx';
import { HighlightedText } from './highlighted-text.tsx';
import { type PlaceList, placeName } from './place-list.ts';
import styles from './subdivision-step.module.css';

interface PlaceRowProps {
  readonly id: string;
  readonly list: PlaceList;
  /** Number of the row in the list. */
  readonly row: number;
  readonly place: Subdivision;
  readonly line: number;
  /** Its number among those found, counted from one, and how many those are. */
  readonly position: number;
  readonly of: number;
  readonly needles: readonly Needle[];
  readonly selected: boolean;
  readonly onSelect: (row: number) => void;
}

/** The name that shows why the row was found, else the short one. */
const shownName = (place: Subdivision, needles: readonly Needle[]): string =>
  spansIn(place.shortName, needles).length === 0 && spansIn(place.fullName, needles).length > 0
    ? place.fullName
    : placeName(place);

function NoKpp() {
  const { t } = useTranslation();
  return <span className={styles.noKpp}>{t('subdivision.noKpp')}</span>;
}

function SharedKpp() {
  const { t } = useTranslation();
  return (
    <span className={styles.sharedKpp}>
      <TriangleAlert size={15} strokeWidth={2} aria-hidden />
      <span>{t('subdivision.sharedKpp')}</span>
    </span>
  );
}

function Current() {
  const { t } = useTranslation();
  return (
    <Pill tone="ok" icon={MapPin}>
      {t('subdivision.current')}
    </Pill>
  );
}

/** One place. Arrow keys and Enter are the list's, which has the focus. */
export const PlaceRow = memo(function PlaceRow(props: PlaceRowProps) {
  const { id, list, row, place, line, position, of, needles, selected, onSelect } = props;
  const marked = (text: string) => <HighlightedText text={text} spans={spansIn(text, needles)} />;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the focus and the keys
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus and names this row to readers
    <div
      id={id}
      role="option"
      aria-selected={selected}
      aria-posinset={position}
      aria-setsize={of}
      data-line={line}
      data-row={row}
      className={styles.row}
      onClick={() => onSelect(row)}
    >
      <span className={styles.dot} aria-hidden="true" />
      {list.hasKpp ? <span className={styles.kpp}>{place.kpp === null ? <NoKpp /> : marked(place.kpp)}</span> : null}
      <span className={styles.place}>
        {list.severalNames ? <span className={styles.name}>{marked(shownName(place, needles))}</span> : null}
        <span className={styles.address}>{marked(place.address)}</span>
        <span className={styles.fsrarId}>FSRAR ID {marked(place.fsrarId)}</span>
        {place.kpp !== null && list.sharedKpp.has(place.kpp) ? <SharedKpp /> : null}
      </span>
      {place.fsrarId === list.currentId ? <Current /> : null}
    </div>
  );
});
