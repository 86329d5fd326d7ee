import { localPortOf } from '../machine/utm-address.ts';
import type { Finding } from '../shared/domain/finding.ts';
import type { MendOperation, MendOrder } from '../shared/domain/mending.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/** What orders are made out of, each when it is needed. */
interface OrderFacts {
  readonly utmUrl: string;
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
 * The order for what a person wants mended: the person says what, the program knows the rest.
 * Problems: `MACHINE_CLOCK_OFFSET_UNKNOWN`, `MACHINE_MEND_UNAVAILABLE` (the UTM is on another computer),
 * `MACHINE_INSTALLER_CHANGED` (there is none any more).
 */
export async function mendOrder(operation: MendOperation, facts: OrderFacts): Promise<Result<MendOrder>> {
  switch (operation) {
    case 'start-smart-card-service':
    case 'start-utm-service':
      return succeed({ operation });
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
