import type { MendOperation } from '../domain/mending.ts';
import type { UtmWorkKind } from '../domain/utm-setup.ts';
import { isWriting, type WizardState } from './wizard-state.ts';

/** Works that stop, replace, set or start a UTM; the others bring a file, or look. */
const changingWorks: readonly UtmWorkKind[] = ['install', 'configure', 'start', 'renew'];

/** Orders to a UTM's service; and an installer, which may replace what a UTM and the wizard see the token by. */
const changingOrders: readonly MendOperation[] = [
  'start-utm-service',
  'restart-utm-service',
  'stop-utm-service',
  'renew-utm-database',
  'install-file',
];

export const changesUtm = (kind: UtmWorkKind): boolean => changingWorks.includes(kind);

/** The UTM is another one at every moment: no key is written, and nobody else changes it. */
export function utmIsChanged({
  utmSetup: { work },
  machine: { mending },
}: Pick<WizardState, 'utmSetup' | 'machine'>): boolean {
  const works = work?.phase === 'running' && changesUtm(work.kind);
  return works || (mending?.phase === 'running' && changingOrders.includes(mending.operation));
}

/** What would be left half done if the program ended now. */
export type UnfinishedWork = 'key' | 'utm' | null;

export function unfinishedWork(state: WizardState): UnfinishedWork {
  if (isWriting(state)) return 'key';
  return utmIsChanged(state) ? 'utm' : null;
}
