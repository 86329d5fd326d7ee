import path from 'node:path';
import { parseArgs } from 'node:util';
import { type ScenarioId, scenarioIdSchema } from '../shared/domain/scenario.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { type CommandOptions, commandOptionTable } from './options/command-options.ts';
import { type GlobalOptions, globalOptionTable } from './options/global-options.ts';
import { formsOf, readOptions } from './options/option.ts';

export interface CommandLine {
  readonly words: readonly string[];
  readonly global: GlobalOptions;
  readonly command: CommandOptions;
  readonly help: boolean;
  /** Started with the person's session: look, give one notice at most, end. */
  readonly remind: boolean;
}

const DEFAULT_UTM_URL = 'http://127.0.0.1:8080';
const DEFAULT_SCENARIO: ScenarioId = 'new-shop';

/** `--practice` may stand alone: then it means the first scenario. */
const withPracticeValue = (args: readonly string[]): string[] =>
  args.map((word, index) => {
    if (word !== '--practice') return word;
    return scenarioIdSchema.safeParse(args[index + 1]).success ? word : `--practice=${DEFAULT_SCENARIO}`;
  });

function readWords(args: readonly string[], strict: boolean) {
  const options = { ...formsOf(globalOptionTable), ...formsOf(commandOptionTable) };
  try {
    return parseArgs({ args: withPracticeValue(args), options, allowPositionals: true, strict });
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Reads a command line. `strict` refuses unknown options; the window is not strict, because Electron's own switches
 * stand among its arguments.
 */
export function parseCommandLine(args: readonly string[], strict: boolean): Result<CommandLine> {
  const parsed = readWords(args, strict);
  if (parsed instanceof Error) return fail(problem('SETUP_USAGE', { explanation: parsed.message }));
  const { values, positionals } = parsed;
  const global = readOptions(globalOptionTable, values);
  if (!global.ok) return global;
  const command = readOptions(commandOptionTable, values);
  if (!command.ok) return command;
  const { help, remind, libraries, utmUrl, utmDir, ...rest } = global.value;
  return succeed({
    words: positionals,
    help,
    remind,
    global: {
      ...rest,
      libraries: libraries.map((file) => path.resolve(file)),
      utmUrl: (utmUrl ?? DEFAULT_UTM_URL).replace(/\/$/, ''),
      // A practice computer has paths of its own, whatever this one runs.
      utmDir: utmDir && (rest.practice === null ? path.resolve(utmDir) : utmDir),
    },
    command: command.value,
  });
}
