import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { WorldAround } from './computers/follow.ts';

/** The practice computer that the helper changes, and what stands around it. */
export interface MendHelperPlace extends WorldAround {
  /** File of the computer. */
  readonly computer: string;
}

/** The command line of the practice helper, before the words of an order. */
export const mendHelperArguments = ({ computer, tokens, utmFolder }: MendHelperPlace): readonly string[] => [
  '--computer',
  computer,
  '--tokens',
  tokens,
  '--utm-folder',
  utmFolder,
];

/** @throws Error when our part of `process.argv` is not what `mendHelperArguments` makes */
export function readMendHelperArguments(argv: readonly string[]): MendHelperPlace {
  const start = argv.indexOf('--computer');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv.slice(start, start + 6),
    options: { computer: text, tokens: text, 'utm-folder': text },
  });
  const place = z.string().min(1);
  const read = z.object({ computer: place, tokens: place, 'utm-folder': place }).parse(values);
  return { computer: read.computer, tokens: read.tokens, utmFolder: read['utm-folder'] };
}
