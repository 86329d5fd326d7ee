import { type Result, succeed } from '../shared/result.ts';
import { type ExportedFile, exportCertificate } from './certificate-export.ts';
import type { FoundAccessKey } from './chosen-token.ts';

/** Where certificates go before what they stand for is replaced: a folder of this computer that nothing clears. */
export interface CertificateArchive {
  /** Writes a file unless it is there already; answers its path. Problem: `SETUP_FILE_NOT_WRITTEN`. */
  keep(file: ExportedFile): Promise<Result<string>>;
  /** SHA-256 of every file there, lower-case hex: of a certificate that is its fingerprint. */
  fingerprints(): Promise<Result<ReadonlySet<string>>>;
}

/** Keeps the certificates of access keys that are about to be replaced; nothing may go before this is done. */
export async function keepCertificates(
  archive: CertificateArchive,
  keys: readonly FoundAccessKey[],
): Promise<Result<readonly string[]>> {
  const files: string[] = [];
  for (const { entry } of keys) {
    const kept = await archive.keep(exportCertificate(entry, 'der'));
    if (!kept.ok) return kept;
    files.push(kept.value);
  }
  return succeed(files);
}
