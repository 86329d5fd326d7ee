import type { CheckId } from '../shared/domain/finding.ts';
import type { MendOperation, MendOrder, MendOutcome } from '../shared/domain/mending.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Workplace } from './workplace.ts';

/** What is to be looked at again once an order was carried out, or was not. */
export const checksAfter: Readonly<Record<MendOperation, readonly CheckId[]>> = {
  'start-smart-card-service': ['smart-card-service', 'readers', 'token'],
  'start-utm-service': ['smart-card-service', 'utm', 'utm-port'],
  'restart-utm-service': ['smart-card-service', 'utm', 'utm-port'],
  'stop-utm-service': ['utm', 'utm-port', 'utm-service-ports'],
  'renew-utm-database': ['utm', 'utm-port', 'utm-remains'],
  'set-clock': ['clock', 'network', 'tls-inspection'],
  'allow-utm-port': ['utm-port'],
  'install-file': ['vendor-libraries', 'driver-publisher', 'smart-card-service', 'readers', 'token', 'utm'],
};

const installFailed = (order: MendOrder, exitCode: number | null) =>
  order.operation === 'install-file' && exitCode !== null;

function understood(order: MendOrder, outcome: MendOutcome): Result<Mended> {
  switch (outcome.kind) {
    case 'done':
      return succeed({ restartNeeded: outcome.restartNeeded, movedTo: outcome.movedTo ?? null });
    case 'refused':
      return fail(problem('MACHINE_MEND_REFUSED'));
    case 'file-changed':
      return fail(problem('MACHINE_INSTALLER_CHANGED'));
    case 'unavailable':
      return fail(problem('MACHINE_MEND_UNAVAILABLE', {}, { operation: order.operation, cause: outcome.cause }));
    case 'failed': {
      const { step, exitCode, output, movedTo } = outcome;
      const details = { operation: order.operation, step, exitCode, output };
      if (movedTo !== undefined) return fail(problem('EGAIS_UTM_DATABASE_MOVED', { folder: movedTo }, details));
      return installFailed(order, exitCode)
        ? fail(problem('MACHINE_INSTALLER_FAILED', { code: exitCode ?? 0 }, details))
        : fail(problem('MACHINE_MEND_FAILED', {}, details));
    }
  }
}

/** What an order that was carried out leaves to be told. */
interface Mended {
  readonly restartNeeded: boolean;
  /** Where a UTM's former database stands; `null`: the order moved none. */
  readonly movedTo: string | null;
}

/** The order as a record keeps it: what was asked for, and of a file its digest. */
const recorded = (order: MendOrder): Readonly<Record<string, string | number | boolean>> =>
  Object.fromEntries(Object.entries(order).filter(([, value]) => value !== undefined));

/**
 * Changes the computer by one order of the closed list, with rights the person is asked for. Both the order and its
 * outcome are recorded.
 * Problems: `MACHINE_MEND_REFUSED` (the person said no), `MACHINE_MEND_FAILED`, `MACHINE_MEND_UNAVAILABLE`,
 * `MACHINE_INSTALLER_CHANGED`, `MACHINE_INSTALLER_FAILED`, `EGAIS_UTM_DATABASE_MOVED`.
 */
export async function mendComputer(
  { elevation, record }: Pick<Workplace, 'elevation' | 'record'>,
  order: MendOrder,
): Promise<Result<Mended>> {
  record.write({ event: 'mend-asked', facts: recorded(order) });
  const outcome = await elevation.perform(order);
  record.write({
    event: 'mend-ended',
    facts: {
      operation: order.operation,
      outcome: outcome.kind,
      exitCode: outcome.kind === 'failed' ? outcome.exitCode : null,
    },
  });
  return understood(order, outcome);
}
