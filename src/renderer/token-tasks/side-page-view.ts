import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { shownDevice } from '../steps/token/token-view.ts';
import type { SidePage } from '../store/side-page.ts';

type Task = NonNullable<WizardState['tokens']['task']>;

const kinds: Record<SidePage['name'], Task['kind']> = {
  contents: 'delete-key',
  'change-pin': 'change-pin',
  unblock: 'unblock-pin',
  prepare: 'initialise',
};

/** The work a page began, as it runs or as it ended; work that ended before the page was opened is not its own. */
export function ownTask(tokens: WizardState['tokens'], side: SidePage): Task | null {
  const { task } = tokens;
  if (!task || task.kind !== kinds[side.name] || task.startedAt === side.before) return null;
  return side.name === 'contents' || task.applet === side.applet ? task : null;
}

/**
 * The side page to show, or `null` for the page of the step. A page about one token ends when that token is gone or
 * another is in its place; only a preparation outlasts the absence, for a token may drop off while it is prepared.
 */
export function shownSidePage(state: WizardState, side: SidePage | null): SidePage | null {
  const { tokens } = state;
  const device = shownDevice(tokens);
  if (!side) {
    // The window was loaded anew in mid-preparation.
    if (tokens.task?.kind !== 'initialise' || tokens.task.phase !== 'running') return null;
    return { name: 'prepare', applet: tokens.task.applet, device: device?.id ?? '', before: null };
  }
  if (device?.id === side.device) return side;
  const own = ownTask(tokens, side);
  return side.name === 'prepare' && own && (own.phase === 'running' || device === null) ? side : null;
}
