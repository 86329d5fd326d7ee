import type { Finding } from '../../../shared/domain/finding.ts';
import { timeSources } from '../../addresses.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { readProperties } from '../../outputs/properties.ts';
import { readServiceStart } from '../../outputs/service-control.ts';
import type { System } from '../../system.ts';

export interface ClockFacts {
  /** By how many milliseconds this computer is ahead of each server that answered. */
  readonly offsets: readonly number[];
  /** Whether the system sets its clock by itself. */
  readonly synchronised: 'on' | 'off' | 'unknown';
}

// The `Date` header has whole seconds (RFC 9110 §5.6.7): on average the moment is half a second later.
const halfOfItsResolution = 500;

async function readOffsets(system: System): Promise<readonly number[]> {
  const answers = await Promise.all(timeSources.map((url) => system.httpDate(url)));
  return answers
    .filter((answer) => answer !== null)
    .map(({ header, receivedAt }) => receivedAt - (Date.parse(header) + halfOfItsResolution))
    .filter((offset) => Number.isFinite(offset));
}

/** Windows starts its time service on demand and stops it again; only a disabled one never sets the clock. */
async function readSynchronisation(system: System): Promise<ClockFacts['synchronised']> {
  if (system.platform === 'win32') {
    const start = readServiceStart(await system.run('sc.exe', ['qc', 'W32Time']));
    if (start === 'unknown') return 'unknown';
    return start === 'disabled' ? 'off' : 'on';
  }
  const [properties] = readProperties((await system.run('timedatectl', ['show'])).stdout);
  // `NTP` is about systemd's own daemon; another one (chrony, ntpd) shows in `NTPSynchronized`.
  const words = [properties?.get('NTP'), properties?.get('NTPSynchronized')];
  if (words.includes('yes')) return 'on';
  return words.includes('no') ? 'off' : 'unknown';
}

async function probe(system: System): Promise<ClockFacts> {
  const [offsets, synchronised] = await Promise.all([readOffsets(system), readSynchronisation(system)]);
  return { offsets, synchronised };
}

const conclude = outcomesOf('clock', {
  right: ['ok'],
  'right-unsynchronised': ['info', 'check-again'],
  'ahead-minutes': ['attention', 'set-clock', 'check-again'],
  'behind-minutes': ['attention', 'set-clock', 'check-again'],
  // By whole hours it is the zone as often as the clock: then setting the clock would make it worse.
  'ahead-hours': ['attention', 'check-again'],
  'behind-hours': ['attention', 'check-again'],
  'ahead-days': ['bad', 'set-clock', 'check-again'],
  'behind-days': ['bad', 'set-clock', 'check-again'],
  unknown: ['info', 'check-again'],
});

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The middle offset, so that one wrong server is outvoted; of two middle ones, that which accuses the computer less. */
function middle(offsets: readonly number[]): number | null {
  const sorted = offsets.toSorted((one, other) => one - other);
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  const upper = sorted[Math.floor(sorted.length / 2)];
  if (lower === undefined || upper === undefined) return null;
  return Math.abs(lower) <= Math.abs(upper) ? lower : upper;
}

/** More than five minutes deserve attention; more than a day spoils the judgement of every certificate. */
export function clockRule({ offsets, synchronised }: ClockFacts): Finding {
  const offset = middle(offsets);
  const raw = {
    sources: offsets.length,
    offsetSeconds: offset === null ? null : Math.round(offset / 1000),
    synchronised,
  };
  if (offset === null) return conclude('unknown', raw);
  const size = Math.abs(offset);
  const side = offset > 0 ? 'ahead' : 'behind';
  const minutes = Math.floor(size / minute);
  if (size > day) return conclude(`${side}-days`, raw, { days: Math.round(size / day) });
  if (size >= hour) return conclude(`${side}-hours`, raw, { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
  if (size > 5 * minute) return conclude(`${side}-minutes`, raw, { minutes });
  const right = synchronised === 'off' ? 'right-unsynchronised' : 'right';
  return conclude(right, raw, { seconds: Math.max(1, Math.ceil(size / 1000)) });
}

export const clock = defineCheck({ id: 'clock', probe, rule: clockRule });
