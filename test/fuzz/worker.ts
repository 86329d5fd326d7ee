import { openSync, readFileSync, writeSync } from 'node:fs';
import { inputOf, recipeOf, simplest } from './inputs.ts';
import { type Breach, tryInput } from './laws.ts';
import type { Recipe } from './mutation.ts';
import type { Parser } from './parser.ts';
import { beatBytes, type FoundBreach, type Stretch, type WorkerMessage } from './worker-messages.ts';

/** Bytes of resident memory that a worker may take beyond what it had when it began. */
const memoryBound = 320 * 1024 * 1024;

/**
 * The most resident memory this process has had, in bytes. `ru_maxrss` would begin with what the parent had at the
 * fork (getrusage(2)), and hide as much growth; it serves where there is no Linux to ask.
 */
function peakMemory(): number {
  try {
    return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** One input in so many is run twice. */
const againEvery = 16;

/** More than these of one stretch tell nothing new. */
const mostBreaches = 5;

/** Leaves the number of the input and a count of beats in a file: it can be read while this process hangs. */
function heart(file: string) {
  const descriptor = openSync(file, 'r+');
  const numbers = Buffer.alloc(beatBytes);
  let beats = 0;
  return (index: number): void => {
    beats += 1;
    numbers.writeDoubleLE(index, 0);
    numbers.writeDoubleLE(beats, 8);
    writeSync(descriptor, numbers, 0, beatBytes, 0);
  };
}

/** Without the steps that do not matter. What is found by chance alone stays as it is. */
async function simplified(parser: Parser, recipe: Recipe, breach: Breach): Promise<Recipe> {
  return simplest(recipe, async (shorter) => {
    const outcome = await tryInput(parser, inputOf(parser, shorter), breach.law !== 'threw');
    return outcome.breach?.law === breach.law;
  });
}

/** Tries a stretch of inputs. `beat` is told the number of the input before every run. */
async function tryStretch(
  parser: Parser,
  { seed, from, count }: Stretch,
  baseline: number,
  beat: (index: number) => void,
): Promise<WorkerMessage> {
  const breaches: FoundBreach[] = [];
  let understood = 0;
  for (let index = from; index < from + count; index += 1) {
    const keep = (breach: Breach, input: Uint8Array) =>
      breaches.push({ parser: parser.name, index, ...breach, input: Buffer.from(input).toString('base64') });
    beat(index);
    const recipe = recipeOf(parser, seed, index);
    const input = inputOf(parser, recipe);
    const outcome = await tryInput(parser, input, index % againEvery === 0, () => beat(index));
    if (outcome.breach !== null) {
      if (breaches.length < mostBreaches)
        keep(outcome.breach, inputOf(parser, await simplified(parser, recipe, outcome.breach)));
    } else if (outcome.understood) understood += 1;
    const grown = peakMemory() - baseline;
    if (grown > memoryBound) {
      keep({ law: 'memory', details: `${Math.round(grown / 2 ** 20)} MiB more than at the beginning` }, input);
      return { kind: 'done', tried: index - from + 1, understood, breaches };
    }
  }
  return { kind: 'done', tried: count, understood, breaches };
}

/** Serves stretches to the parent process. The file for the beats is the first argument. */
export function serve(parsers: readonly Parser[]): void {
  const [, , file = ''] = process.argv;
  const beat = heart(file);
  const say = (message: WorkerMessage) => process.send?.(message);
  const baseline = peakMemory();
  process.on('message', async (stretch: Stretch) => {
    const parser = parsers.find(({ name }) => name === stretch.parser);
    if (parser === undefined) throw new Error(`No parser is called ${stretch.parser}`);
    // The corpus is made and the code is loaded before anybody looks at the clock.
    inputOf(parser, recipeOf(parser, stretch.seed, stretch.from));
    beat(stretch.from);
    say({ kind: 'begun' });
    say(await tryStretch(parser, stretch, baseline, beat));
  });
}
