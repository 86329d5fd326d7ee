import type { Device } from '../../shared/domain/token.ts';
import { type Result, succeed } from '../../shared/result.ts';
import type { CertificateArchive } from '../certificate-archive.ts';
import { exportCertificates } from '../certificate-export.ts';

/** Every certificate of a token into the archive; answers the files. Problem: `SETUP_FILE_NOT_WRITTEN`. */
export async function saveDeviceCertificates(
  archive: CertificateArchive,
  { applets }: Device,
): Promise<Result<readonly string[]>> {
  const files: string[] = [];
  for (const file of applets.flatMap(exportCertificates)) {
    const kept = await archive.keep(file);
    if (!kept.ok) return kept;
    files.push(kept.value);
  }
  return succeed(files);
}
