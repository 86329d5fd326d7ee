import { MapPin } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { announce } from '../../frame/live-region.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { LayoutHint } from './layout-hint.tsx';
import { MissingPlace } from './missing-place.tsx';
import { NothingFound } from './nothing-found.tsx';
import { placeAmong, placeName } from './place-list.ts';
import { PlaceRows, type PlaceRowsHandle } from './place-rows.tsx';
import { PlaceSearch } from './place-search.tsx';
import styles from './subdivision-step.module.css';
import { firstSelection } from './subdivision-view.ts';
import { usePlaceSearch } from './use-place-search.ts';

interface PlaceChoiceProps {
  readonly state: WizardState;
  readonly rows: readonly Subdivision[];
  /** Stands above the list. */
  readonly before?: ReactNode;
  /** Where Back leads when it is not the step before. */
  readonly onBack?: () => void;
}

/** Says what was found once the typing has come to rest. */
function useFoundAnnouncement(query: string, found: string): void {
  useEffect(() => {
    if (query === '') return;
    const timer = setTimeout(() => announce(found), 700);
    return () => clearTimeout(timer);
  }, [query, found]);
}

async function choose({ fsrarId, rowId }: Subdivision): Promise<void> {
  const reply = await ask('subdivisions:choose', { fsrarId, rowId });
  if (reply.ok) await ask('wizard:go', { step: 'access-key' });
}

/** The list with its search. */
export function PlaceChoice({ state, rows, before, onBack }: PlaceChoiceProps) {
  const { t } = useTranslation();
  const { subdivisions, language } = state;
  const [query, setQuery] = useState('');
  const { list, found, needles, corrected, ready } = usePlaceSearch(rows, subdivisions.current, language, query);
  const [selected, setSelected] = useState<Subdivision | null>(() => firstSelection(rows, subdivisions));
  const selectedRow = useMemo(() => (selected ? list.rows.indexOf(selected) : null), [list, selected]);
  const [currentInSight, setCurrentInSight] = useState(true);
  const field = useRef<HTMLInputElement>(null);
  const shown = useRef<PlaceRowsHandle>(null);
  const select = useCallback((row: number) => setSelected(list.rows[row] ?? null), [list]);

  const amount = (count: number) => count.toLocaleString(language);
  const foundWords = t('subdivision.foundAria', {
    count: found.length,
    amount: amount(found.length),
    of: amount(rows.length),
  });
  const correctedWords = corrected === null ? '' : `${t('subdivision.corrected', { query: corrected })} `;
  useFoundAnnouncement(query, `${correctedWords}${foundWords}`);

  // What is chosen must be in sight: a row the search has hidden is not what the button would take.
  const wanted = selectedRow !== null && placeAmong(found, selectedRow) !== null ? selected : null;
  const goOn = () => {
    if (wanted) void choose(wanted);
  };
  const toList = () => {
    if (wanted === null && found[0] !== undefined) select(found[0]);
    shown.current?.focus();
  };
  const toCurrent = () => {
    const { current } = list;
    if (current === null) return;
    // The list may not be there while nothing is found.
    flushSync(() => {
      setQuery('');
      select(current);
    });
    shown.current?.reveal(current);
    shown.current?.focus();
  };
  const [first] = rows;
  return (
    <StepPage
      state={state}
      step="subdivision"
      page="choose"
      {...(onBack ? { onBack } : {})}
      title={t('subdivision.title.choose')}
      lead={t('subdivision.lead.choose', {
        holder: (first && placeName(first)) || '—',
        count: rows.length,
        amount: amount(rows.length),
      })}
      hint={wanted ? null : t('subdivision.hint')}
      hintId="subdivision-hint"
      verb={
        <Button kind="primary" isDisabled={wanted === null} aria-describedby="subdivision-hint" onPress={goOn}>
          {t('subdivision.verb')}
        </Button>
      }
    >
      {before}
      <div className={styles.finding}>
        <PlaceSearch
          ref={field}
          query={query}
          onChange={setQuery}
          onDone={toList}
          count={
            ready
              ? t('subdivision.found', { found: amount(found.length), of: amount(rows.length) })
              : t('subdivision.preparing')
          }
        />
        {corrected === null ? null : <LayoutHint query={corrected} />}
      </div>
      {found.length > 0 ? (
        <PlaceRows
          ref={shown}
          list={list}
          found={found}
          needles={needles}
          selected={selectedRow}
          onSelect={select}
          onEnter={goOn}
          onType={() => field.current?.focus()}
          onCurrentInSight={setCurrentInSight}
        />
      ) : (
        <NothingFound query={query.trim()} onShowAll={() => setQuery('')} />
      )}
      <div className={styles.under}>
        <MissingPlace />
        {list.current === null || (currentInSight && found.length > 0) ? null : (
          <Button kind="quiet" icon={<MapPin size={16} strokeWidth={2.1} aria-hidden />} onPress={toCurrent}>
            {t('subdivision.toCurrent')}
          </Button>
        )}
      </div>
    </StepPage>
  );
}
