import { ChevronRight } from 'lucide-react';
import { useDeferredValue, useId, useMemo } from 'react';
import { Button, Label, TextArea, TextField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { HelpEntry } from '../../shared/help/entry.ts';
import card from '../controls/card.module.css';
import { useLanguage } from '../texts/use-language.ts';
import styles from './help.module.css';
import type { HelpLibrary } from './use-help-library.ts';

/** What is asked most: shown while nothing is typed. */
const frequent = [
  'utm/silent',
  'utm/access-key-trouble',
  'utm/database-of-another-place',
  'token/pin-locked',
  'token/which-pin',
  'machine/smart-card-service-stopped',
  'access-key/no-places',
  'utm/signature-renewed',
] as const;

interface HelpSearchProps {
  readonly library: HelpLibrary;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly onOpen: (entry: HelpEntry) => void;
}

/** One field for a few words and for a pasted message, and what is nearest to it. Nothing leaves the computer. */
export function HelpSearch({ library, query, onQuery, onOpen }: HelpSearchProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const heading = useId();
  const asked = useDeferredValue(query.trim());
  const found = useMemo(() => library.findHelp(asked).map(({ entry }) => entry), [library, asked]);
  const entries = asked === '' ? frequent.flatMap((id) => library.helpById(id) ?? []) : found;
  const said = () => {
    if (asked === '') return t('help.frequent');
    return entries.length === 0 ? t('help.none') : t('help.found', { count: entries.length });
  };
  return (
    <>
      <TextField className={styles.field ?? ''} value={query} onChange={onQuery}>
        <Label className={styles.label ?? ''}>{t('help.field')}</Label>
        <TextArea
          className={styles.text ?? ''}
          rows={3}
          placeholder={t('help.example')}
          autoComplete="off"
          spellCheck={false}
        />
      </TextField>
      <section className={styles.found} aria-labelledby={heading}>
        <h2 id={heading} className={styles.heading} aria-live="polite">
          {said()}
        </h2>
        {entries.length > 0 ? (
          <ul className={card.card}>
            {entries.map((entry) => {
              const { title, reason } = library.describeHelp(entry, language);
              return (
                <li key={entry.id} className={styles.row}>
                  <Button className={styles.open ?? ''} onPress={() => onOpen(entry)}>
                    <span className={styles.words}>
                      <span className={card.title}>{title}</span>
                      <span className={styles.reason}>{reason}</span>
                    </span>
                    <ChevronRight size={18} strokeWidth={2} aria-hidden />
                  </Button>
                </li>
              );
            })}
          </ul>
        ) : (
          <p className={styles.nothing}>{t('help.nothing')}</p>
        )}
      </section>
    </>
  );
}
