import { type FaultId, faults, type Moment } from './fault-plan.ts';
import type { Flow } from './flows.ts';
import { type Bench, type Evidence, hangLimitOf, type Injection, inject, openBench } from './injection.ts';
import type { KeptProcess } from './kept-process.ts';
import { laws } from './laws.ts';
import type { Ground } from './token-grounds.ts';

/** Reading changes nothing, so a lost answer of it is the same as no answer. */
const readings = new Set([
  'C_GetInfo',
  'C_GetSlotList',
  'C_GetSlotInfo',
  'C_GetTokenInfo',
  'C_GetMechanismList',
  'C_GetMechanismInfo',
  'C_GetSessionInfo',
  'C_GetAttributeValue',
]);

const moments = (name: string): readonly Moment[] => (readings.has(name) ? ['before'] : ['before', 'after']);

const undisturbed: Injection = { call: 0, name: '', fault: 'general-error', moment: 'before' };

/** One law that was broken, told so that the case can be run again. */
interface Violation {
  readonly ground: string;
  readonly flow: string;
  readonly injection: string;
  readonly law: string;
  readonly found: string;
}

const title = ({ call, name, fault, moment }: Injection): string => `${fault} ${moment} call ${call} ${name}`;

function judge(evidence: Evidence): readonly Violation[] {
  const { ground, flow, injection } = evidence;
  return Object.entries(laws).flatMap(([law, holds]) => {
    const found = holds(evidence);
    return found === null ? [] : [{ ground: ground.id, flow: flow.id, injection: title(injection), law, found }];
  });
}

/** Runs a flow undisturbed and answers its calls. Throws where it does not end as its row says. */
export async function rehearse(ground: Ground, process: KeptProcess, flow: Flow): Promise<readonly string[]> {
  const evidence = await inject(await openBench(ground, process, flow, null), undisturbed);
  const { answer, calls } = evidence;
  const end = 'threw' in answer ? String(answer.threw) : answer.ok ? null : answer.problem.code;
  const broken = judge(evidence);
  if (end !== flow.ends || broken.length > 0)
    throw new Error(`${flow.id} on ${ground.id} ends ${end}: ${JSON.stringify({ answer, broken })}`);
  return calls;
}

/** Every fault at every call of a flow; `only` keeps the cases it picks. */
export function injectionsOf(
  calls: readonly string[],
  faultIds: readonly FaultId[],
  only: (call: number, fault: number, moment: Moment) => boolean,
): readonly Injection[] {
  return calls.flatMap((name, index) =>
    faultIds.flatMap((fault, order) =>
      moments(name)
        .filter((moment) => only(index, order, moment))
        .map((moment) => ({ call: index + 1, name, fault, moment })),
    ),
  );
}

/** A hang that is not reached in time is tried again with more of it. */
const patienceSteps = [1, 4, 16];

/**
 * Whether the next injection may go on at the same bench: the fault was a mere return code, the token is as it was, and
 * who was signed in still is.
 */
const standsAsBefore = ({ flow, injection, answer, untouched, signature }: Evidence): boolean =>
  typeof faults[injection.fault] === 'object' &&
  flow.signedIn &&
  untouched &&
  !('threw' in answer) &&
  !answer.ok &&
  signature?.ok === true;

interface Tally {
  injections: number;
  readonly violations: Violation[];
}

/**
 * Runs the injections one after another and judges each. One that its flow never reached, because the flow went
 * another way than in its rehearsal, is itself a violation: the matrix would claim what it did not do.
 */
export async function runMatrix(
  ground: Ground,
  process: KeptProcess,
  flow: Flow,
  injections: readonly Injection[],
): Promise<Tally> {
  const tally: Tally = { injections: 0, violations: [] };
  let bench: Bench | null = null;

  const attempt = async (injection: Injection): Promise<Evidence> => {
    if (faults[injection.fault] !== 'hang') {
      bench ??= await openBench(ground, process, flow, null);
      const evidence = await inject(bench, injection);
      if (!standsAsBefore(evidence)) bench = null;
      return evidence;
    }
    for (const patience of patienceSteps.slice(0, -1)) {
      const evidence = await inject(await openBench(ground, process, flow, hangLimitOf(flow, patience)), injection);
      if (evidence.struck) return evidence;
    }
    const longest = hangLimitOf(flow, patienceSteps.at(-1) ?? 1);
    return inject(await openBench(ground, process, flow, longest), injection);
  };

  for (const injection of injections) {
    const evidence = await attempt(injection);
    tally.injections += 1;
    const case_ = { ground: ground.id, flow: flow.id, injection: title(injection) };
    if (!evidence.struck)
      tally.violations.push({ ...case_, law: 'the fault is reached', found: JSON.stringify(evidence.answer) });
    tally.violations.push(...judge(evidence));
  }
  return tally;
}
