import { Check, CircleHelp, Info, LoaderCircle, Minus, TriangleAlert, Usb, X } from 'lucide-react';
import { classes } from './classes.ts';
import styles from './status-mark.module.css';

export type Mark = 'ok' | 'info' | 'attention' | 'waiting' | 'bad' | 'unknown' | 'needless' | 'running' | 'ahead';

const icons = {
  ok: Check,
  info: Info,
  attention: TriangleAlert,
  waiting: Usb,
  bad: X,
  unknown: CircleHelp,
  needless: Minus,
  running: LoaderCircle,
  ahead: null,
} as const;

/** A round mark whose shape already tells the status; `label` says it to a screen reader, `null` where the words do. */
export function StatusMark({ mark, label }: { readonly mark: Mark; readonly label: string | null }) {
  const Icon = icons[mark];
  return (
    <span
      className={classes(styles.mark, styles[mark])}
      {...(label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {Icon ? <Icon size={18} strokeWidth={2} aria-hidden /> : null}
    </span>
  );
}
