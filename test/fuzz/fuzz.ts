// The long form of the fuzz tests, started by scripts/fuzz.mjs, which bundles it beside its worker.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runCampaign } from './campaign.ts';
import { makeCorpus } from './make-corpus.ts';
import type { Parser } from './parser.ts';
import { parsers } from './parsers.ts';
import type { FoundBreach } from './worker-messages.ts';

const usualRuns = 1_200_000;
const failures = join('test-results', 'fuzz');

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    only: { type: 'string', multiple: true },
    runs: { type: 'string' },
    from: { type: 'string' },
    workers: { type: 'string' },
    'remake-corpus': { type: 'boolean' },
  },
});

function numberOf(text: string | undefined, otherwise: number, least: number): number {
  const number = text === undefined ? otherwise : Number(text);
  if (!Number.isSafeInteger(number) || number < least) throw new Error(`${text} is not a number of inputs`);
  return number;
}

function chosenParsers(): readonly Parser[] {
  const only = values.only ?? parsers.map(({ name }) => name);
  return only.map((wanted) => {
    const parser = parsers.find(({ name }) => name === wanted);
    if (parser === undefined)
      throw new Error(`No parser is called ${wanted}: ${parsers.map(({ name }) => name).join(', ')}`);
    return parser;
  });
}

function keep(seed: string, { parser, index, law, details, input }: FoundBreach): void {
  mkdirSync(failures, { recursive: true });
  const file = join(failures, `${parser}-${index}.bin`);
  writeFileSync(file, Buffer.from(input, 'base64'));
  process.stdout.write(
    `\n${parser}, input ${index}: ${law}\n${details}\n${file}\n` +
      `npm run fuzz -- --seed ${seed} --only ${parser} --from ${index} --runs 1\n`,
  );
}

const percent = (part: number, whole: number): string => `${whole === 0 ? 0 : Math.round((100 * part) / whole)} %`;

async function main(): Promise<boolean> {
  if (values['remake-corpus']) {
    await makeCorpus();
    return true;
  }
  const chosen = chosenParsers();
  const seed = values.seed ?? randomBytes(4).toString('hex');
  const shares = chosen.reduce((sum, { share }) => sum + share, 0);
  const runs = numberOf(values.runs, usualRuns, 1);
  const from = numberOf(values.from, 0, 0);
  process.stdout.write(`seed: ${seed}\n`);

  let told = 0;
  const started = performance.now();
  const tallies = await runCampaign({
    seed,
    parts: chosen.map((parser) => ({ parser, from, count: Math.ceil((runs * parser.share) / shares) })),
    workers: numberOf(values.workers, availableParallelism(), 1),
    entry: fileURLToPath(new URL('./fuzz-worker.mjs', import.meta.url)),
    onProgress(inputs, promised) {
      const tenth = Math.floor((10 * inputs) / promised);
      if (tenth > told)
        process.stderr.write(`${percent(inputs, promised)}, ${Math.round((performance.now() - started) / 1000)} s\n`);
      told = Math.max(told, tenth);
    },
  });

  for (const { breaches } of tallies) for (const breach of breaches) keep(seed, breach);
  for (const { parser, inputs, understood, breaches } of tallies)
    process.stdout.write(
      `${parser}: ${inputs} inputs, ${percent(understood, inputs)} understood, ${breaches.length} violations\n`,
    );
  const inputs = tallies.reduce((sum, tally) => sum + tally.inputs, 0);
  const violations = tallies.reduce((sum, { breaches }) => sum + breaches.length, 0);
  process.stdout.write(`\nseed: ${seed}\ninputs: ${inputs}, violations: ${violations}\n`);
  return violations === 0 && tallies.every((tally) => tally.inputs >= tally.promised);
}

process.exitCode = (await main()) ? 0 : 1;
