import type { StartType } from './windows-11.ts';

/** What differs from one practice computer to another; everything else is a sound Windows 11. */
export interface ComputerRecord {
  readonly smartCardService: { readonly running: boolean; readonly start: StartType };
  /** Copies of the vendors' libraries that are installed. */
  readonly drivers: 'both-copies' | 'ours-only' | 'thirty-two-bit-only' | 'none';
  /** A program of the shop that holds the UTM's port, or none. */
  readonly intruder: { readonly pid: number; readonly program: string } | null;
  /** By how many milliseconds the computer's clock is ahead. */
  readonly clockAheadMs: number;
  /** Readers of the tokens that the system sees; `null`: those of the practice tokens that are plugged in. */
  readonly readers: readonly string[] | null;
  /** Name of the session, as Windows gives it. */
  readonly session: 'Console' | 'RDP-Tcp#0';
  /** Files that an earlier UTM left behind, its service being gone. */
  readonly remains: boolean;
}

const healthy: ComputerRecord = {
  smartCardService: { running: true, start: '2   AUTO_START' },
  drivers: 'both-copies',
  intruder: null,
  clockAheadMs: 0,
  readers: null,
  session: 'Console',
  remains: false,
};

const hour = 3_600_000;

/** The computers of practice mode by name. */
export const computers = {
  healthy,
  'service-stopped': { ...healthy, smartCardService: { running: false, start: '4   DISABLED' } },
  'driver-missing': { ...healthy, drivers: 'none' },
  'driver-thirty-two-bit': { ...healthy, drivers: 'thirty-two-bit-only' },
  'driver-without-utm-copy': { ...healthy, drivers: 'ours-only' },
  'port-taken': { ...healthy, intruder: { pid: 3372, program: 'TradeServer.exe' } },
  // A little over a day: to the hour it would be the wrong date or a wrong zone, and nobody could tell.
  'clock-behind': { ...healthy, clockAheadMs: -26 * hour },
  'two-tokens': { ...healthy, readers: ['Aladdin R.D. JaCarta 0', 'Aktiv Rutoken ECP 0'] },
  'remote-desktop': { ...healthy, session: 'RDP-Tcp#0', readers: [] },
  'utm-remains': { ...healthy, remains: true },
} as const satisfies Record<string, ComputerRecord>;

export type PracticeComputer = keyof typeof computers;
