import { z } from 'zod';
import { mendOrderSchema } from '../../shared/domain/mending.ts';

/** The first word of the helper's command line. */
export const mendWord = '--mend';

/** What the helper is told: the order, and the pipe or socket on which its outcome is awaited. */
const assignmentSchema = z.strictObject({ order: mendOrderSchema, report: z.string().min(1).max(300) });
export type MendAssignment = z.infer<typeof assignmentSchema>;

/** One word of letters, digits, `-` and `_` alone: no shell and no quoting on the way can change it. */
export const mendWords = (assignment: MendAssignment): readonly [string, string] => [
  mendWord,
  Buffer.from(JSON.stringify(assignment)).toString('base64url'),
];

/**
 * Reads the helper's command line, wherever in `argv` it begins. `null`: it is not one, or holds anything but an order
 * of the closed list.
 */
export function readMendWords(argv: readonly string[]): MendAssignment | null {
  const word = argv[argv.indexOf(mendWord) + 1];
  if (!argv.includes(mendWord) || word === undefined || word.length > 8_000) return null;
  try {
    return assignmentSchema.parse(JSON.parse(Buffer.from(word, 'base64url').toString('utf8')));
  } catch {
    return null;
  }
}
