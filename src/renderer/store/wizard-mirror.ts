import { create } from 'zustand';
import type { WizardBridge } from '../../shared/ipc/contract.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import type { Problem } from '../../shared/problems/problem.ts';

interface WizardMirror {
  /** What the main process last said; `null` until it first speaks. */
  readonly state: WizardState | null;
  /** The last request that was turned down. */
  readonly refusal: Problem | null;
}

export const wizardMirror = create<WizardMirror>()(() => ({ state: null, refusal: null }));

/** Keeps the mirror equal to the main process until the answer is called. */
export function keepMirror(bridge: WizardBridge): () => void {
  const stop = bridge.subscribe('wizard:state-changed', (state) => wizardMirror.setState({ state }));
  void bridge.request('wizard:state', null).then((reply) => {
    // A change that arrived meanwhile is newer than this answer.
    if (reply.ok) wizardMirror.setState((mirror) => ({ state: mirror.state ?? reply.value }));
    else wizardMirror.setState({ refusal: reply.problem });
  });
  return stop;
}

/** Problems that some page of this state shows already. */
const shownProblems = (state: WizardState): readonly (Problem | null | undefined)[] => [
  state.notice,
  state.machine.mending?.problem,
  state.tokens.problem,
  state.tokens.obstacle,
  state.tokens.signInProblem?.problem,
  state.tokens.task?.problem,
  state.mchd.problem,
  state.subdivisions.problem,
  state.contractors.problem,
  state.accessKey.problem,
  state.qualified.making.problem,
  state.qualified.account.problem,
  state.qualified.received?.problem,
  state.qualified.installing.problem,
  state.utm.problem,
  state.knownTokens.problem,
  state.utmSetup.work?.problem,
];

/** The refusal the notice bar has to show: none that stands on a page already. */
export const refusalToShow = (state: WizardState, refusal: Problem | null): Problem | null =>
  shownProblems(state).some((shown) => shown?.code === refusal?.code) ? null : refusal;
