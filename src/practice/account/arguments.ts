import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Where a stand-in of the EGAIS account lives. */
export interface PracticeAccountStart {
  /** Its own folder. */
  readonly folder: string;
  /** The folder of the stand-in UTM: the agency's authority and register of places lie there, and both services share them. */
  readonly utmFolder: string;
  /** File with the certificate (DER) of the authority whose qualified certificates are believed. */
  readonly trustedCertificate: string;
  /** 0: a free one. */
  readonly port: number;
}

/** The command line of the process, however that process is started. */
export const practiceAccountArguments = (start: PracticeAccountStart): readonly string[] => [
  '--folder',
  start.folder,
  '--utm-folder',
  start.utmFolder,
  '--trusted',
  start.trustedCertificate,
  '--port',
  String(start.port),
];

const filled = z.string().min(1);

/**
 * Reads the whole `process.argv`: what stands before our part of it differs between Node and Electron.
 * @throws Error when our part is not what `practiceAccountArguments` makes
 */
export function readPracticeAccountArguments(argv: readonly string[]): PracticeAccountStart {
  const start = argv.indexOf('--folder');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv.slice(start, start + 8),
    options: { folder: text, 'utm-folder': text, trusted: text, port: text },
  });
  return z
    .object({ folder: filled, 'utm-folder': filled, trusted: filled, port: z.coerce.number().int().min(0).max(65_535) })
    .transform(({ folder, 'utm-folder': utmFolder, trusted: trustedCertificate, port }) => ({
      folder,
      utmFolder,
      trustedCertificate,
      port,
    }))
    .parse(values);
}
