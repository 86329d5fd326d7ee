import type { System } from '../machine/system.ts';
import { localPortOf } from '../machine/utm-address.ts';
import type { Finding } from '../shared/domain/finding.ts';
import type { MendOperation, MendOrder } from '../shared/domain/mending.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { findUtmService, mayBeUntold } from './utm-service.ts';

/** What orders are made out of, each when it is needed. */
interface OrderFacts {
  readonly utmUrl: string;
  readonly system: System;
  /** What the check of the clock found last. */
  clock(): Promise<Finding | undefined> | Finding | undefined;
  /** The installer that a person picked and was shown; `null`: none. */
  installer(): { readonly file: string; readonly sha256: string } | null;
}

/** The clock is set by what its check has found. */
function clockOrder(clock: Finding | undefined): Result<MendOrder> {
  const ahead = clock?.facts.offsetSeconds;
  if (typeof ahead !== 'number') return fail(problem('MACHINE_CLOCK_OFFSET_UNKNOWN'));
  return succeed({ operation: 'set-clock', bySeconds: -ahead });
}

/**
 * The service of the UTM that is meant, and never of another. Where this computer tells nothing of its UTMs a start may
 * fall back on the vendor's own name.
 */
async function serviceOrder(
  operation: 'start-utm-service' | 'restart-utm-service' | 'stop-utm-service',
  { system, utmUrl }: OrderFacts,
): Promise<Result<MendOrder>> {
  const service = (await findUtmService(system, utmUrl))?.service ?? null;
  if (service !== null) return succeed({ operation, service });
  if (operation === 'start-utm-service' && (await mayBeUntold(system, utmUrl))) return succeed({ operation });
  return fail(problem('MACHINE_MEND_UNAVAILABLE', {}, { operation }));
}

/**
 * The order for what a person wants mended: the person says what, the program knows the rest.
 * Problems: `MACHINE_CLOCK_OFFSET_UNKNOWN`, `MACHINE_MEND_UNAVAILABLE` (the UTM is on another computer, or
 * which one is meant cannot be told; a start too, for that of another must not be started in its place),
 * `MACHINE_INSTALLER_CHANGED` (there is none any more).
 */
export async function mendOrder(operation: MendOperation, facts: OrderFacts): Promise<Result<MendOrder>> {
  switch (operation) {
    case 'start-smart-card-service':
      return succeed({ operation });
    case 'start-utm-service':
    case 'restart-utm-service':
    case 'stop-utm-service':
      return serviceOrder(operation, facts);
    // It has a door of its own, which asks what would be lost (`renewUtmDatabase`).
    case 'renew-utm-database':
      return fail(problem('MACHINE_MEND_UNAVAILABLE', {}, { operation }));
    case 'set-clock':
      return clockOrder(await facts.clock());
    case 'allow-utm-port': {
      const port = localPortOf(facts.utmUrl);
      return port === null ? fail(problem('MACHINE_MEND_UNAVAILABLE')) : succeed({ operation, port });
    }
    case 'install-file': {
      const installer = facts.installer();
      return installer === null ? fail(problem('MACHINE_INSTALLER_CHANGED')) : succeed({ operation, ...installer });
    }
  }
}
