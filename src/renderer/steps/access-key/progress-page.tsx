import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { StepPage } from '../../frame/step-page.tsx';
import { useNow } from '../../store/use-now.ts';
import { TokenRing } from '../../token-drawing/token-ring.tsx';
import { courseOf, stagesDone, summaryOf } from './access-key-view.ts';
import styles from './progress-page.module.css';
import { StageList } from './stage-list.tsx';

/** After this the person is told that it takes longer than usual. */
const LONG_MS = 90_000;

/** A key is being written: nothing to press, and no doubt that it goes on. */
export function ProgressPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const now = useNow(true);
  const { stages } = state.accessKey;
  const { device } = summaryOf(state);
  const began = stages.find(({ status }) => status === 'running')?.startedAt;
  const long = began != null && now - Date.parse(began) > LONG_MS;
  const course = courseOf(stages);
  const title = t(`accessKey.progress.title.${course}`);
  return (
    <StepPage
      state={state}
      step="access-key"
      page="progress"
      title={title}
      lead={t(`accessKey.progress.lead.${course}`)}
      hint={t('accessKey.progress.hint')}
      noBack
    >
      <div className={classes(card.card, styles.progress)}>
        <TokenRing label={title} family={device?.family ?? 'generic'} done={stagesDone(stages)} />
        <StageList stages={stages} now={now} />
      </div>
      <p className={styles.usual}>{long ? t('accessKey.progress.long') : t('accessKey.progress.usual')}</p>
    </StepPage>
  );
}
