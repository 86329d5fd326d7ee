import { logText } from '../log-text.ts';
import type { FileTail, System } from '../system.ts';
import { within } from './installed-utms.ts';

/** The ends of a UTM's logs as text; empty or `null` where there is nothing to read. */
export interface UtmLogs {
  /** `transport_info.log`. */
  readonly info: { readonly text: string; readonly modifiedAt: number } | null;
  /** `daemon-error.log`: what Java said where no log was written yet. */
  readonly daemon: { readonly text: string; readonly modifiedAt: number } | null;
  /** The newest of `access_log.yyyy-MM-dd.log` with a line in them, the newer first. */
  readonly access: readonly string[];
}

/** As much as is ever read of each, however long it is. */
const infoBytes = 512 * 1024;
const daemonBytes = 64 * 1024;
const accessBytes = 128 * 1024;

const accessName = /^access_log\.\d{4}-\d{2}-\d{2}\.log$/;
/** Just after midnight the newest has nothing to tell yet. */
const accessFiles = 2;

const said = (tail: FileTail | null): UtmLogs['info'] => tail && { text: logText(tail), modifiedAt: tail.modifiedAt };

/** Reads the ends of the logs in the folder of a UTM. */
export async function readUtmLogs(system: System, folder: string): Promise<UtmLogs> {
  const logs = within(system, folder, 'l');
  const tailOf = async (name: string, maxBytes: number): Promise<UtmLogs['info']> =>
    said(await system.readTail(within(system, logs, name), maxBytes));
  const accessTails = async (): Promise<readonly string[]> => {
    const names = (await system.list(logs)).filter((name) => accessName.test(name));
    const newest = names.sort().reverse().slice(0, accessFiles);
    const tails = await Promise.all(newest.map((name) => tailOf(name, accessBytes)));
    return tails.flatMap((tail) => (tail === null ? [] : [tail.text]));
  };
  const [info, daemon, access] = await Promise.all([
    tailOf('transport_info.log', infoBytes),
    tailOf('daemon-error.log', daemonBytes),
    accessTails(),
  ]);
  return { info, daemon, access };
}
