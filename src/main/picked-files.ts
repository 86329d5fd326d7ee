import type { Journey } from '../setup/journey/journey.ts';
import type { MchdPart } from '../setup/journey/place-walk.ts';
import { MCHD_FILE_LIMIT } from '../shared/domain/mchd.ts';
import { type Result, succeed } from '../shared/result.ts';
import type { Desktop, FileFilter } from './desktop.ts';
import { readNamedFile } from './read-file.ts';

const nothing = succeed(null);

const mchdFilters: Readonly<Record<MchdPart, FileFilter>> = {
  document: { name: 'XML', extensions: ['xml'] },
  signature: { name: 'SIG, P7S', extensions: ['sig', 'p7s'] },
};

/** Asks for a file of the power of attorney and hands it to the walk. */
export async function pickMchd(journey: Journey, part: MchdPart, desktop: Desktop): Promise<Result<null>> {
  const file = await desktop.pickFile(mchdFilters[part]);
  if (file === null) return nothing;
  const read = await readNamedFile(file, MCHD_FILE_LIMIT);
  return read.ok ? journey.places.pickMchd(part, read.value) : read;
}

const installerFilter: FileFilter = { name: 'EXE, MSI', extensions: ['exe', 'msi'] };

/** Asks for an installer of a driver and has it looked at; nothing of it is run. */
export async function pickInstaller(journey: Journey, desktop: Desktop): Promise<Result<null>> {
  const file = await desktop.pickFile(installerFilter);
  return file === null ? nothing : journey.machine.pickInstaller(file);
}

const utmInstallerFilter: FileFilter = { name: 'EXE, ZIP', extensions: ['exe', 'zip'] };

/** Asks for the UTM's installer or its archive and has it looked at; nothing of it is run. */
export async function pickUtmInstaller(journey: Journey, desktop: Desktop): Promise<Result<null>> {
  const file = await desktop.pickFile(utmInstallerFilter);
  return file === null ? nothing : journey.utm.pickInstaller(file);
}

export const certificateFilter: FileFilter = {
  name: 'CER, CRT, PEM, P7B',
  extensions: ['cer', 'crt', 'der', 'pem', 'p7b', 'p7c'],
};
export const certificateLimit = 5_000_000;

/** Asks for the certificate that came in answer to a request, and has it written and proven. */
export async function installCertificate(
  journey: Journey,
  confirmation: string,
  desktop: Desktop,
): Promise<Result<null>> {
  const file = await desktop.pickFile(certificateFilter);
  if (file === null) return nothing;
  const read = await readNamedFile(file, certificateLimit);
  return read.ok ? journey.accessKey.install(read.value, confirmation) : read;
}
