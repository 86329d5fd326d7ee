import type { Finding } from '../shared/domain/finding.ts';
import type { MendOrder } from '../shared/domain/mending.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/**
 * The order that sets the clock by what the check of the clock has found. Problem: `MACHINE_CLOCK_OFFSET_UNKNOWN`.
 */
export function clockOrder(findings: readonly Finding[]): Result<MendOrder> {
  const ahead = findings.find(({ id }) => id === 'clock')?.facts.offsetSeconds;
  if (typeof ahead !== 'number') return fail(problem('MACHINE_CLOCK_OFFSET_UNKNOWN'));
  return succeed({ operation: 'set-clock', bySeconds: -ahead });
}
