import { setTimeout as wait } from 'node:timers/promises';
import type { MendOrder, MendOutcome } from '../../shared/domain/mending.ts';
import { hasStopped, readServiceStart, readServiceState } from '../outputs/service-control.ts';
import { readSupervisorStates } from '../outputs/supervisor.ts';
import type { CommandOutcome, System } from '../system.ts';
import { type DatabaseGround, renewDatabase } from './renew-database.ts';
import { type MendStep, mendSteps } from './steps.ts';

/** What an order is carried out with. */
export interface MendGround {
  readonly system: Pick<System, 'platform' | 'run'>;
  /** Installs the very file that has this digest. */
  install(file: string, sha256: string): Promise<MendOutcome>;
  readonly databases: DatabaseGround;
}

const stepLimitMs = 60_000;
/** A UTM needs longer to be up; its service only has to be started. */
const runningWithinMs = 30_000;
/** A UTM closes its database on the way down. */
const stoppedWithinMs = 120_000;
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

/** Repeats a command until its outcome will do, or the time is over: then the last outcome is answered. */
async function repeated(
  command: () => Promise<CommandOutcome>,
  enough: (outcome: CommandOutcome) => boolean,
  withinMs: number,
): Promise<{ readonly outcome: CommandOutcome; readonly enough: boolean }> {
  // Not the clock, which an order may have set a moment ago.
  for (const started = performance.now(); ; await wait(betweenLooksMs)) {
    const outcome = await command();
    if (enough(outcome)) return { outcome, enough: true };
    if (performance.now() - started > withinMs) return { outcome, enough: false };
  }
}

/** What a service says of itself when it has not come to this state in time; `null`: it has. */
async function notCome(
  system: MendGround['system'],
  service: string,
  there: (outcome: CommandOutcome) => boolean,
  withinMs: number,
): Promise<CommandOutcome | null> {
  const { outcome, enough } = await repeated(() => system.run('sc.exe', ['query', service]), there, withinMs);
  return enough ? null : outcome;
}

const isRunning = (outcome: CommandOutcome): boolean => readServiceState(outcome) === 'running';

async function isNeedless(system: MendGround['system'], { ifDisabled }: MendStep): Promise<boolean> {
  return ifDisabled !== null && readServiceStart(await system.run('sc.exe', ['qc', ifDisabled])) !== 'disabled';
}

async function take(system: MendGround['system'], step: MendStep): Promise<MendOutcome | null> {
  if (await isNeedless(system, step)) return null;
  const { outcome } = await repeated(
    () => system.run(step.program, step.args, stepLimitMs),
    ({ exitCode }) => exitCode === null || !step.again.includes(exitCode),
    stoppedWithinMs,
  );
  if (!isFine(step, outcome)) return step.optional ? null : failed(step, outcome);
  const { untilRunning, untilStopped } = step;
  const down = untilRunning === null ? null : await notCome(system, untilRunning, isRunning, runningWithinMs);
  const up = untilStopped === null ? null : await notCome(system, untilStopped, hasStopped, stoppedWithinMs);
  const late = down ?? up;
  return late === null ? null : failed(step, late);
}

/** Takes the steps of an order up to the first that does not work. */
async function carryOut(order: MendOrder, system: MendGround['system']): Promise<MendOutcome | null> {
  const steps = mendSteps(order, system.platform);
  if (steps === null) return { kind: 'unavailable', cause: `${order.operation} on ${system.platform}` };
  for (const step of steps) {
    const trouble = await take(system, step);
    if (trouble !== null) return trouble;
  }
  return null;
}

async function serviceRuns({ platform, run }: MendGround['system'], service: string): Promise<boolean> {
  if (platform === 'win32')
    return ['running', 'starting'].includes(readServiceState(await run('sc.exe', ['query', service])));
  const { stdout } = await run('/usr/bin/supervisorctl', ['status', service]);
  return ['running', 'starting'].includes(readSupervisorStates(stdout).get(service) ?? '');
}

/** The steps around the renewal are those of the orders that stop and start the same service. */
function renew(order: MendOrder & { operation: 'renew-utm-database' }, { system, databases }: MendGround) {
  const { service } = order;
  const steps = {
    isRunning: () => serviceRuns(system, service),
    stop: () => carryOut({ operation: 'stop-utm-service', service }, system),
    start: () => carryOut({ operation: 'start-utm-service', service }, system),
  };
  return renewDatabase(order, { databases, steps, platform: system.platform });
}

/** Carries out an order with the rights this process has. Stops at the first step that does not work. */
export async function performMend(order: MendOrder, ground: MendGround): Promise<MendOutcome> {
  if (order.operation === 'install-file') return ground.install(order.file, order.sha256);
  if (order.operation === 'renew-utm-database') return renew(order, ground);
  return (await carryOut(order, ground.system)) ?? done;
}
