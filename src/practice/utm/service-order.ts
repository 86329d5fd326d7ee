import { rmSync } from 'node:fs';
import { z } from 'zod';
import type { UtmFolder } from './utm-folder.ts';

/** What the services of a practice computer want of a stand-in UTM: the number of the run that is to go on. */
const orderSchema = z.object({ run: z.number().int().nullable() });

/** The run that is under way, and the process in which it is. */
const runningSchema = z.object({ pid: z.number().int() });

/** `null`: no run is to go on. A UTM that nobody ordered about starts by itself where it is installed. */
export function orderedRun(folder: UtmFolder): number | null {
  if (!folder.isInstalled()) return null;
  const order = folder.read(folder.paths.order, orderSchema);
  return order === null ? 1 : order.run;
}

/** Has the process of this UTM begin a run anew: it ends the one before first. */
export function orderStart(folder: UtmFolder): void {
  // A number that was never there before, whoever asks and whatever is under way.
  folder.write(folder.paths.order, { run: Date.now() });
}

/** Has the process of this UTM end its run, and begin none. */
export const orderStop = (folder: UtmFolder): void => folder.write(folder.paths.order, { run: null });

export const noteRunning = (folder: UtmFolder): void => folder.write(folder.paths.running, { pid: process.pid });
export const noteEnded = (folder: UtmFolder): void => rmSync(folder.paths.running, { force: true });

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether a run is under way, wanted or not: one that is to end needs a moment. */
export function isRunning(folder: UtmFolder): boolean {
  const running = folder.read(folder.paths.running, runningSchema);
  return running !== null && isAlive(running.pid);
}
