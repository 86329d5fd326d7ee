import { z } from 'zod';
import { texts } from './corpus.ts';
import type { Law } from './laws.ts';
import { type Parser, parser } from './parser.ts';

/** Every other entry is one that a parser here cannot bear; long, so that most mutations leave its name. */
const entries = ['wild', 'calm'].map((name) => name.padEnd(300, '.'));
const isWild = (input: Uint8Array): boolean => Buffer.from(input).toString('latin1').startsWith('wild');

const kept: Buffer[] = [];

/** Parsers that break the laws, one each. */
const misdeeds: Readonly<Record<Law, (input: Uint8Array) => unknown>> = {
  threw: () => {
    throw new TypeError('wild');
  },
  answer: () => 7,
  objection: () => 'objectionable',
  'input-changed': (input) => {
    input[0] = 0;
    return 'calm';
  },
  fickle: () => Math.random().toString(),
  hung: () => {
    for (;;);
  },
  memory: () => {
    kept.push(Buffer.alloc(40 * 2 ** 20, 1));
    return 'calm';
  },
  died: () => process.abort(),
};

export const misbehavingParsers: readonly Parser[] = (Object.keys(misdeeds) as Law[]).map((law) =>
  parser({
    name: law,
    shape: 'bytes',
    corpus: () => texts(...entries),
    share: 1,
    run: (input) => (isWild(input) ? misdeeds[law](input) : 'calm'),
    answer: z.string(),
    understood: () => true,
    objection: (_, answer) => (answer === 'objectionable' ? 'not to be said' : null),
  }),
);
