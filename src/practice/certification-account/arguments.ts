import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Where a stand-in of an authority's account lives. */
export interface PracticeCertificationStart {
  readonly folder: string;
  /** File with the practice authority, key and all (`practiceAuthoritySchema`). */
  readonly authorityFile: string;
  /** 0: a free one. */
  readonly port: number;
}

/** The command line of the process, however that process is started. */
export const practiceCertificationArguments = (start: PracticeCertificationStart): readonly string[] => [
  '--folder',
  start.folder,
  '--authority',
  start.authorityFile,
  '--port',
  String(start.port),
];

const filled = z.string().min(1);

/**
 * Reads the whole `process.argv`: what stands before our part of it differs between Node and Electron.
 * @throws Error when our part is not what `practiceCertificationArguments` makes
 */
export function readPracticeCertificationArguments(argv: readonly string[]): PracticeCertificationStart {
  const start = argv.indexOf('--folder');
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: argv.slice(start, start + 6),
    options: { folder: text, authority: text, port: text },
  });
  return z
    .object({ folder: filled, authority: filled, port: z.coerce.number().int().min(0).max(65_535) })
    .transform(({ folder, authority: authorityFile, port }) => ({ folder, authorityFile, port }))
    .parse(values);
}
