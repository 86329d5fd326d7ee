import type { QualifiedState } from '../../shared/ipc/qualified-state.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import type { KnownFacts } from './sources.ts';

function holdersOf({ open, making, account, received }: QualifiedState): KnownFacts['holders'] {
  const requested = open.map(({ request }) => request?.values ?? null);
  return {
    subjects: [making.subject, ...requested].filter((values) => values !== null),
    applications: account.applications,
    certificates: received?.certificate ? [received.certificate] : [],
  };
}

/** What a walk knows by now, read off its state. */
export function factsOfWalk(state: WizardState): KnownFacts {
  const { practice, machine, tokens, mchd, subdivisions, contractors, accessKey, utm, notice, qualified } = state;
  return {
    practice: practice?.scenario ?? null,
    checkedAt: machine.checkedAt,
    findings: machine.findings,
    tokens: tokens.report,
    utm: utm.state,
    place: subdivisions.chosen,
    remembered: { tokens: state.knownTokens.tokens, changes: state.keyChange.changes },
    holders: holdersOf(qualified),
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
      qualified.making.problem,
      qualified.account.problem,
      qualified.received?.problem,
      qualified.installing.problem,
    ].filter((cause) => cause !== null && cause !== undefined),
  };
}
