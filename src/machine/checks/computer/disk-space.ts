import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import type { System } from '../../system.ts';
import { gibibyte, inGibibytes } from './size.ts';

export interface DiskSpaceFacts {
  readonly disk: string;
  /** Bytes; `null`: not told. */
  readonly free: number | null;
}

/** The disk the UTM is installed on: `C:\UTM` on Windows, `/opt/utm` on Linux. */
async function probe(system: System): Promise<DiskSpaceFacts> {
  if (system.platform !== 'win32') return { disk: '/opt', free: await system.freeSpace('/opt') };
  const drive = system.environment('SystemDrive') ?? 'C:';
  return { disk: drive, free: await system.freeSpace(`${drive}\\`) };
}

// A UTM with data takes 324 MB, its installer 150 MB zipped (iMironRU/utm-orchestrator); the rest is our judgement.
const enough = 2 * gibibyte;
const tooLittle = gibibyte / 2;

const conclude = outcomesOf('disk-space', {
  enough: ['ok'],
  little: ['attention', 'check-again'],
  full: ['bad', 'check-again'],
  unknown: ['info', 'check-again'],
});

export function diskSpaceRule({ disk, free }: DiskSpaceFacts): Finding {
  const raw = { disk, free };
  if (free === null) return conclude('unknown', raw, { disk });
  const values = { disk, gigabytes: inGibibytes(free) };
  if (free < tooLittle) return conclude('full', raw, values);
  return conclude(free < enough ? 'little' : 'enough', raw, values);
}

export const diskSpace = defineCheck({ id: 'disk-space', probe, rule: diskSpaceRule });
