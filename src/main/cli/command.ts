import type { Language } from '../../shared/language.ts';
import type { RegisteredSecret } from '../../shared/redaction/registered-secret.ts';
import type { Result } from '../../shared/result.ts';
import type { CommandName, CommandResult } from '../../shared/results.ts';
import type { OpenWorkplace } from '../open-workplace.ts';
import type { CommandOptions } from '../options/command-options.ts';
import type { GlobalOptions } from '../options/global-options.ts';
import type { PinSource } from './pin-source.ts';

/** What a command is given. */
export interface CommandContext {
  readonly language: Language;
  readonly global: GlobalOptions;
  readonly options: CommandOptions;
  /** Words after the command's name. */
  readonly files: readonly string[];
  readonly pins: PinSource;
  readonly profileDir: string;
  /** Opened on first use; closed when the command ends. */
  workplace(): Promise<OpenWorkplace>;
  /** What the log shall leave out from now on. */
  conceal(known: readonly RegisteredSecret[]): void;
  /** A line of progress on standard error. */
  progress(text: string): void;
}

/** A command: what it does, and how its result reads for a person. */
export interface Command<C extends CommandName> {
  /** Options of its own, as the usage line shows them. */
  readonly usage: string;
  readonly summary: { readonly ru: string; readonly en: string };
  /** How many words follow the name. */
  readonly files: { readonly least: number; readonly most: number };
  run(context: CommandContext): Promise<Result<CommandResult<C>>>;
  /** Lines of the result for a terminal. */
  print(result: CommandResult<C>, language: Language): readonly string[];
  /** Goes on after its result was printed, until this promise settles. */
  linger?(): Promise<void>;
}
