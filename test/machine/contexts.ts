import type { MachineContext } from '../../src/machine/check.ts';
import type { Device, LibraryReport, TokenReport } from '../../src/shared/domain/token.ts';
import type { UtmState, UtmVerdictId } from '../../src/shared/domain/utm.ts';
import { problem } from '../../src/shared/problems/problem.ts';

export const emptyContext: MachineContext = {
  tokens: null,
  utm: null,
  utmUrl: 'http://127.0.0.1:8080',
  libraryOverrides: [],
};

export const device = (name: string, serial: string): Device => ({
  id: `library/${serial}`,
  serial,
  printedSerial: serial,
  profile: 'generic',
  name,
  family: 'generic',
  shortcomings: [],
  library: 'library',
  applets: [],
});

const someProblem = problem('SETUP_UNEXPECTED');

export const library = (path: string, state: 'loaded' | 'failed' = 'loaded', unreadable = 0): LibraryReport => ({
  path,
  vendor: 'aladdin',
  source: 'discovered',
  status: state,
  description: null,
  version: null,
  manufacturer: null,
  problem: state === 'failed' ? someProblem : null,
  unreadableSlots: Array.from({ length: unreadable }, (_, slot) => ({ slot: String(slot), problem: someProblem })),
});

export const tokens = (devices: readonly Device[], libraries: readonly LibraryReport[]): TokenReport => ({
  devices: [...devices],
  libraries: [...libraries],
});

export const utmState = (
  reachability: UtmState['reachability'],
  verdict: UtmVerdictId = 'silent',
  url = 'http://127.0.0.1:8080',
): UtmState => ({
  url,
  reachability,
  build: reachability === 'answering' ? '4.2.0b2698' : null,
  info: null,
  subjects: { rsa: 'unknown', gost: 'unknown' },
  computer: null,
  verdict: { id: verdict, healthy: verdict === 'working', values: {}, actions: [] },
});
