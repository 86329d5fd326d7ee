import { ProgressBar } from 'react-aria-components';
import type { TokenFamily } from '../../shared/domain/token.ts';
import { TokenDrawing } from './token-drawing.tsx';
import styles from './token-ring.module.css';

const RADIUS = 98;
const AROUND = 2 * Math.PI * RADIUS;
/** The ring is never quite empty, so that it is seen to turn. */
const LEAST = 0.14;

interface TokenRingProps {
  readonly label: string;
  readonly family: TokenFamily;
  /** The part that is done, 0 to 1. */
  readonly done?: number;
  readonly away?: boolean;
}

/** A token at work: it turns as long as the work goes on. */
export function TokenRing({ label, family, done = 0, away = false }: TokenRingProps) {
  const arc = AROUND * Math.max(LEAST, done);
  return (
    <ProgressBar className={styles.picture ?? ''} isIndeterminate aria-label={label}>
      <svg className={styles.ring} viewBox="0 0 208 208" fill="none" aria-hidden="true">
        <circle className={styles.track} cx="104" cy="104" r={RADIUS} />
        <circle className={styles.arc} cx="104" cy="104" r={RADIUS} strokeDasharray={`${arc} ${AROUND - arc}`} />
      </svg>
      <TokenDrawing className={styles.token} family={family} away={away} />
    </ProgressBar>
  );
}
