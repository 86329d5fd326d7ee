import { connect } from 'node:net';
import type { MendOutcome } from '../../shared/domain/mending.ts';
import { readMendWords } from './helper-word.ts';
import { type MendGround, performMend } from './perform.ts';

/** Exit codes of the helper; the outcome itself travels through the pipe. */
const exitCodes = { reported: 0, notAnOrder: 2, unheard: 3 } as const;

const report = (pipe: string, outcome: MendOutcome): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(pipe);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.end(JSON.stringify(outcome), () => resolve(true)));
  });

/**
 * The whole life of the helper with an administrator's rights: one order of the closed list, its outcome to whoever
 * asked, the end. It opens no window and no port, and reads nothing but its command line.
 * @returns the exit code of the process
 */
export async function serveMendHelper(argv: readonly string[], ground: MendGround): Promise<number> {
  const assignment = readMendWords(argv);
  if (assignment === null) return exitCodes.notAnOrder;
  const outcome = await performMend(assignment.order, ground).catch((error: unknown): MendOutcome => {
    return { kind: 'unavailable', cause: String(error).slice(0, 1_000) };
  });
  return (await report(assignment.report, outcome)) ? exitCodes.reported : exitCodes.unheard;
}
