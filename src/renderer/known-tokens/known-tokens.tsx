import { useTranslation } from 'react-i18next';
import { endingKeySchema, endOf, hasSomethingToSay, type KnownToken } from '../../shared/domain/known-token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import { Button } from '../controls/button.tsx';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { DisclosurePanel } from '../controls/disclosure-panel.tsx';
import { openKeyChange } from '../store/side-page.ts';
import { useSavedFile } from '../texts/use-saved-file.ts';
import { EndPill } from './end-pill.tsx';
import styles from './known-tokens.module.css';
import { ReminderChoice } from './reminder-choice.tsx';

interface TokenRowProps {
  readonly token: KnownToken;
  /** It is plugged in now: it would be known again at once. */
  readonly present: boolean;
}

function TokenRow({ token, present }: TokenRowProps) {
  const { t } = useTranslation();
  const { saved, save } = useSavedFile();
  const { serial, name } = token;
  const named = { name, tail: token.printedSerial.slice(-4) };
  const now = new Date();
  const ends = endingKeySchema.options.flatMap((key) => {
    const until = endOf(token, key);
    return until === null ? [] : [{ key, until }];
  });
  // The end itself is a day of the calendar too.
  const hasDays = ends.some(({ until }) => Date.parse(until) > now.getTime());
  return (
    <li className={classes(card.row, styles.row)}>
      <div className={styles.token}>
        <p className={card.title}>
          {name} …{named.tail}
        </p>
        {token.holder ? <p className={card.reason}>{token.holder}</p> : null}
      </div>
      <div className={styles.pills}>
        {ends.map(({ key, until }) => (
          <EndPill key={key} of={key} until={until} />
        ))}
      </div>
      <div className={styles.buttons}>
        <Button kind="quiet" aria-label={t('knownTokens.changeLabel', named)} onPress={openKeyChange}>
          {t('knownTokens.change')}
        </Button>
        {hasDays ? (
          <Button
            kind="quiet"
            aria-label={t('knownTokens.calendarLabel', named)}
            onPress={() => void save(ask('known-tokens:save-calendar', { serial }))}
          >
            {t('knownTokens.calendar')}
          </Button>
        ) : null}
        {present ? null : (
          <Button
            kind="quiet"
            aria-label={t('knownTokens.forgetLabel', named)}
            onPress={() => void ask('known-tokens:forget', { serial })}
          >
            {t('knownTokens.forget')}
          </Button>
        )}
      </div>
      {saved ? <p className={classes(card.reason, styles.saved)}>{saved}</p> : null}
    </li>
  );
}

/** On the first page: tokens that were read on this computer. What ends soon is seen at once, all else is folded away. */
export function KnownTokens({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const { tokens, remind, problem } = state.knownTokens;
  // Who asked for reminders can always take it back, and what went wrong is said.
  if (tokens.length === 0 && !remind && problem === null) return null;
  const now = new Date();
  const here = new Set(state.tokens.report?.devices.map(({ serial }) => serial));
  const title = t('knownTokens.title', { count: tokens.length });
  const said = tokens.some((token) => hasSomethingToSay(token, now));
  return (
    <DisclosurePanel key={said ? 'said' : 'quiet'} title={title} openAtFirst={said || problem !== null}>
      {tokens.length === 0 ? null : (
        <ul className={card.card} aria-label={title}>
          {[...tokens].reverse().map((token) => (
            <TokenRow key={token.serial} token={token} present={here.has(token.serial)} />
          ))}
        </ul>
      )}
      <ReminderChoice known={state.knownTokens} />
    </DisclosurePanel>
  );
}
