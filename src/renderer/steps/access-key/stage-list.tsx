import { useTranslation } from 'react-i18next';
import type { IssueStage } from '../../../shared/domain/access-key.ts';
import { classes } from '../../controls/classes.ts';
import { type Mark, StatusMark } from '../../controls/status-mark.tsx';
import { formatElapsed } from '../../texts/dates.ts';
import { stageElapsed } from './access-key-view.ts';
import styles from './stage-list.module.css';

const marks: Record<IssueStage['status'], Mark> = { waiting: 'ahead', running: 'running', done: 'ok', failed: 'bad' };

interface StageListProps {
  readonly stages: readonly IssueStage[];
  readonly now: number;
  /** Beside something larger. */
  readonly small?: boolean;
}

/** The stages of an issue with the time each has taken. */
export function StageList({ stages, now, small = false }: StageListProps) {
  const { t } = useTranslation();
  return (
    <ol className={classes(styles.stages, small && styles.small)} aria-label={t('accessKey.progress.stages')}>
      {stages.map((stage) => {
        const elapsed = stageElapsed(stage, now);
        return (
          <li key={stage.id} className={classes(styles.stage, styles[stage.status])}>
            <StatusMark mark={marks[stage.status]} label={t(`accessKey.stageStatus.${stage.status}`)} />
            <span>{t(`accessKey.stage.${stage.id}.${stage.status === 'done' ? 'done' : 'running'}`)}</span>
            <span className={styles.elapsed}>{elapsed === null ? null : formatElapsed(elapsed)}</span>
          </li>
        );
      })}
    </ol>
  );
}
