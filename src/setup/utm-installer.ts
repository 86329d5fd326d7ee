import path from 'node:path';
import { type DownloadConduct, downloadWhole } from '../egais/utm/installer/download.ts';
import { fileDigest } from '../egais/utm/installer/file-digest.ts';
import { type TakenInstaller, takeOutInstaller } from '../egais/utm/installer/take-out.ts';
import { readWindowsSignatures } from '../machine/questions/windows-signatures.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { Workplace } from './workplace.ts';

type Place = Pick<Workplace, 'system' | 'record'>;

/** What the system says of who signed a file; whose name it should be is not known, so it is shown and not judged. */
interface FileSignature {
  readonly status: string;
  readonly signer: string | null;
}

/** An installer of the UTM beside the archive it came in; nothing of it has been run. */
export interface UtmInstaller {
  readonly archive: {
    readonly file: string;
    readonly size: number;
    readonly sha256: string;
    /** ISO; `null` where nobody said. */
    readonly lastModified: string | null;
  };
  /** `signature`: `null` where the system cannot tell. */
  readonly installer: TakenInstaller & { readonly signature: FileSignature | null };
}

async function signatureOf({ system }: Place, file: string): Promise<FileSignature | null> {
  if (system.platform !== 'win32') return null;
  const [found] = (await readWindowsSignatures(system, [file])) ?? [];
  return found === undefined ? null : { status: found.status, signer: found.signer };
}

const isoOf = (text: string | null): string | null => {
  const at = new Date(text ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
};

/**
 * Takes the UTM's installer out of its archive, which somebody may have brought, and says who signed it.
 * Problems: `EGAIS_ARCHIVE_*`, `EGAIS_DOWNLOAD_DISK_FULL`, `SETUP_FILE_UNREADABLE`, `SETUP_FILE_NOT_WRITTEN`.
 */
export async function unpackUtmInstaller(
  place: Place,
  file: string,
  folder: string,
  lastModified: string | null = null,
): Promise<Result<UtmInstaller>> {
  const taken = await takeOutInstaller(file, folder);
  if (!taken.ok) {
    place.record.write({
      event: 'utm-installer',
      facts: { archive: path.basename(file), outcome: taken.problem.code },
    });
    return taken;
  }
  const digest = await fileDigest(file).catch(() => null);
  if (digest === null) return fail(problem('SETUP_FILE_UNREADABLE', { file }));
  const signature = await signatureOf(place, taken.value.file);
  place.record.write({
    event: 'utm-installer',
    facts: {
      archive: path.basename(file),
      archiveSha256: digest.sha256,
      build: taken.value.build,
      sha256: taken.value.sha256,
      signature: signature?.status ?? null,
      signer: signature?.signer ?? null,
    },
  });
  return succeed({
    archive: { file, ...digest, lastModified: isoOf(lastModified) },
    installer: { ...taken.value, signature },
  });
}

/** The official archive has about 150 MB (docs/sources.md, UTM). */
const MAX_BYTES = 1024 ** 3;
const SILENCE_MS = 60_000;
const REST_MS = 3_000;

/** What a person may see of a download, and how it is stopped. */
export type DownloadWatch = Pick<DownloadConduct, 'onProgress' | 'signal'>;

/**
 * Brings the UTM's archive from the agency's site into a folder, goes on where an earlier try ended, and takes the
 * installer out. Problems: `EGAIS_DOWNLOAD_*` and those of `unpackUtmInstaller`.
 * @param address another address than the configured one; `null`: the configured one
 */
export async function downloadUtmInstaller(
  place: Place & Pick<Workplace, 'utmDownload'>,
  folder: string,
  address: URL | null,
  watch: DownloadWatch,
): Promise<Result<UtmInstaller>> {
  const { hosts, userAgent, fileName } = place.utmDownload;
  const url = address ?? new URL(place.utmDownload.url);
  const order = { url, hosts, userAgent, file: path.join(folder, fileName) };
  const brought = await downloadWhole(order, { ...watch, maxBytes: MAX_BYTES, silenceMs: SILENCE_MS }, REST_MS);
  if (!brought.ok) {
    const { code, details } = brought.problem;
    place.record.write({ event: 'utm-download', facts: { outcome: code, cause: details.cause ?? null } });
    return brought;
  }
  return unpackUtmInstaller(place, brought.value.file, folder, brought.value.lastModified);
}
