import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import card from '../../controls/card.module.css';
import { classes } from '../../controls/classes.ts';
import { StepPage } from '../../frame/step-page.tsx';
import { useNow } from '../../store/use-now.ts';
import { TokenDrawing } from '../../token-drawing/token-drawing.tsx';
import { stagesDone, summaryOf } from './access-key-view.ts';
import styles from './progress-page.module.css';
import { StageList } from './stage-list.tsx';

/** After this the person is told that it takes longer than usual. */
const LONG_MS = 90_000;

const RADIUS = 98;
const AROUND = 2 * Math.PI * RADIUS;
/** The ring is never quite empty, so that it is seen to turn. */
const LEAST = 0.14;

/** A key is being written: nothing to press, and no doubt that it goes on. */
export function ProgressPage({ state }: { readonly state: WizardState }) {
  const { t } = useTranslation();
  const now = useNow(true);
  const { stages } = state.accessKey;
  const { device } = summaryOf(state);
  const began = stages.find(({ startedAt }) => startedAt !== null)?.startedAt;
  const long = began != null && now - Date.parse(began) > LONG_MS;
  const arc = AROUND * Math.max(LEAST, stagesDone(stages));
  return (
    <StepPage
      state={state}
      step="access-key"
      page="progress"
      title={t('accessKey.progress.title')}
      lead={t('accessKey.progress.lead')}
      hint={t('accessKey.progress.hint')}
      noBack
    >
      <div className={classes(card.card, styles.progress)}>
        <ProgressBar className={styles.picture ?? ''} isIndeterminate aria-label={t('accessKey.progress.label')}>
          <svg className={styles.ring} viewBox="0 0 208 208" fill="none" aria-hidden="true">
            <circle className={styles.track} cx="104" cy="104" r={RADIUS} />
            <circle className={styles.arc} cx="104" cy="104" r={RADIUS} strokeDasharray={`${arc} ${AROUND - arc}`} />
          </svg>
          <TokenDrawing className={styles.token} family={device?.family ?? 'generic'} />
        </ProgressBar>
        <StageList stages={stages} now={now} />
      </div>
      <p className={styles.usual}>{long ? t('accessKey.progress.long') : t('accessKey.progress.usual')}</p>
    </StepPage>
  );
}
