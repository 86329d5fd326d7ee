import { lastPostIn } from '../egais/utm/access-log.ts';
import { failureInOutput, readInfoLog } from '../egais/utm/info-log.ts';
import { graver } from '../egais/utm/start-failures.ts';
import type { UtmClient } from '../egais/utm/utm-client.ts';
import { readUtmState } from '../egais/utm/utm-state.ts';
import { readUtmLogs, type UtmLogs } from '../machine/questions/utm-logs.ts';
import { findUtmPlace } from '../machine/questions/utm-place.ts';
import type { System } from '../machine/system.ts';
import type { UtmLog, UtmOnComputer, UtmState } from '../shared/domain/utm.ts';

/** The UTM of a workplace: its address, its computer, and its folder where a person named it. */
export interface UtmSite {
  readonly client: UtmClient;
  readonly system: System;
  readonly folder: string | null;
}

/** How long after Java's error output a run that it ended may still write to its log. */
const besideMs = 2 * 60_000;

/** A file may carry an earlier moment than the clock that the log reads: FAT counts two seconds, Linux its timer ticks. */
const stampsDifferByMs = 2_000;

type Written = NonNullable<UtmLogs['info']>;

/** What ends a start before it has written a line of its log: the run that the log tells of is the one before. */
const beforeTheLog: readonly UtmLog['failure'][] = ['registered-wrongly', 'files-missing'];

/**
 * What Java's error output adds. It stands beside the log, without a stamp, and is never cleared: it is about the last
 * run only where it was written neither before that run began nor long before the log's end. A run that finished an
 * exchange had its PINs and its database: after it the output can only tell of a start that came to no line of the log.
 */
function failureOfOutput(daemon: Written, info: Written | null, { startedAt, mark }: UtmLog): UtmLog['failure'] {
  const failure = failureInOutput(daemon.text);
  if (info === null) return failure;
  if (mark === 'exchange') {
    return daemon.modifiedAt > info.modifiedAt && beforeTheLog.includes(failure) ? failure : null;
  }
  const begun = startedAt === null ? 0 : Date.parse(startedAt);
  return daemon.modifiedAt >= Math.max(begun - stampsDifferByMs, info.modifiedAt - besideMs) ? failure : null;
}

function understand({ info, daemon }: UtmLogs): UtmLog | null {
  if (info === null && daemon === null) return null;
  const log = readInfoLog(info?.text ?? '');
  if (daemon === null) return log;
  return { ...log, failure: graver(log.failure, failureOfOutput(daemon, info, log)) };
}

async function lookAtComputer({ client, system, folder: named }: UtmSite): Promise<UtmOnComputer | null> {
  const place = await findUtmPlace(system, { utmUrl: client.url, named });
  if (place === null) return null;
  const { installed, folder } = place;
  const service = place.service && { state: place.service.state, start: place.service.start };
  if (folder === null) return { installed, service, folder, log: null, lastPost: null };
  const logs = await readUtmLogs(system, folder);
  return { installed, service, folder, log: understand(logs), lastPost: lastPostIn(logs.access) };
}

/**
 * Reads a UTM as it answers and as its computer knows it, side by side, and comes to one verdict. Changes nothing.
 * @param expectedFsrarId FSRAR ID of the chosen place, `null` when none is chosen
 */
export const readUtm = (site: UtmSite, expectedFsrarId: string | null): Promise<UtmState> =>
  readUtmState(site.client, { expectedFsrarId, computer: lookAtComputer(site), now: () => site.system.now() });
