import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './pill.module.css';

interface PillProps {
  readonly tone: 'ok' | 'warn' | 'bad' | 'plain';
  readonly icon: LucideIcon;
  readonly children: ReactNode;
}

/** A short fact beside the thing it is about. */
export const Pill = ({ tone, icon: Icon, children }: PillProps) => (
  <span className={classes(styles.pill, styles[tone])}>
    <Icon size={14} strokeWidth={2.1} aria-hidden />
    {children}
  </span>
);
