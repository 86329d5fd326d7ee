import type { ReactNode } from 'react';
import styles from './numbered.module.css';

/** One thing to do. */
interface NumberedStep {
  readonly id: string;
  readonly words: string;
  /** What it needs, below its words. */
  readonly below?: ReactNode;
}

interface NumberedStepsProps {
  readonly steps: readonly NumberedStep[];
  /** Where no heading names them. */
  readonly label?: string;
}

/** What to do, one after the other. */
export const NumberedSteps = ({ steps, label }: NumberedStepsProps) => (
  <ol className={styles.steps} aria-label={label}>
    {steps.map(({ id, words, below }, index) => (
      <li key={id} className={styles.step}>
        <span className={styles.number} aria-hidden="true">
          {index + 1}
        </span>
        <div className={styles.stepBody}>
          <p>{words}</p>
          {below}
        </div>
      </li>
    ))}
  </ol>
);
