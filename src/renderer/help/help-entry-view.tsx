import { Info, Search } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpEntry } from '../../shared/help/entry.ts';
import { ActionButtons } from '../controls/action-buttons.tsx';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';
import { NumberedSteps } from '../controls/numbered-steps.tsx';
import styles from './help.module.css';

interface HelpEntryViewProps {
  readonly entry: HelpEntry;
  readonly steps: readonly string[];
  /** How far the entry is to be believed; `null` where it is certain. */
  readonly doubt: string | null;
  readonly onSearch: () => void;
}

/** One entry under its title and reason: what to do, how sure it is, and how other programs say it. */
export function HelpEntryView({ entry, steps, doubt, onSearch }: HelpEntryViewProps) {
  const { t } = useTranslation();
  const heading = useId();
  return (
    <>
      {steps.length > 0 ? (
        <section className={classes(card.card, styles.entry)} aria-labelledby={heading}>
          <h2 id={heading} className={styles.heading}>
            {t('help.steps')}
          </h2>
          <NumberedSteps steps={steps.map((step) => ({ id: step, words: step }))} />
        </section>
      ) : null}
      <ActionButtons actions={entry.actions} />
      {doubt === null ? null : (
        <p className={styles.doubt}>
          <Info size={17} strokeWidth={1.9} aria-hidden />
          {doubt}
        </p>
      )}
      {entry.messages.length > 0 ? (
        <DisclosurePanel title={t('help.messages')}>
          <ul className={styles.messages}>
            {entry.messages.map((message) => (
              <li key={message}>
                <code>{message}</code>
              </li>
            ))}
          </ul>
        </DisclosurePanel>
      ) : null}
      <div>
        <Button kind="quiet" icon={<Search size={16} strokeWidth={2} aria-hidden />} onPress={onSearch}>
          {t('help.another')}
        </Button>
      </div>
    </>
  );
}
