import { mkdir, writeFile } from 'node:fs/promises';
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

/** Certificates of replaced keys, in the profile: the wizard never deletes any of them. */
export const folderArchive = (profileDir: string): CertificateArchive => ({
  keep: (file) => writeCertificateFile(path.join(profileDir, 'replaced-certificates'), file),
});
