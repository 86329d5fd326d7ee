import { parseArgs } from 'node:util';
import { z } from 'zod';

/** Where a stand-in UTM lives: its folder, the library through which it finds tokens, its port. */
export interface PracticeUtmStart {
  readonly folder: string;
  /** `practice:<folder of virtual tokens>`, or the absolute path of a PKCS#11 library. */
  readonly library: string;
  /** 0: a free one. */
  readonly port: number;
}

/** The command line of the stand-in UTM's process, however that process is started. */
export const practiceUtmArguments = ({ folder, library, port }: PracticeUtmStart): readonly string[] => [
  '--folder',
  folder,
  '--library',
  library,
  '--port',
  String(port),
];

/**
 * Reads the whole `process.argv`: what stands before our part of it differs between Node and Electron.
 * @throws Error when our part is not what `practiceUtmArguments` makes
 */
export function readPracticeUtmArguments(argv: readonly string[]): PracticeUtmStart {
  const start = argv.indexOf('--folder');
  const args = argv.slice(start, start + 6);
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ args, options: { folder: text, library: text, port: text } });
  return z
    .object({ folder: z.string().min(1), library: z.string().min(1), port: z.coerce.number().int().min(0).max(65_535) })
    .parse(values);
}
