import type { HelperProgram } from '../machine/mending/windows-elevation.ts';
import type { PracticeAccountStart } from '../practice/account/arguments.ts';
import type { PracticeCertificationStart } from '../practice/certification-account/arguments.ts';
import type { PracticeUtmStart } from '../practice/utm/arguments.ts';
import type { MchdCheck } from '../setup/check-mchd.ts';
import type { TokenProcessLauncher } from '../token/token-access.ts';
import type { WindowProgram } from './start-with-system.ts';

/** A running stand-in service, on a loopback port. */
export interface StartedService {
  readonly port: number;
  /** Fulfilled when it answers; a scenario may let it start slowly. */
  readonly listening: Promise<void>;
  /** Ends it, whatever it is doing, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * How this program starts its helpers: as Electron utility processes under the window, as Node child processes under the
 * command line from source.
 */
export interface ProcessStarters {
  readonly tokenProcess: TokenProcessLauncher;
  readonly practiceTokenProcess: TokenProcessLauncher;
  practiceUtm(start: PracticeUtmStart): Promise<StartedService>;
  practiceAccount(start: PracticeAccountStart): Promise<StartedService>;
  practiceDownloadSite(): Promise<StartedService>;
  practiceCertification(start: PracticeCertificationStart): Promise<StartedService>;
  /** Checks a power of attorney: beside the window in a process of its own. */
  readonly checkMchd: MchdCheck;
  /** The program that becomes the helper with an administrator's rights on Windows. */
  readonly mendProgram: HelperProgram;
  /** The program that the system may start by itself; `null` where there is none with a window. */
  readonly windowProgram: WindowProgram | null;
  /** Runs the helper of practice mode to its end; answers its exit code. */
  practiceMendHelper(args: readonly string[]): Promise<number | null>;
}

/** Entries of the helper processes, as built beside this program. */
export const processEntries = {
  token: 'token-process.js',
  mchd: 'mchd-process.js',
  practiceToken: 'practice-token-process.js',
  practiceUtm: 'practice-utm.js',
  practiceAccount: 'practice-account.js',
  practiceDownloadSite: 'practice-download-site.js',
  practiceCertification: 'practice-certification.js',
  mendHelper: 'mend-helper.js',
  practiceMendHelper: 'practice-mend-helper.js',
} as const;
