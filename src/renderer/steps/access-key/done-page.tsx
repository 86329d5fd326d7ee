import { RotateCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import { ask } from '../../bridge.ts';
import { Button } from '../../controls/button.tsx';
import { StepPage } from '../../frame/step-page.tsx';
import { doneEnding } from './access-key-view.ts';
import styles from './outcome-page.module.css';
import { ProofList } from './proof-list.tsx';

interface DonePageProps {
  readonly state: WizardState;
  readonly onReview: () => void;
}

/** The key is there; here is why one may believe it. */
export function DonePage({ state, onReview }: DonePageProps) {
  const { t } = useTranslation();
  const { proof, kept, stages } = state.accessKey;
  const untouched = kept && stages.length === 0;
  const open = proof?.checks.some(({ status }) => status !== 'passed') ?? true;
  const ending = doneEnding(proof, untouched);
  return (
    <StepPage
      state={state}
      step="access-key"
      page="done"
      title={t(`accessKey.done.title${ending === 'Utm' ? '' : ending}`)}
      lead={t(`accessKey.done.lead${ending}`)}
      noBack={!untouched}
      verb={
        <Button
          kind="primary"
          isDisabled={state.steps.utm === 'closed'}
          onPress={() => void ask('wizard:go', { step: 'utm' })}
        >
          {t('frame.continue')}
        </Button>
      }
    >
      {proof ? <ProofList proof={proof} /> : null}
      <div className={styles.more}>
        {open ? (
          <Button
            kind="quiet"
            icon={<RotateCw size={16} strokeWidth={2} aria-hidden />}
            onPress={() => void ask('access-key:verify', null)}
          >
            {t('accessKey.done.verifyAgain')}
          </Button>
        ) : null}
        {untouched ? (
          <Button kind="quiet" onPress={onReview}>
            {t('accessKey.done.recreate')}
          </Button>
        ) : null}
      </div>
    </StepPage>
  );
}
