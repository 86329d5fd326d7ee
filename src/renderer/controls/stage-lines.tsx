import { classes } from './classes.ts';
import styles from './stage-lines.module.css';
import { type Mark, StatusMark } from './status-mark.tsx';

export type StageStatus = 'waiting' | 'running' | 'done' | 'failed';

/** One stage of something that takes its time. */
interface StageLine {
  readonly id: string;
  readonly status: StageStatus;
  readonly words: string;
  /** Says the status to a screen reader. */
  readonly statusWords: string;
  /** At the end of the line: how long it has taken. */
  readonly aside: string | null;
}

const marks: Record<StageStatus, Mark> = { waiting: 'ahead', running: 'running', done: 'ok', failed: 'bad' };

interface StageLinesProps {
  readonly label: string;
  readonly stages: readonly StageLine[];
  /** Beside something larger. */
  readonly small?: boolean;
}

/** Stages one below the other, each with its mark. */
export const StageLines = ({ label, stages, small = false }: StageLinesProps) => (
  <ol className={classes(styles.stages, small && styles.small)} aria-label={label}>
    {stages.map(({ id, status, words, statusWords, aside }) => (
      <li key={id} className={classes(styles.stage, styles[status])}>
        <StatusMark mark={marks[status]} label={statusWords} />
        <span>{words}</span>
        <span className={styles.elapsed}>{aside}</span>
      </li>
    ))}
  </ol>
);
