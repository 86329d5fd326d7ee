import { strToU8, zipSync } from 'fflate/browser';
import type { Diagnostics } from './collect-diagnostics.ts';

// A zip knows the years from 1980 to 2107; the clock of a computer with a dead battery knows others.
const earliest = Date.UTC(1980, 0, 2);
const latest = Date.UTC(2099, 0, 1);

const zipDate = (date: Date): Date => new Date(Math.min(Math.max(date.getTime(), earliest), latest));

/** One zip of the files as they were shown. */
export function packDiagnostics({ files, collectedAt }: Diagnostics): Uint8Array {
  const mtime = zipDate(collectedAt);
  return zipSync(Object.fromEntries(files.map(({ name, text }) => [name, [strToU8(text), { mtime }]])));
}

/** `egais-diagnostics-20261126-2040.zip`. */
export const diagnosticsFileName = ({ collectedAt }: Diagnostics): string =>
  `egais-diagnostics-${collectedAt.toISOString().slice(0, 16).replace(/[-:]/g, '').replace('T', '-')}.zip`;
