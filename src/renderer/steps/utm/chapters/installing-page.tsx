import { useTranslation } from 'react-i18next';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { StageLines } from '../../../controls/stage-lines.tsx';
import { useNow } from '../../../store/use-now.ts';
import { formatElapsed } from '../../../texts/dates.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { installStages } from '../utm-chapters.ts';
import { UtmFrame } from '../utm-frame.tsx';
import styles from './chapters.module.css';

/** The vendor's installer is at work in its own window; here stands what shows of it from outside. */
export function InstallingPage({ state, stage }: ChapterProps) {
  const { t } = useTranslation();
  const now = useNow(true);
  const { signs, work } = state.utmSetup;
  const stages = installStages(signs).map(({ id, status }) => ({
    id,
    status,
    words: t(`utmSetup.installing.sign.${id}.${status === 'done' ? 'done' : 'ahead'}`),
    statusWords: t(`utmSetup.stageStatus.${status}`),
    aside: null,
  }));
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="installing"
      title={t('utmSetup.installing.title')}
      lead={t('utmSetup.installing.lead')}
      hint={t('utmSetup.installing.hint')}
      noBack
    >
      <div className={classes(card.card, styles.stages)}>
        <StageLines label={t('utmSetup.installing.signs')} stages={stages} />
      </div>
      <p className={styles.elapsed}>
        <span>{t('utmSetup.installing.note')}</span>
        <span>{work ? formatElapsed(now - Date.parse(work.startedAt)) : null}</span>
      </p>
    </UtmFrame>
  );
}
