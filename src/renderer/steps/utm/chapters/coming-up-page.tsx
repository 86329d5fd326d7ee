import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, askQuietly } from '../../../bridge.ts';
import { Button } from '../../../controls/button.tsx';
import card from '../../../controls/card.module.css';
import { classes } from '../../../controls/classes.ts';
import { StageLines } from '../../../controls/stage-lines.tsx';
import { useNow } from '../../../store/use-now.ts';
import { formatElapsed } from '../../../texts/dates.ts';
import type { ChapterProps } from '../chapter-props.ts';
import { startStages } from '../utm-chapters.ts';
import { UtmFrame } from '../utm-frame.tsx';
import { BuildNote } from './build-note.tsx';
import styles from './chapters.module.css';
import { StuckNote } from './stuck-note.tsx';
import { TokensNote } from './tokens-note.tsx';

/** After this the person is told that it takes longer than usual. */
const LONG_MS = 3 * 60_000;

/** The UTM starts: how far it has come by its own log, and how long it has taken. */
export function ComingUpPage({ state, stage }: ChapterProps) {
  const { t } = useTranslation();
  const now = useNow(true);
  const { work, installed } = state.utmSetup;
  const watched = work?.kind === 'come-up' && work.phase === 'running';
  useEffect(() => {
    if (!watched) void askQuietly('utm:watch', null);
  }, [watched]);
  const log = state.utm.state?.computer?.log ?? null;
  const verdict = state.utm.state?.verdict ?? null;
  const stuck = verdict?.id === 'start-stuck' ? verdict : null;
  const elapsed = work ? now - Date.parse(work.startedAt) : 0;
  const stages = startStages(state.utm.state).map(({ id, status }) => ({
    id,
    status,
    words: t(`utmSetup.comingUp.mark.${id}.${status === 'done' ? 'done' : 'ahead'}`),
    statusWords: t(`utmSetup.stageStatus.${status}`),
    aside: null,
  }));
  const note = () => {
    if (log === null) return t('utmSetup.comingUp.noLog');
    if (stuck) return t('utmSetup.comingUp.still');
    return elapsed > LONG_MS ? t('utmSetup.comingUp.long') : t('utmSetup.comingUp.usual');
  };
  return (
    <UtmFrame
      state={state}
      stage={stage}
      page="coming-up"
      title={t('utmSetup.comingUp.title')}
      lead={t('utmSetup.comingUp.lead')}
      noBack
      verb={<Button onPress={() => void ask('utm:stop', null)}>{t('utmSetup.comingUp.stop')}</Button>}
    >
      {stuck ? <StuckNote verdict={stuck} /> : null}
      <div className={classes(card.card, styles.stages)}>
        <StageLines label={t('utmSetup.comingUp.marks')} stages={stages} />
      </div>
      <p className={styles.elapsed}>
        <span>{note()}</span>
        <span>{formatElapsed(elapsed)}</span>
      </p>
      <TokensNote state={state} />
      <BuildNote installed={installed} />
    </UtmFrame>
  );
}
