import { Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button as ClearButton, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import styles from './subdivision-step.module.css';

interface PlaceSearchProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** The person goes on to what was found. */
  readonly onDone: () => void;
  /** How many places are found, in words for the eye. */
  readonly count: string;
}

/** The one field of the search. Arrow down and Enter lead on to the list. */
export function PlaceSearch({ ref, query, onChange, onDone, count }: PlaceSearchProps) {
  const { t } = useTranslation();
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onDone();
  };
  return (
    <SearchField className={styles.search ?? ''} aria-label={t('subdivision.search')} value={query} onChange={onChange}>
      <Search className={styles.searchIcon} size={19} strokeWidth={1.9} aria-hidden />
      <Input
        ref={ref}
        className={styles.input ?? ''}
        placeholder={t('subdivision.search')}
        spellCheck={false}
        onKeyDown={onKeyDown}
      />
      <span className={styles.found} aria-hidden="true">
        {count}
      </span>
      {query === '' ? null : (
        <ClearButton className={styles.clear ?? ''} aria-label={t('subdivision.clear')}>
          <X size={18} strokeWidth={2} aria-hidden />
        </ClearButton>
      )}
    </SearchField>
  );
}
