import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { shownDevice } from '../steps/token/token-view.ts';
import type { TokenSidePage } from '../store/side-page.ts';

type Task = NonNullable<WizardState['tokens']['task']>;

const kinds: Record<TokenSidePage['name'], Task['kind']> = {
  contents: 'delete-key',
  'change-pin': 'change-pin',
  unblock: 'unblock-pin',
  prepare: 'initialise',
};

/** The work a page began, as it runs or as it ended; work that ended before the page was opened is not its own. */
export function ownTask(tokens: WizardState['tokens'], side: TokenSidePage): Task | null {
  const { task } = tokens;
  if (!task || task.kind !== kinds[side.name] || task.startedAt === side.before) return null;
  return side.name === 'contents' || task.applet === side.applet ? task : null;
}

/** The preparation that is running although no page of it is open: the window was loaded anew meanwhile. */
export function runningPreparation(tokens: WizardState['tokens']): TokenSidePage | null {
  const { task } = tokens;
  if (task?.kind !== 'initialise' || task.phase !== 'running') return null;
  return { name: 'prepare', applet: task.applet, device: shownDevice(tokens)?.id ?? '', before: null };
}

/**
 * Whether a page about one token may be shown. It ends when that token is gone or another is in its place; only a
 * preparation outlasts the absence, for a token may drop off while it is prepared.
 */
export function outlives(tokens: WizardState['tokens'], side: TokenSidePage): boolean {
  const device = shownDevice(tokens);
  if (device?.id === side.device) return true;
  const own = ownTask(tokens, side);
  return side.name === 'prepare' && own !== null && (own.phase === 'running' || device === null);
}
