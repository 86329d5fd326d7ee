import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { ask } from '../bridge.ts';
import card from '../controls/card.module.css';
import { TickBox } from '../controls/tick-box.tsx';
import { problemText } from '../texts/problem-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import styles from './reminder-choice.module.css';

const Trouble = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles.trouble}>
    <CircleAlert size={18} strokeWidth={2} aria-hidden />
    <span>{children}</span>
  </p>
);

type Known = WizardState['knownTokens'];

/** Whether to be reminded, with what that means and what stands in its way. */
export function ReminderChoice({ known: { remind, startsWithSystem, problem } }: { readonly known: Known }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const means = useId();
  const trouble = problem ? problemText(problem, language) : null;
  return (
    <div className={styles.reminders}>
      <TickBox
        isSelected={remind}
        aria-describedby={means}
        onChange={(wanted) => void ask('known-tokens:remind', { remind: wanted })}
      >
        {t('knownTokens.remind')}
      </TickBox>
      <p id={means} className={card.reason}>
        {t('knownTokens.remindMeans')}
      </p>
      <div role="status">
        {trouble ? (
          <Trouble>
            <strong>{trouble.title}.</strong> {trouble.reason}
          </Trouble>
        ) : null}
        {remind && !startsWithSystem && !trouble ? <Trouble>{t('knownTokens.startsNot')}</Trouble> : null}
      </div>
    </div>
  );
}
