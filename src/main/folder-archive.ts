import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CertificateArchive } from '../setup/certificate-archive.ts';
import type { ExportedFile } from '../setup/certificate-export.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

/**
 * Writes a certificate into a folder, which is made where it is missing. A file that is there already stays as it is:
 * its name carries the fingerprint, so it is this certificate. Answers the path.
 */
export async function writeCertificateFile(folder: string, { name, bytes }: ExportedFile): Promise<Result<string>> {
  const file = path.join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
    return succeed(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return succeed(file);
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
}

/** A certificate is some kilobytes; whatever else lies in the folder is not read. */
const largestCertificate = 100_000;

/** What the files of a folder are, by their bytes: a name may say anything. */
async function fingerprintsIn(folder: string): Promise<Result<ReadonlySet<string>>> {
  try {
    await mkdir(folder, { recursive: true });
    const found = new Set<string>();
    for (const name of (await readdir(folder)).slice(0, 2_000)) {
      const file = path.join(folder, name);
      const { size } = await stat(file);
      if (!name.endsWith('.cer') || size > largestCertificate) continue;
      found.add(
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      );
    }
    return succeed(found);
  } catch (error) {
    return fail(problem('SETUP_FILE_UNREADABLE', { file: folder }, { error: String(error) }));
  }
}

/** Certificates of keys that were replaced or will be, in the profile: the wizard never deletes any of them. */
export function folderArchive(profileDir: string): CertificateArchive {
  const folder = path.join(profileDir, 'replaced-certificates');
  return { keep: (file) => writeCertificateFile(folder, file), fingerprints: () => fingerprintsIn(folder) };
}
