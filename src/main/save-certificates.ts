import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CertificateFormat,
  type ExportedFile,
  exportCertificate,
  exportCertificates,
  findCertificate,
} from '../setup/certificate-export.ts';
import type { Journey } from '../setup/journey.ts';
import type { AppletKind } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Desktop } from './desktop.ts';

/** Writes a file that must not be there yet: a saved certificate never replaces another. */
async function writeNew(folder: string, { name, bytes }: ExportedFile): Promise<Result<null>> {
  const file = path.join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(file, bytes, { flag: 'wx' });
    return succeed(null);
  } catch (error) {
    // The name carries the fingerprint, so a file of that name is this certificate.
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return succeed(null);
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
}

/** Saves every certificate of an applet into a folder the person chooses. */
export async function saveCertificates(
  journey: Journey,
  kind: AppletKind,
  desktop: Desktop,
): Promise<Result<{ folder: string; count: number } | null>> {
  const applet = journey.device?.applets.find((candidate) => candidate.kind === kind);
  if (!applet) return fail(problem('SETUP_NO_TOKEN'));
  const folder = await desktop.chooseFolder();
  if (folder === null) return succeed(null);
  const files = exportCertificates(applet);
  for (const file of files) {
    const written = await writeNew(folder, file);
    if (!written.ok) return written;
  }
  journey.noteSaved(kind, folder, files.length);
  return succeed({ folder, count: files.length });
}

/** Saves one certificate where the person says; the system's own dialog has asked before replacing a file. */
export async function saveCertificate(
  journey: Journey,
  fingerprint: string,
  format: CertificateFormat,
  desktop: Desktop,
): Promise<Result<{ file: string } | null>> {
  const entry = journey.device && findCertificate(journey.device, fingerprint);
  if (!entry) return fail(problem('SETUP_CERTIFICATE_NOT_FOUND'));
  const exported = exportCertificate(entry, format);
  const file = await desktop.chooseFile(exported.name);
  if (file === null) return succeed(null);
  try {
    await writeFile(file, exported.bytes);
  } catch (error) {
    return fail(problem('SETUP_FILE_NOT_WRITTEN', { file }, { error: String(error) }));
  }
  return succeed({ file });
}
