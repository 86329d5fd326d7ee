import type { ServiceState } from './service-control.ts';

// State names of supervisord's documentation, “Process States”.
const states: Readonly<Record<string, ServiceState>> = {
  RUNNING: 'running',
  STARTING: 'starting',
  BACKOFF: 'starting',
  STOPPED: 'stopped',
  STOPPING: 'stopped',
  EXITED: 'stopped',
  FATAL: 'stopped',
  UNKNOWN: 'unknown',
};

/** Programs under which UTMs run; the first is the vendor's own name, `utm`. */
const statusRow = /^(utm[\w-]{0,30})[ \t]+([A-Z]{4,12})\b/gm;

/**
 * Reads `supervisorctl status`: the UTMs among the programs, and their states. Whoever may not ask, or has no
 * supervisor, is told of none.
 */
export function readSupervisorStates(output: string): ReadonlyMap<string, ServiceState> {
  return new Map(
    [...output.matchAll(statusRow)].flatMap(([, name = '', word = '']) => {
      const state = states[word];
      return state === undefined ? [] : [[name, state] as const];
    }),
  );
}

const section = /^\[program:(utm[\w-]{0,30})\]/;
const otherSection = /^\[/;
/** The folder that Java is told, the one the program is started in, or the one its file lies in. */
const folders = [
  /^command[ \t]{0,9}=.{0,2000}?-Dbasedir=(\/[\w./-]{1,200})/,
  /^directory[ \t]{0,9}=[ \t]{0,9}(\/[\w./-]{1,200})/,
  /^command[ \t]{0,9}=.{0,200}?(\/[\w./-]{0,190}?\/transport)\//,
] as const;

const withoutEnd = (path: string): string => {
  const end = path.lastIndexOf('/bin');
  const whole = end > 0 && end === path.length - 4 ? path.slice(0, end) : path;
  return whole.endsWith('/') ? whole.slice(0, -1) : whole;
};

/** Reads a file of `/etc/supervisor/conf.d`: the UTMs it starts, and the folder of each as far as it tells. */
export function readSupervisorConfig(text: string): ReadonlyMap<string, string | null> {
  const found = new Map<string, { rank: number; folder: string | null }>();
  let current: string | null = null;
  for (const line of text.split(/\r?\n/)) {
    const name = section.exec(line)?.[1];
    if (name !== undefined || otherSection.test(line)) {
      current = name ?? null;
      if (current !== null) found.set(current, { rank: folders.length, folder: null });
      continue;
    }
    const known = current === null ? undefined : found.get(current);
    if (current === null || known === undefined) continue;
    const rank = folders.findIndex((form) => form.test(line));
    if (rank === -1 || rank >= known.rank) continue;
    const folder = folders[rank]?.exec(line)?.[1];
    if (folder !== undefined) found.set(current, { rank, folder: withoutEnd(folder) });
  }
  return new Map([...found].map(([name, { folder }]) => [name, folder]));
}
