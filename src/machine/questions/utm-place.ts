import type { ServiceStart, ServiceState } from '../outputs/service-control.ts';
import type { System } from '../system.ts';
import { localPortOf } from '../utm-address.ts';
import { type FoundUtm, findInstalledUtms, utmAtPort } from './installed-utms.ts';

/** Where the UTM of an address is on this computer. */
export interface UtmPlace {
  /** `null`: not told. */
  readonly installed: boolean | null;
  /** The service that runs it; `null` where that is not told. */
  readonly service: { readonly name: string; readonly state: ServiceState; readonly start: ServiceStart } | null;
  /** Its folder, `…\transporter` or `/opt/utm/transport`; `null` where it was not found. */
  readonly folder: string | null;
}

interface Search {
  readonly utmUrl: string;
  /** The folder, named by hand. */
  readonly named: string | null;
}

const unknown: UtmPlace = { installed: null, service: null, folder: null };

const serviceOf = (utm: FoundUtm | null): UtmPlace['service'] =>
  utm === null || utm.service === null || utm.state === 'unknown'
    ? null
    : { name: utm.service, state: utm.state, start: utm.start };

/** A path without the separators at its end, and on Windows in one case. One pass, however many there are. */
function plain(path: string, platform: System['platform']): string {
  const separators = platform === 'win32' ? '\\/' : '/';
  let end = path.length;
  while (end > 1 && separators.includes(path.charAt(end - 1))) end -= 1;
  const whole = path.slice(0, end);
  return platform === 'win32' ? whole.toLowerCase() : whole;
}

/**
 * Finds the UTM of an address on this computer; `null` when the address is that of another one. A folder named by hand
 * is believed where it is there; a found one only if its UTM is not set to another port.
 */
export async function findUtmPlace(system: System, { utmUrl, named }: Search): Promise<UtmPlace | null> {
  const port = localPortOf(utmUrl);
  if (port === null) return null;
  const byHand = named !== null && (await system.exists(named)) ? named : null;
  const { installed, utms } = await findInstalledUtms(system);
  if (byHand !== null) {
    const same = utms.find(
      ({ folder }) => folder !== null && plain(folder, system.platform) === plain(byHand, system.platform),
    );
    return { installed: true, service: serviceOf(same ?? null), folder: byHand };
  }
  const utm = utmAtPort(utms, port);
  if (utm === null) return utms.length === 0 ? { ...unknown, installed } : unknown;
  return { installed, service: serviceOf(utm), folder: utm.folder };
}
