import { useTranslation } from 'react-i18next';
import type { CheckId, Finding } from '../../../shared/domain/finding.ts';
import { fillText } from '../../../shared/texts/fill.ts';
import { checkNames, findingText } from '../../../shared/texts/finding-texts.ts';
import { ask } from '../../bridge.ts';
import { ActionButtons } from '../../controls/action-buttons.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { StatusMark } from '../../controls/status-mark.tsx';
import { useLanguage } from '../../texts/use-language.ts';
import styles from './machine-step.module.css';

interface FindingRowProps {
  readonly finding: Finding;
  readonly prominent: boolean;
  /** The check is being repeated; the row still says what was known. */
  readonly running: boolean;
  /** Shows the time that would be set, and asks. */
  readonly onSetClock: () => void;
}

const pickInstaller = () => void ask('machine:pick-installer', null);

/** One thing the check found, with its own buttons. */
export function FindingRow({ finding, prominent, running, onSetClock }: FindingRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { title, reason } = findingText(finding)[language];
  const again = () => {
    if (!running) void ask('machine:check', { only: finding.id });
  };
  return (
    <li className={classes(card.row, styles.row, finding.status === 'bad' && styles.bad)}>
      {running ? (
        <StatusMark mark="running" label={t('machine.checking')} />
      ) : (
        <StatusMark mark={finding.status} label={t(`machine.status.${finding.status}`)} />
      )}
      <div>
        <p className={card.title}>{fillText(title, finding.values, language)}</p>
        <p className={card.reason}>{fillText(reason, finding.values, language)}</p>
      </div>
      <div className={classes(styles.actions, finding.actions.length > 1 && styles.below)}>
        <ActionButtons
          actions={finding.actions}
          prominent={prominent}
          handlers={{
            'check-again': again,
            'try-again': again,
            'insert-token': again,
            'set-clock': onSetClock,
            'install-driver-file': pickInstaller,
          }}
        />
      </div>
    </li>
  );
}

/** A check that still runs. */
export function PendingRow({ id }: { readonly id: CheckId }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <li className={classes(card.row, styles.row)}>
      <StatusMark mark="running" label={t('machine.checking')} />
      <div>
        <p className={card.title}>{checkNames[id][language]}</p>
        <p className={card.reason}>{t('machine.checking')}</p>
      </div>
    </li>
  );
}
