import type { TokenFamily } from '../../shared/domain/token.ts';
import styles from './token-drawing.module.css';
import { TokenShape } from './token-drawing.tsx';

interface InsertDrawingProps {
  readonly families: readonly TokenFamily[];
  readonly label: string;
  readonly className?: string | undefined;
}

/** What to insert and where: a computer with its port, and the tokens on their way to it. */
export const InsertDrawing = ({ families, label, className }: InsertDrawingProps) => (
  <svg className={className} viewBox="0 0 380 200" fill="none" role="img" aria-label={label}>
    <rect className={styles.case} x="2" y="14" width="132" height="150" rx="14" />
    <rect className={styles.screen} x="20" y="32" width="78" height="48" rx="8" />
    <rect className={styles.screen} x="20" y="92" width="52" height="8" rx="4" />
    <rect className={styles.screen} x="20" y="108" width="36" height="8" rx="4" />
    <path className={styles.case} d="M22 182h92" />
    <rect className={styles.port} x="112" y="74" width="22" height="32" rx="3" />
    <rect className={styles.tongue} x="117" y="81" width="6" height="18" rx="1.5" />
    <path className={styles.way} d="M196 90h-36" />
    <path className={styles.head} d="m162 81-10 9 10 9" />
    <g className={styles.coming}>
      {families.map((family, index) => (
        <g key={family} transform={`translate(222 ${families.length === 1 ? 63 : 30 + index * 66}) scale(1.22)`}>
          <TokenShape family={family} />
        </g>
      ))}
    </g>
  </svg>
);
