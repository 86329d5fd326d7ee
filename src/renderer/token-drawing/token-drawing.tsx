import type { TokenFamily } from '../../shared/domain/token.ts';
import { classes } from '../controls/classes.ts';
import styles from './token-drawing.module.css';

interface TokenShapeProps {
  readonly family: TokenFamily;
  /** Pale and dark while the token is away. */
  readonly away?: boolean;
}

/** The token itself in a field of 120 × 44, plug to the left, for use inside a larger picture. */
export const TokenShape = ({ family, away = false }: TokenShapeProps) => (
  <g className={classes(styles[family], away && styles.away)}>
    <rect className={styles.plug} x="1" y="10" width="26" height="24" rx="2.5" />
    <rect className={styles.hole} x="7" y="15" width="6" height="5" rx="1" />
    <rect className={styles.hole} x="7" y="24" width="6" height="5" rx="1" />
    <rect className={styles.body} x="25" y="3" width="94" height="38" rx="10" />
    <path className={styles.top} d="M35 3h74a10 10 0 0 1 10 10v8H25v-8A10 10 0 0 1 35 3Z" />
    <rect className={styles.light} x="38" y="14" width="7" height="16" rx="3.5" />
    <rect className={styles.line} x="54" y="17" width="30" height="3.4" rx="1.7" />
    <rect className={styles.line} x="54" y="24.5" width="19" height="2.8" rx="1.4" />
    <circle className={styles.ring} cx="103" cy="22" r="6" />
  </g>
);

/** The drawn token alone; decorative, words stand beside it. */
export const TokenDrawing = ({
  className,
  ...shape
}: TokenShapeProps & { readonly className?: string | undefined }) => (
  <svg className={className} viewBox="0 0 120 44" fill="none" aria-hidden="true" focusable="false">
    <TokenShape {...shape} />
  </svg>
);
