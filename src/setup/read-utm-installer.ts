import { buildInName } from '../egais/utm/installer/archive-rules.ts';
import { readPickedInstaller } from '../machine/mending/picked-installer.ts';
import type { ReadyUtmInstaller } from '../shared/domain/utm-setup.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Workplace } from './workplace.ts';

/**
 * Looks at an installer of a UTM: who signed it, its digest, and the build its name tells. Nothing of it is run.
 * Problems: those of `readPickedInstaller`, `MACHINE_INSTALLER_BROKEN` (changed after it was signed).
 */
export async function readUtmInstaller(
  { system }: Pick<Workplace, 'system'>,
  file: string,
): Promise<Result<ReadyUtmInstaller>> {
  const read = await readPickedInstaller(system, file);
  if (!read.ok) return read;
  const { name, size, sha256, signature } = read.value;
  if (signature?.state === 'broken') return fail(problem('MACHINE_INSTALLER_BROKEN', { file: name }));
  return succeed({ name, size, sha256, signature, build: buildInName(name) });
}
