import { setTimeout as wait } from 'node:timers/promises';
import type { MendOrder, MendOutcome } from '../../shared/domain/mending.ts';
import { readServiceState } from '../outputs/service-control.ts';
import type { CommandOutcome, System } from '../system.ts';
import { type MendStep, mendSteps } from './steps.ts';

/** What an order is carried out with. */
export interface MendGround {
  readonly system: Pick<System, 'platform' | 'run'>;
  /** Installs the very file that has this digest. */
  install(file: string, sha256: string): Promise<MendOutcome>;
}

const stepLimitMs = 60_000;
/** A UTM needs longer to be up; its service only has to be started. */
const runningWithinMs = 30_000;
const betweenLooksMs = 500;

const done: MendOutcome = { kind: 'done', restartNeeded: false };

const failed = ({ program, args }: MendStep, outcome: CommandOutcome): MendOutcome => ({
  kind: 'failed',
  step: [program, ...args].join(' ').slice(0, 2_000),
  exitCode: outcome.exitCode,
  output: (outcome.missing ? 'not found' : outcome.stdout + outcome.stderr).trim().slice(0, 4_000),
});

const isFine = ({ fine }: MendStep, { exitCode }: CommandOutcome): boolean =>
  exitCode === 0 || (exitCode !== null && fine.includes(exitCode));

async function runs(system: MendGround['system'], service: string): Promise<CommandOutcome | null> {
  // Not the clock, which an order may have set a moment ago.
  for (const started = performance.now(); ; await wait(betweenLooksMs)) {
    const outcome = await system.run('sc.exe', ['query', service]);
    if (readServiceState(outcome) === 'running') return null;
    if (performance.now() - started > runningWithinMs) return outcome;
  }
}

async function take(system: MendGround['system'], step: MendStep): Promise<MendOutcome | null> {
  const outcome = await system.run(step.program, step.args, stepLimitMs);
  if (!isFine(step, outcome)) return step.optional ? null : failed(step, outcome);
  const down = step.untilRunning === null ? null : await runs(system, step.untilRunning);
  return down === null ? null : failed(step, down);
}

/** Carries out an order with the rights this process has. Stops at the first step that does not work. */
export async function performMend(order: MendOrder, { system, install }: MendGround): Promise<MendOutcome> {
  if (order.operation === 'install-file') return install(order.file, order.sha256);
  const steps = mendSteps(order, system.platform);
  if (steps === null) return { kind: 'unavailable', cause: `${order.operation} on ${system.platform}` };
  for (const step of steps) {
    const trouble = await take(system, step);
    if (trouble !== null) return trouble;
  }
  return done;
}
