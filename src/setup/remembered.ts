import type { Result } from '../shared/result.ts';

/**
 * Something that outlives a run of the program, in the profile. What is read may have been written by anybody and is
 * judged before it is believed. Problems: `SETUP_SETTINGS_UNREADABLE`, `SETUP_FILE_NOT_WRITTEN`.
 */
export interface Remembered<T> {
  read(): Promise<Result<T>>;
  /** Reads anew, changes and writes: another program of ours may have written meanwhile. The same value is not written. */
  update(change: (value: T) => T): Promise<Result<T>>;
}
