import { APP_ORIGIN } from './app-origin.ts';

/** Who sent a message, as far as the rules below look. */
export interface Sender {
  readonly contentsId: number;
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** Item 17: only the main frame of a window of ours, standing at our own origin, may speak. */
export function trustedSender(sender: Sender, windows: ReadonlySet<number>): boolean {
  if (!windows.has(sender.contentsId) || !sender.isMainFrame) return false;
  return sender.url === APP_ORIGIN || sender.url.startsWith(`${APP_ORIGIN}/`);
}
