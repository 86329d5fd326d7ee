import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PickedInstaller } from '../../shared/domain/mending.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { readWindowsSignatures } from '../questions/windows-signatures.ts';
import type { System } from '../system.ts';

/** Compound File Binary, the container of a Windows Installer package ([MS-CFB] §2.2), and a program's `MZ`. */
const kinds = [
  { kind: 'package', extension: '.msi', magic: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'program', extension: '.exe', magic: [0x4d, 0x5a] },
] as const;

/** Larger than any driver or UTM; what is more is no installer of these. */
const largest = 2 * 1024 ** 3;

const signatureStates: Readonly<Record<string, NonNullable<PickedInstaller['signature']>['state']>> = {
  Valid: 'valid',
  NotSigned: 'absent',
  HashMismatch: 'broken',
};

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(8), 0, 8, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function kindOf(name: string, head: Uint8Array): PickedInstaller['kind'] | null {
  const fitting = kinds.find(
    ({ extension, magic }) =>
      name.toLowerCase().endsWith(extension) && magic.every((byte, index) => head[index] === byte),
  );
  return fitting?.kind ?? null;
}

async function signatureOf(system: System, file: string): Promise<PickedInstaller['signature']> {
  if (system.platform !== 'win32') return null;
  const [found] = (await readWindowsSignatures(system, [file])) ?? [];
  return found ? { state: signatureStates[found.status] ?? 'untrusted', publisher: found.signer } : null;
}

/**
 * Looks at an installer that a person picked: what it is, who signed it, and its digest, by which it is known again
 * before it runs. Nothing of it is run.
 * Problems: `MACHINE_INSTALLER_UNREADABLE`, `MACHINE_INSTALLER_UNKNOWN` (neither a program nor a package of Windows).
 */
export async function readPickedInstaller(system: System, file: string): Promise<Result<PickedInstaller>> {
  const name = basename(file);
  try {
    const { size } = await stat(file);
    const kind = kindOf(name, await headOf(file));
    if (kind === null || size > largest) return fail(problem('MACHINE_INSTALLER_UNKNOWN', { file: name }));
    const [sha256, signature] = await Promise.all([sha256Of(file), signatureOf(system, file)]);
    return succeed({ name, size, sha256, kind, signature });
  } catch (error) {
    return fail(problem('MACHINE_INSTALLER_UNREADABLE', { file: name }, { error: String(error) }));
  }
}
