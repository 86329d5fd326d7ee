import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of settings for the parsers that read one, gone with the process. */
export const profile = mkdtempSync(join(tmpdir(), 'fuzz-profile-'));
process.on('exit', () => rmSync(profile, { recursive: true, force: true }));

/** Reads a file of the profile in which the input stands. */
export const inProfile =
  <A>(name: string, read: () => A) =>
  (input: Uint8Array): A => {
    const file = join(profile, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, input);
    return read();
  };
