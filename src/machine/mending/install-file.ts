import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MendOutcome } from '../../shared/domain/mending.ts';
import type { CommandOutcome } from '../system.ts';

/** What an installation needs of the computer. */
export interface InstallGround {
  /** A folder into which nobody without the rights can write once `closeFolder` was called. */
  readonly temporaryFolder: string;
  /** Takes everybody else's rights to a folder. */
  closeFolder(folder: string): Promise<CommandOutcome>;
  /** Runs a program with its own window, as long as it takes. */
  run(program: string, args: readonly string[]): Promise<CommandOutcome>;
}

/** ERROR_SUCCESS_REBOOT_REQUIRED and ERROR_SUCCESS_REBOOT_INITIATED of Windows Installer (MsiExec error messages). */
const restartNeeded: readonly (number | null)[] = [3010, 1641];

/** Copies a file and answers the digest of what was written. */
async function copy(from: string, to: string): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      hash.update(chunk);
      pass(null, chunk);
    },
  });
  await pipeline(createReadStream(from), hashing, createWriteStream(to, { flags: 'wx' }));
  return hash.digest('hex');
}

const commandOf = (file: string): readonly [string, readonly string[]] =>
  file.toLowerCase().endsWith('.msi') ? ['msiexec.exe', ['/i', file]] : [file, []];

const failed = (step: string, { exitCode, stdout, stderr }: CommandOutcome): MendOutcome => ({
  kind: 'failed',
  step: step.slice(0, 2_000),
  exitCode,
  output: (stdout + stderr).trim().slice(0, 4_000),
});

/**
 * Runs an installer that a person picked and saw. The file is copied into a folder that is closed to everybody else,
 * and the copy is what is compared and run: between the look and the run nobody can put another file in its place, nor
 * a library beside it.
 */
export const createInstaller =
  (ground: InstallGround) =>
  async (file: string, sha256: string): Promise<MendOutcome> => {
    const folder = await mkdtemp(join(ground.temporaryFolder, 'egais-wizard-install-'));
    try {
      const closed = await ground.closeFolder(folder);
      if (closed.exitCode !== 0) return failed('close the folder', closed);
      const own = join(folder, basename(file));
      if ((await copy(file, own)) !== sha256) return { kind: 'file-changed' };
      const [program, args] = commandOf(own);
      const outcome = await ground.run(program, args);
      if (restartNeeded.includes(outcome.exitCode)) return { kind: 'done', restartNeeded: true };
      return outcome.exitCode === 0 ? { kind: 'done', restartNeeded: false } : failed(basename(file), outcome);
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
    }
  };
