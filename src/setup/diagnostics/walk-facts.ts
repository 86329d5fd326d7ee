import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import type { KnownFacts } from './sources.ts';

/** What a walk knows by now, read off its state. */
export function factsOfWalk(state: WizardState): KnownFacts {
  const { practice, machine, tokens, mchd, subdivisions, contractors, accessKey, utm, notice } = state;
  return {
    practice: practice?.scenario ?? null,
    checkedAt: machine.checkedAt,
    findings: machine.findings,
    tokens: tokens.report,
    utm: utm.state,
    place: subdivisions.chosen,
    remembered: { tokens: state.knownTokens.tokens, changes: state.keyChange.changes },
    problems: [
      notice,
      machine.mending?.problem,
      tokens.problem,
      tokens.obstacle,
      tokens.signInProblem?.problem,
      tokens.task?.problem,
      mchd.problem,
      subdivisions.problem,
      contractors.problem,
      accessKey.problem,
      utm.problem,
    ].filter((cause) => cause !== null && cause !== undefined),
  };
}
