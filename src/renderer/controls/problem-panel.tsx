import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActionId } from '../../shared/actions.ts';
import { type Problem, problemCatalogue } from '../../shared/problems/problem.ts';
import { openHelp } from '../store/side-page.ts';
import { problemDetails, problemText } from '../texts/problem-text.ts';
import { useLanguage } from '../texts/use-language.ts';
import { ActionButtons, type ActionHandlers } from './action-buttons.tsx';
import { Button } from './button.tsx';
import { CopyButton } from './copy-button.tsx';
import { DisclosurePanel } from './disclosure-panel.tsx';
import styles from './problem-panel.module.css';

interface ProblemPanelProps {
  readonly problem: Problem;
  readonly handlers?: ActionHandlers;
  readonly prominent?: boolean;
  /** Where the page's own title already says what happened. */
  readonly untitled?: boolean;
  /** Where no other page can be opened yet: neither the help nor the diagnostics. */
  readonly withoutHelp?: boolean;
  readonly children?: ReactNode;
}

/** What happened, why, what can be done, and the raw details folded away. */
export function ProblemPanel({
  problem,
  handlers,
  prominent,
  untitled = false,
  withoutHelp = false,
  children,
}: ProblemPanelProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const title = useId();
  const text = problemText(problem, language);
  const details = problemDetails(problem);
  const notHere: readonly ActionId[] = withoutHelp ? ['copy-details', 'save-diagnostics'] : ['copy-details'];
  return (
    <section className={styles.problem} aria-labelledby={untitled ? undefined : title}>
      <CircleAlert className={styles.icon} size={20} strokeWidth={2} aria-hidden />
      <div className={styles.words}>
        {untitled ? null : (
          <h2 id={title} className={styles.title}>
            {text.title}
          </h2>
        )}
        <p>{text.reason}</p>
        {children}
        <ActionButtons
          actions={problemCatalogue[problem.code].actions.filter((action) => !notHere.includes(action))}
          {...(handlers ? { handlers } : {})}
          {...(prominent ? { prominent } : {})}
        />
        {withoutHelp ? null : (
          <Button kind="quiet" onPress={() => openHelp(`problem:${problem.code}`)}>
            {t('help.more')}
          </Button>
        )}
        <DisclosurePanel title={t('frame.detailsForSupport')}>
          <pre className={styles.details}>{details}</pre>
          <div className={styles.copying}>
            <CopyButton text={`${text.title}\n${text.reason}\n\n${details}`} />
            <CopyButton text={problem.code} words={t('frame.copyCode')} />
          </div>
        </DisclosurePanel>
      </div>
    </section>
  );
}
