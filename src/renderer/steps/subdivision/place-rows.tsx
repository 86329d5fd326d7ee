import { type KeyboardEvent, type Ref, useId, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Needle } from '../../../shared/subdivision-search/needle.ts';
import { PlaceLines } from './place-lines.ts';
import { type PlaceList, placeAmong, regionsOf } from './place-list.ts';
import { PlaceRow } from './place-row.tsx';
import { RegionHeading } from './region-heading.tsx';
import styles from './subdivision-step.module.css';
import { useListRoom } from './use-list-room.ts';
import { useListWindow } from './use-list-window.ts';

export interface PlaceRowsHandle {
  focus(): void;
  /** Scrolls to a place, by its number among those found. */
  reveal(place: number): void;
}

interface PlaceRowsProps {
  readonly ref: Ref<PlaceRowsHandle>;
  readonly list: PlaceList;
  /** Rows of the list that are shown, ascending; at least one. */
  readonly found: Uint32Array;
  readonly needles: readonly Needle[];
  readonly selected: number | null;
  readonly onSelect: (row: number) => void;
  /** Enter on the list: the person is done choosing. */
  readonly onEnter: () => void;
  /** A letter typed on the list belongs to the search. */
  readonly onType: () => void;
  /** Tells whether the place whose key is on the token is in sight. */
  readonly onCurrentInSight: (inSight: boolean) => void;
}

/** The place a key leads to from `from` (`null`: from none yet), `page` places being in sight; `null` for other keys. */
export function placeByKey(key: string, from: number | null, page: number, count: number): number | null {
  const last = count - 1;
  const to: Readonly<Record<string, number>> = {
    ArrowDown: from === null ? 0 : from + 1,
    ArrowUp: from === null ? 0 : from - 1,
    PageDown: (from ?? 0) + page,
    PageUp: (from ?? 0) - page,
    Home: 0,
    End: last,
  };
  const place = to[key];
  return place === undefined ? null : Math.min(Math.max(place, 0), last);
}

const isTyping = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean =>
  !ctrlKey && !altKey && !metaKey && ((key.length === 1 && key !== ' ') || key === 'Backspace');

/** The places that were found, one of which is chosen. Only those in sight are in the document, however many they are. */
export function PlaceRows(props: PlaceRowsProps) {
  const { ref, list, found, needles, selected, onSelect, onEnter, onType, onCurrentInSight } = props;
  const { t } = useTranslation();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => new PlaceLines(found.length, regionsOf(found, list.regions)), [found, list]);
  useListRoom(box);
  const { parts, height, top, seen, onScroll, reveal } = useListWindow({ box, lines, found });
  useImperativeHandle(ref, () => ({ focus: () => box.current?.focus({ preventScroll: true }), reveal }), [reveal]);

  const selectedPlace = selected === null ? null : placeAmong(found, selected);
  const whole = found.length === list.rows.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another result begins at its own beginning
  useLayoutEffect(() => reveal((whole ? selectedPlace : null) ?? 0), [found]);

  const currentPlace = list.current === null ? null : placeAmong(found, list.current);
  const currentInSight = currentPlace !== null && currentPlace >= seen.first && currentPlace <= seen.last;
  useLayoutEffect(() => onCurrentInSight(currentInSight), [onCurrentInSight, currentInSight]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') onEnter();
    if (isTyping(event)) onType();
    const place = placeByKey(event.key, selectedPlace, Math.max(1, seen.last - seen.first - 1), found.length);
    if (place === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    onSelect(found[place] ?? 0);
    reveal(place);
  };
  const rowId = (row: number) => `${id}-${row}`;
  const drawn = parts.some(({ first, end }) => selectedPlace !== null && selectedPlace >= first && selectedPlace < end);
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      className={styles.rows}
      aria-label={t('subdivision.places')}
      aria-activedescendant={drawn && selected !== null ? rowId(selected) : undefined}
      data-kpp={list.hasKpp}
      onKeyDown={onKeyDown}
      onScroll={onScroll}
    >
      <div role="presentation" className={styles.extent} style={{ height }}>
        <div role="presentation" className={styles.drawn} style={{ top }}>
          {/* Keys are places, not rows: while somebody types, the lines stay and only their words change. */}
          {parts.map(({ region, index: part, first, end }) => (
            <div
              key={part}
              {...(lines.titled
                ? { role: 'group', 'aria-labelledby': `${id}-in-${region.code}` }
                : { role: 'presentation' })}
            >
              {lines.titled ? (
                <RegionHeading id={`${id}-in-${region.code}`} region={region} line={lines.lineOf(region.start) - 1} />
              ) : null}
              {Array.from(found.subarray(first, end), (row, index) => {
                const place = list.rows[row];
                return place ? (
                  <PlaceRow
                    // biome-ignore lint/suspicious/noArrayIndexKey: keys are places in the list, as said above
                    key={first + index}
                    id={rowId(row)}
                    list={list}
                    row={row}
                    place={place}
                    line={lines.lineOf(first + index)}
                    position={first + index + 1}
                    of={found.length}
                    needles={needles}
                    selected={row === selected}
                    onSelect={onSelect}
                  />
                ) : null;
              })}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
