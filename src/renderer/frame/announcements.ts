import type { IssueStageId } from '../../shared/domain/access-key.ts';
import type { AppletKind } from '../../shared/domain/token.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';

/** Something that changed by itself and that a person who does not see the window must hear. */
export type Announcement =
  | { readonly kind: 'token-inserted'; readonly name: string }
  | { readonly kind: 'token-removed' }
  | { readonly kind: 'checking' }
  | { readonly kind: 'signed-in'; readonly applet: AppletKind }
  | { readonly kind: 'places'; readonly count: number }
  | { readonly kind: 'stage'; readonly stage: IssueStageId }
  | { readonly kind: 'new-key' }
  | { readonly kind: 'watch-paused' | 'watch-resumed' };

const devicesOf = (state: WizardState) => state.tokens.report?.devices ?? [];

const runningStage = (state: WizardState) => state.accessKey.stages.find((stage) => stage.status === 'running')?.id;

/**
 * What to say when one state follows another. Changes of page are not here: focus moves to their heading, which reads
 * itself. A notice and a refused PIN are alerts on the page and read themselves too.
 */
export function announcements(before: WizardState, after: WizardState): readonly Announcement[] {
  const said: Announcement[] = [];
  // A token that is being prepared drops off and comes back; the page of the preparation speaks of that.
  const preparing = after.tokens.task?.kind === 'initialise' && after.tokens.task.phase === 'running';
  const known = new Set(devicesOf(before).map((device) => device.id));
  const present = new Set(devicesOf(after).map((device) => device.id));
  for (const device of devicesOf(after)) {
    if (!preparing && !known.has(device.id)) said.push({ kind: 'token-inserted', name: device.name });
  }
  if (!preparing && [...known].some((id) => !present.has(id))) said.push({ kind: 'token-removed' });
  if (before.machine.phase !== 'running' && after.machine.phase === 'running' && after.step === 'machine') {
    said.push({ kind: 'checking' });
  }
  const applet = before.tokens.signingIn;
  if (applet && !after.tokens.signingIn && !after.tokens.signInProblem) said.push({ kind: 'signed-in', applet });
  if (before.subdivisions.phase === 'running' && after.subdivisions.phase === 'done') {
    said.push({ kind: 'places', count: after.subdivisions.count });
  }
  const stage = runningStage(after);
  if (stage && stage !== runningStage(before)) said.push({ kind: 'stage', stage });
  // Whoever works on the issuer's own page looks elsewhere when the wizard finds what came of it.
  const proven = after.accessKey.phase === 'done' && before.accessKey.phase === 'running';
  if (proven && after.accessKey.issuer === 'handoff') said.push({ kind: 'new-key' });
  if (before.tokens.watchPaused !== after.tokens.watchPaused) {
    said.push({ kind: after.tokens.watchPaused ? 'watch-paused' : 'watch-resumed' });
  }
  return said;
}
