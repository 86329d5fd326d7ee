import { holderSecrets, rememberedSecrets } from '../../setup/diagnostics/known-secrets.ts';
import { rememberedFacts } from '../../setup/diagnostics/remembered-facts.ts';
import { DEFAULT_LANGUAGE, type Language } from '../../shared/language.ts';
import { describeProblem } from '../../shared/problems/described.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import type { Result } from '../../shared/result.ts';
import { parseCommandLine } from '../command-line.ts';
import { createFileLog, recordInLog } from '../file-log.ts';
import { type OpenWorkplace, openPracticeWorkplace, openRealWorkplace, practiceFolder } from '../open-workplace.ts';
import type { ProcessStarters } from '../process-starters.ts';
import { ownerOfThisComputer, SecretRegister } from '../secret-register.ts';
import { settingsOf } from '../settings.ts';
import type { CommandContext } from './command.ts';
import { commands, findCommand, usageText } from './commands.ts';
import { exitCodeOf, exitCodes } from './exit-codes.ts';
import { pinsFromStdin, pinsFromTerminal } from './pin-source.ts';

export interface CliEnvironment {
  readonly starters: ProcessStarters;
  readonly profileDir: string;
}

/** Whether a program start is a command and not a window: its first plain word is a group of commands. */
export function isCommand(words: readonly string[]): boolean {
  const line = parseCommandLine(words, false);
  if (!line.ok) return false;
  const [first] = line.value.words;
  return line.value.help || commands.some((command) => command.words[0] === first);
}

const out = (text: string) => process.stdout.write(`${text}\n`);
const err = (text: string) => process.stderr.write(`${text}\n`);

function refuse(cause: Problem, json: boolean, language: Language): number {
  const described = describeProblem(cause, language);
  if (json) out(JSON.stringify({ ok: false, problem: described }));
  err(`${described.title}. ${described.reason} [${described.code}]`);
  return exitCodeOf(cause);
}

/** Runs one command and answers its exit code. Standard output carries the result alone. */
export async function runCommandLine(words: readonly string[], environment: CliEnvironment): Promise<number> {
  const asJson = words.includes('--json');
  const line = parseCommandLine(words, true);
  if (!line.ok) return refuse(line.problem, asJson, DEFAULT_LANGUAGE);
  const { global, command: options, words: plain, help } = line.value;
  const language = global.language ?? DEFAULT_LANGUAGE;
  if (help) {
    out(usageText(language));
    return exitCodes.done;
  }
  const found = findCommand(plain);
  if (!found) return refuse(problem('SETUP_USAGE', { explanation: usageText(language) }), global.json, language);
  const files = plain.slice(found.words.length);
  if (files.length < found.command.files.least || files.length > found.command.files.most) {
    return refuse(
      problem('SETUP_USAGE', { explanation: `${found.words.join(' ')} ${found.command.usage}` }),
      global.json,
      language,
    );
  }

  const secrets = new SecretRegister(ownerOfThisComputer());
  const log = createFileLog({ profileDir: environment.profileDir, alsoToStderr: true, secrets });
  const opened: Promise<OpenWorkplace>[] = [];
  const opening = (): Promise<OpenWorkplace> => {
    const record = recordInLog(log);
    const { profileDir, starters } = environment;
    const scenario = options.scenario ?? global.practice;
    const fresh = found.words[0] === 'practice';
    if (scenario === null && !fresh) {
      const settings = settingsOf(line.value, profileDir, log);
      return Promise.resolve(
        openRealWorkplace(starters, { ...global, ...settings, profileDir, namedProfileDir: global.profileDir, record }),
      );
    }
    const chosen = scenario ?? 'new-shop';
    const folder = practiceFolder(profileDir, chosen);
    return openPracticeWorkplace(starters, { folder, scenario: chosen, fresh, record });
  };
  const open = async (): Promise<OpenWorkplace> => {
    const workplace = await opening();
    const { remembered, holders } = await rememberedFacts(workplace.workplace);
    secrets.add([...rememberedSecrets(remembered), ...holderSecrets(holders)]);
    return workplace;
  };
  const context: CommandContext = {
    language,
    global,
    options,
    files,
    profileDir: environment.profileDir,
    pins: global.pinStdin ? pinsFromStdin(process.stdin) : pinsFromTerminal(process.stdin, process.stderr),
    workplace: () => {
      const [first = open()] = opened;
      opened[0] = first;
      return first;
    },
    conceal: (known) => secrets.add(known),
    progress: err,
  };

  try {
    const { command } = found;
    const result: Result<never> = await command.run(context);
    if (!result.ok) return refuse(result.problem, global.json, language);
    if (global.json) out(JSON.stringify({ ok: true, result: result.value }));
    else for (const text of command.print(result.value, language)) out(text);
    await command.linger?.();
    return exitCodes.done;
  } catch (error) {
    log.error('command-fell', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return refuse(problem('SETUP_UNEXPECTED', {}, { error: String(error) }), global.json, language);
  } finally {
    for (const workplace of opened) await (await workplace.catch(() => null))?.close();
  }
}
