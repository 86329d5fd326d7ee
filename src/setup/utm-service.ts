import { type FoundUtm, findInstalledUtms, utmAtPort } from '../machine/questions/installed-utms.ts';
import type { System } from '../machine/system.ts';
import { localPortOf } from '../machine/utm-address.ts';

/** The UTM of an address with the name of its service; `null`: the address is another computer's, or none is sure. */
export async function findUtmService(
  system: System,
  utmUrl: string,
): Promise<(FoundUtm & { readonly service: string }) | null> {
  const port = localPortOf(utmUrl);
  if (port === null) return null;
  const { utms } = await findInstalledUtms(system);
  const utm = utmAtPort(utms, port);
  return utm === null || utm.service === null ? null : { ...utm, service: utm.service };
}

/** Whether there may be a UTM at an address of this computer although the computer tells of none at all. */
export async function mayBeUntold(system: System, utmUrl: string): Promise<boolean> {
  return localPortOf(utmUrl) !== null && (await findInstalledUtms(system)).installed === null;
}
