import type { WebContents } from 'electron';
import { ConsoleRing } from './console-ring.ts';
import type { Log } from './log.ts';

/** Writes the troubles of a window into the log: its unhandled errors, which Chromium prints, and its fall. */
export function logTroubles(page: WebContents, log: Log): void {
  const ring = new ConsoleRing(log);
  page.on('console-message', (_event, level, message, line, source) => ring.take(level, message, `${source}:${line}`));
  page.on('render-process-gone', (_event, { reason, exitCode }) => log.error('window-fell', { reason, exitCode }));
  page.on('preload-error', (_event, file, error) => log.error('preload-fell', { file, error: error.message }));
}
