import type { Result } from '../../shared/result.ts';

/**
 * Has this person's session start the program when it begins. Problems: `SETUP_START_WITH_SYSTEM_REFUSED`,
 * `SETUP_START_WITH_SYSTEM_UNSUPPORTED`.
 */
export interface StartWithSystem {
  /** Whether it does, as far as the system tells: a person may have said no in the system's own settings. */
  read(): Promise<Result<boolean>>;
  set(): Promise<Result<null>>;
  unset(): Promise<Result<null>>;
}
