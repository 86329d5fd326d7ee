import { classes } from './classes.ts';
import styles from './stage-lines.module.css';
import { type Mark, StatusMark } from './status-mark.tsx';
import { useInView } from './use-in-view.ts';

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

function Stage({ status, words, statusWords, aside }: StageLine) {
  const place = useInView<HTMLLIElement>(status === 'running');
  return (
    <li ref={place} className={classes(styles.stage, styles[status])}>
      <StatusMark mark={marks[status]} label={statusWords} />
      <span>{words}</span>
      <span className={styles.elapsed}>{aside}</span>
    </li>
  );
}

/** Stages one below the other, each with its mark; the running one is kept in view. */
export const StageLines = ({ label, stages, small = false }: StageLinesProps) => (
  <ol className={classes(styles.stages, small && styles.small)} aria-label={label}>
    {stages.map((stage) => (
      <Stage key={stage.id} {...stage} />
    ))}
  </ol>
);
