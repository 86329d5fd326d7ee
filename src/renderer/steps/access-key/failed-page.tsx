import { KeySquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { CopyButton } from '../../controls/copy-button.tsx';
import { DisclosurePanel } from '../../controls/disclosure-panel.tsx';
import { ProblemPanel } from '../../controls/problem-panel.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { openContents } from '../../store/side-page.ts';
import { problemText } from '../../texts/problem-text.ts';
import { useLanguage } from '../../texts/use-language.ts';
import { mayLeaveOrphan, verbatimAnswer, waysOn } from './access-key-view.ts';
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
  const { problem, proof, stages, issuer } = state.accessKey;
  const answer = verbatimAnswer(problem);
  const { look, back } = waysOn(state.accessKey);
  const failedStage = stages.some(({ status }) => status === 'failed');
  return (
    <StepPage
      state={state}
      step="access-key"
      page="failed"
      title={problem ? problemText(problem, language).title : t('accessKey.failed.title')}
      lead={t('accessKey.failed.untouched')}
      verb={
        <>
          {back ? (
            <Button kind={look ? 'secondary' : 'primary'} onPress={onReview}>
              {t('accessKey.failed.again')}
            </Button>
          ) : null}
          {look ? (
            <Button kind="primary" onPress={verify}>
              {t('accessKey.done.verifyAgain')}
            </Button>
          ) : null}
        </>
      }
    >
      {problem ? (
        <ProblemPanel problem={problem} untitled>
          {answer ? (
            <DisclosurePanel
              title={t(`accessKey.failed.answer.${issuer === 'account' ? 'service' : 'utm'}`)}
              openAtFirst
            >
              <pre className={styles.answer}>{answer}</pre>
              <CopyButton text={answer} />
            </DisclosurePanel>
          ) : null}
        </ProblemPanel>
      ) : null}
      {proof ? <ProofList proof={proof} /> : null}
      {mayLeaveOrphan(stages) ? (
        <p className={classes(card.note, styles.orphan)}>
          <KeySquare size={20} strokeWidth={1.9} aria-hidden />
          {t('accessKey.failed.orphan')}
          <Button kind="quiet" onPress={openContents}>
            {t('frame.token.contents')}
          </Button>
        </p>
      ) : null}
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
