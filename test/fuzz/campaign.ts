import { inputOf, recipeOf } from './inputs.ts';
import type { Parser } from './parser.ts';
import { startWorker, type WatchedWorker } from './watched-worker.ts';
import type { FoundBreach, Stretch } from './worker-messages.ts';

/** What came of the inputs of one parser. */
export interface Tally {
  readonly parser: string;
  promised: number;
  inputs: number;
  understood: number;
  readonly breaches: FoundBreach[];
}

export interface Campaign {
  readonly seed: string;
  /** Inputs of each parser, and the number of the first. */
  readonly parts: readonly { readonly parser: Parser; readonly from: number; readonly count: number }[];
  /** Processes side by side. */
  readonly workers: number;
  /** The bundled worker. */
  readonly entry: string;
  /** Called after every stretch. */
  readonly onProgress?: (inputs: number, promised: number) => void;
}

const stretchLength = 2_000;

/** A parser that breaks so often needs to be mended before it is tried further. */
const enoughBreaches = 25;

function stretchesOf({ seed, parts }: Campaign): Stretch[] {
  return parts.flatMap(({ parser, from, count }) =>
    Array.from({ length: Math.ceil(count / stretchLength) }, (_, part) => ({
      parser: parser.name,
      seed,
      from: from + part * stretchLength,
      count: Math.min(stretchLength, count - part * stretchLength),
    })),
  );
}

/** Tries every input of a campaign. Inputs that a broken parser was spared are missing from its tally. */
export async function runCampaign(campaign: Campaign): Promise<readonly Tally[]> {
  const tallies = new Map<string, Tally>(
    campaign.parts.map(({ parser, count }) => [
      parser.name,
      { parser: parser.name, promised: count, inputs: 0, understood: 0, breaches: [] },
    ]),
  );
  const promised = campaign.parts.reduce((sum, { count }) => sum + count, 0);
  const queue = stretchesOf(campaign);
  const start = () => startWorker(campaign.entry);

  function afterFall(tally: Tally, stretch: Stretch, kind: 'hung' | 'died', index: number, details: string) {
    const { from, count } = stretch;
    const rest = [
      { ...stretch, count: index - from },
      { ...stretch, from: index + 1, count: from + count - index - 1 },
    ];
    // What the worker found before it fell is lost with it, so that part is tried again.
    queue.unshift(...rest.filter((part) => part.count > 0));
    const parser = campaign.parts.find(({ parser: { name } }) => name === stretch.parser)?.parser;
    const input = parser && inputOf(parser, recipeOf(parser, stretch.seed, index));
    tally.inputs += 1;
    tally.breaches.push({
      parser: stretch.parser,
      index,
      law: kind,
      details,
      input: Buffer.from(input ?? []).toString('base64'),
    });
  }

  async function work(): Promise<void> {
    let worker: WatchedWorker = start();
    for (let stretch = queue.shift(); stretch !== undefined; stretch = queue.shift()) {
      const tally = tallies.get(stretch.parser);
      if (tally === undefined || tally.breaches.length >= enoughBreaches) continue;
      const outcome = await worker.run(stretch);
      if (outcome.kind === 'done') {
        tally.inputs += outcome.tried;
        tally.understood += outcome.understood;
        tally.breaches.push(...outcome.breaches);
        const left = stretch.count - outcome.tried;
        if (left > 0) queue.unshift({ ...stretch, from: stretch.from + outcome.tried, count: left });
      } else afterFall(tally, stretch, outcome.kind, outcome.index, outcome.details);
      if (outcome.kind !== 'done' || outcome.tried < stretch.count) {
        worker.close();
        worker = start();
      }
      campaign.onProgress?.(
        [...tallies.values()].reduce((sum, { inputs }) => sum + inputs, 0),
        promised,
      );
    }
    worker.close();
  }

  await Promise.all(Array.from({ length: campaign.workers }, work));
  return [...tallies.values()];
}
