import { Notification } from 'electron';
import type { SystemNotice } from '../setup/remind-once.ts';

/** A notice that nothing holds is collected as garbage, and its press is heard by nobody. */
const standing = new Set<Notification>();

/** Shows a notice by the system's own means. Where it has none, the notice is as good as refused. */
export function showSystemNotice(title: string, body: string): SystemNotice {
  const notification = new Notification({ title, body });
  const shown = new Promise<boolean>((resolve) => {
    notification.once('show', () => resolve(true));
    notification.once('failed', () => resolve(false));
    if (!Notification.isSupported()) resolve(false);
  });
  const answered = new Promise<'pressed' | 'closed'>((resolve) => {
    notification.once('click', () => resolve('pressed'));
    notification.once('close', () => resolve('closed'));
  });
  standing.add(notification);
  notification.show();
  return { shown, answered };
}
