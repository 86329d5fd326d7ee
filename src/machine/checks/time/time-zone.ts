import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { readProperties } from '../../outputs/properties.ts';
import { readDword } from '../../outputs/registry.ts';
import { queryRegistry } from '../../questions/windows-registry.ts';
import type { System } from '../../system.ts';

export interface TimeZoneFacts {
  /** Windows' key of the zone or the IANA name; `null`: not told. */
  readonly zone: string | null;
  /** Minutes ahead of UTC right now, as the system keeps them; `null` where it was not asked. */
  readonly offset: number | null;
}

const windowsKey = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation';

async function onWindows(system: System): Promise<TimeZoneFacts> {
  const [zone] = await queryRegistry(system, windowsKey);
  // UTC = local time + bias, minutes (TIME_ZONE_INFORMATION, timezoneapi.h).
  const bias = readDword(zone?.values.get('ActiveTimeBias'), true);
  return { zone: zone?.values.get('TimeZoneKeyName') || null, offset: bias === null ? null : 0 - bias };
}

/** Without systemd the file of Debian and its kin says the same. */
async function onLinux(system: System): Promise<TimeZoneFacts> {
  const [properties] = readProperties((await system.run('timedatectl', ['show'])).stdout);
  const file = await system.readBytes('/etc/timezone', 256);
  const zone = properties?.get('Timezone') || (file ? new TextDecoder().decode(file).trim() : '');
  return { zone: zone || null, offset: null };
}

/** Hours ahead of UTC in Russia, by Windows' names of the zones (CLDR windowsZones, tzdata 2025). */
const russianZones: ReadonlyMap<string, number> = new Map([
  ['Kaliningrad Standard Time', 2],
  ['Russian Standard Time', 3],
  ['Volgograd Standard Time', 3],
  ['Russia Time Zone 3', 4],
  ['Astrakhan Standard Time', 4],
  ['Saratov Standard Time', 4],
  ['Ekaterinburg Standard Time', 5],
  ['Omsk Standard Time', 6],
  ['Altai Standard Time', 7],
  ['N. Central Asia Standard Time', 7],
  ['Tomsk Standard Time', 7],
  ['North Asia Standard Time', 7],
  ['North Asia East Standard Time', 8],
  ['Yakutsk Standard Time', 9],
  ['Transbaikal Standard Time', 9],
  ['Vladivostok Standard Time', 10],
  ['Sakhalin Standard Time', 11],
  ['Magadan Standard Time', 11],
  ['Russia Time Zone 10', 11],
  ['Russia Time Zone 11', 12],
]);

/** Zones of Russia in tzdata (zone1970.tab, country code RU). */
const russianPlaces = new Set([
  'Asia/Anadyr',
  'Asia/Barnaul',
  'Asia/Chita',
  'Asia/Irkutsk',
  'Asia/Kamchatka',
  'Asia/Khandyga',
  'Asia/Krasnoyarsk',
  'Asia/Magadan',
  'Asia/Novokuznetsk',
  'Asia/Novosibirsk',
  'Asia/Omsk',
  'Asia/Sakhalin',
  'Asia/Srednekolymsk',
  'Asia/Tomsk',
  'Asia/Ust-Nera',
  'Asia/Vladivostok',
  'Asia/Yakutsk',
  'Asia/Yekaterinburg',
  'Europe/Astrakhan',
  'Europe/Kaliningrad',
  'Europe/Kirov',
  'Europe/Moscow',
  'Europe/Samara',
  'Europe/Saratov',
  'Europe/Simferopol',
  'Europe/Ulyanovsk',
  'Europe/Volgograd',
]);

const conclude = outcomesOf('time-zone', {
  russian: ['ok'],
  'old-rules': ['attention', 'check-again'],
  foreign: ['info', 'check-again'],
  unknown: ['info'],
});

const inHours = (minutes: number): string => {
  const size = Math.abs(minutes);
  const rest = size % 60 === 0 ? '' : `:${String(size % 60).padStart(2, '0')}`;
  return `UTC${minutes < 0 ? '−' : '+'}${Math.floor(size / 60)}${rest}`;
};

/**
 * Judges the zone, not the clock: a Windows that was not updated for years, or that still changes to summer time, shows
 * a time that is wrong by an hour, and people then set the clock wrong to make up for it.
 */
export function timeZoneRule({ zone, offset }: TimeZoneFacts): Finding {
  const raw = { zone, offset };
  if (zone === null) return conclude('unknown', raw);
  const hours = russianZones.get(zone);
  const values = { zone: hours === undefined ? zone : inHours(hours * 60) };
  if (hours === undefined) return conclude(russianPlaces.has(zone) ? 'russian' : 'foreign', raw, values);
  if (offset === null || offset === hours * 60) return conclude('russian', raw, values);
  return conclude('old-rules', raw, { found: inHours(offset), needed: inHours(hours * 60) });
}

export const timeZone = defineCheck({
  id: 'time-zone',
  probe: (system: System) => (system.platform === 'win32' ? onWindows(system) : onLinux(system)),
  rule: timeZoneRule,
});
