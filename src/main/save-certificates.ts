import {
  type CertificateFormat,
  exportCertificate,
  exportCertificates,
  findCertificate,
} from '../setup/certificate-export.ts';
import type { Journey } from '../setup/journey/journey.ts';
import type { AppletKind } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Desktop } from './desktop.ts';
import { writeCertificateFile } from './folder-archive.ts';
import { saveAs } from './save-as.ts';

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
    const written = await writeCertificateFile(folder, file);
    if (!written.ok) return written;
  }
  journey.tokens.noteSaved(kind, folder, files.length);
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
  return saveAs(desktop, exportCertificate(entry, format));
}
