import type { ReactNode } from 'react';
import type { Device } from '../../shared/domain/token.ts';
import card from '../controls/card.module.css';
import { classes } from '../controls/classes.ts';
import { TokenPage } from '../frame/token-page.tsx';
import { TokenRing } from '../token-drawing/token-ring.tsx';
import styles from './token-task.module.css';

interface TaskRunningPageProps {
  readonly page: string;
  readonly device: Device | null;
  readonly title: string;
  readonly lead: string;
  readonly hint?: string;
  readonly away?: boolean;
  readonly children?: ReactNode;
}

/** The token is at work: nothing to press, and no doubt that it goes on. */
export const TaskRunningPage = ({ page, device, title, lead, hint, away, children }: TaskRunningPageProps) => (
  <TokenPage page={`${page}-running`} device={device} title={title} lead={lead} hint={hint ?? null} noBack>
    <div className={classes(card.card, styles.running)}>
      <TokenRing label={title} family={device?.family ?? 'generic'} away={away ?? false} />
      {children}
    </div>
  </TokenPage>
);
