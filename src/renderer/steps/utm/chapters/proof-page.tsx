import { useTranslation } from 'react-i18next';
import { ask } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import { useNow } from '../../../store/use-now.ts';
import { formatElapsed } from '../../../texts/dates.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { ProofStages } from '../proof-stages.tsx';
import { UtmFrame } from '../utm-frame.tsx';
import styles from './chapters.module.css';

/** One harmless query and the exchange after it, as they go. */
export function ProofPage({ state, stage }: ChapterProps) {
  const { t } = useTranslation();
  const now = useNow(true);
  const { work, proof } = state.utmSetup;
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="proof"
      title={t('utmSetup.proof.title')}
      lead={t('utmSetup.proof.lead')}
      noBack
      verb={<Button onPress={() => void ask('utm:stop', null)}>{t('utmSetup.comingUp.stop')}</Button>}
    >
      <ProofStages stages={proof} now={now} />
      <p className={styles.elapsed}>
        <span>{t('utmSetup.proof.usual')}</span>
        <span>{work ? formatElapsed(now - Date.parse(work.startedAt)) : null}</span>
      </p>
    </UtmFrame>
  );
}
