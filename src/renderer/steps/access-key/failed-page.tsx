import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { problemCatalogue } from '../../../shared/problems/problem.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { CopyButton } from '../../controls/copy-button.tsx';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { problemText } from '../../texts/problem-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { verbatimAnswer } from './access-key-view.ts';
import styles from './outcome-page.module.css';
import { ProofList } from './proof-list.tsx';
import { StageList } from './stage-list.tsx';

interface FailedPageProps {
  readonly state: WizardState;
  readonly onReview: () => void;
}

const verify = () => void ask('access-key:verify', null);

/**
 * What came in the way. Nothing is tried again by itself: where the outcome is open the verb looks at the token, else
 * it leads back to the summary, and the consent is asked for anew.
 */
export function FailedPage({ state, onReview }: FailedPageProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { problem, proof, stages } = state.accessKey;
  const answer = verbatimAnswer(problem);
  const actions: readonly string[] = problem ? problemCatalogue[problem.code].actions : [];
  const lookFirst = actions.includes('check-again') || proof !== null;
  const failedStage = stages.some(({ status }) => status === 'failed');
  return (
    <StepPage
      state={state}
      step="access-key"
      page="failed"
      title={problem ? problemText(problem, language).title : t('accessKey.failed.title')}
      lead={t('accessKey.failed.untouched')}
      verb={
        lookFirst ? (
          <Button kind="primary" onPress={verify}>
            {t('accessKey.done.verifyAgain')}
          </Button>
        ) : (
          <Button kind="primary" onPress={onReview}>
            {t('accessKey.failed.again')}
          </Button>
        )
      }
    >
      {problem ? (
        <ProblemPanel problem={problem} untitled>
          {answer ? (
            <DisclosurePanel title={t('accessKey.failed.answer')} openAtFirst>
              <pre className={styles.answer}>{answer}</pre>
              <CopyButton text={answer} />
            </DisclosurePanel>
          ) : null}
        </ProblemPanel>
      ) : null}
      {proof ? <ProofList proof={proof} /> : null}
      {failedStage ? (
        <section className={classes(card.card, styles.where)} aria-labelledby="where-it-stopped">
          <h2 id="where-it-stopped" className={styles.whereTitle}>
            {t('accessKey.failed.where')}
          </h2>
          <StageList stages={stages} now={Date.now()} />
        </section>
      ) : null}
    </StepPage>
  );
}
