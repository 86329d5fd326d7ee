import { Search, X } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { Button as ClearButton, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Subdivision } from '../../../shared/domain/subdivision.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { indexSubdivisions, searchSubdivisions } from '../../../shared/subdivision-search.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { announce } from '../../frame/live-region.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { MissingPlace } from './missing-place.tsx';
import { PlaceRows } from './place-rows.tsx';
import styles from './subdivision-step.module.css';
import { firstSelection, rowKey } from './subdivision-view.ts';

interface PlaceChoiceProps {
  readonly state: WizardState;
  readonly rows: readonly Subdivision[];
}

/** Says the number of places found once the typing has come to rest. */
function useFoundAnnouncement(query: string, found: number, of: number): void {
  const { t } = useTranslation();
  useEffect(() => {
    if (query === '') return;
    const timer = setTimeout(() => announce(t('subdivision.foundAria', { count: found, of })), 700);
    return () => clearTimeout(timer);
  }, [t, query, found, of]);
}

/** The list with its search. */
export function PlaceChoice({ state, rows }: PlaceChoiceProps) {
  const { t } = useTranslation();
  const { subdivisions } = state;
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState<string | null>(() => {
    const first = firstSelection(rows, subdivisions);
    return first && rowKey(first);
  });
  const index = useMemo(() => indexSubdivisions(rows), [rows]);
  const searched = useDeferredValue(query);
  const matches = useMemo(() => searchSubdivisions(index, searched), [index, searched]);
  useFoundAnnouncement(searched, matches.length, rows.length);

  // What is chosen must be in sight: a row the search has hidden is not what the button would take.
  const wanted = matches.find(({ subdivision }) => rowKey(subdivision) === selected)?.subdivision ?? null;
  const choose = async ({ fsrarId, rowId }: Subdivision) => {
    const reply = await ask('subdivisions:choose', { fsrarId, rowId });
    if (reply.ok) await ask('wizard:go', { step: 'access-key' });
  };
  const [first] = rows;
  return (
    <StepPage
      state={state}
      step="subdivision"
      page="choose"
      title={t('subdivision.title.choose')}
      lead={t('subdivision.lead.choose', {
        holder: first?.shortName || first?.fullName || '—',
        count: rows.length,
      })}
      hint={wanted ? null : t('subdivision.hint')}
      hintId="subdivision-hint"
      verb={
        <Button
          kind="primary"
          isDisabled={wanted === null}
          aria-describedby="subdivision-hint"
          onPress={() => {
            if (wanted) void choose(wanted);
          }}
        >
          {t('subdivision.verb')}
        </Button>
      }
    >
      <SearchField
        className={styles.search ?? ''}
        aria-label={t('subdivision.search')}
        value={query}
        onChange={setQuery}
      >
        <Search className={styles.searchIcon} size={19} strokeWidth={1.9} aria-hidden />
        <Input className={styles.input ?? ''} placeholder={t('subdivision.search')} spellCheck={false} />
        <span className={styles.found} aria-hidden="true">
          {t('subdivision.found', { found: matches.length, of: rows.length })}
        </span>
        {query === '' ? null : (
          <ClearButton className={styles.clear ?? ''} aria-label={t('subdivision.clear')}>
            <X size={18} strokeWidth={2} aria-hidden />
          </ClearButton>
        )}
      </SearchField>
      {matches.length > 0 ? (
        <PlaceRows matches={matches} current={subdivisions.current} selected={selected} onSelect={setSelected} />
      ) : (
        <div className={classes(card.card, styles.nothing)}>
          <p className={card.title}>{t('subdivision.nothingFound', { query: searched.trim() })}</p>
          <p className={card.reason}>{t('subdivision.nothingFoundWhy')}</p>
          <Button onPress={() => setQuery('')}>{t('subdivision.showAll')}</Button>
        </div>
      )}
      <MissingPlace />
    </StepPage>
  );
}
