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

/**
 * Java writes its error output beside the log and never clears it: it is about the last run only where nothing was
 * written to the log long after it.
 */
const besideMs = 2 * 60_000;

const isOfLastRun = ({ daemon, info }: UtmLogs): boolean =>
  daemon !== null && (info === null || daemon.modifiedAt >= info.modifiedAt - besideMs);

function understand(logs: UtmLogs): UtmLog | null {
  const { info, daemon } = logs;
  if (info === null && daemon === null) return null;
  const log = readInfoLog(info?.text ?? '');
  if (daemon === null || !isOfLastRun(logs)) return log;
  return { ...log, failure: graver(log.failure, failureInOutput(daemon.text)) };
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
