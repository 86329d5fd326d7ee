import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { findInstalledPrograms, queryRegistry } from '../../questions/windows-registry.ts';
import type { System } from '../../system.ts';

export interface PortalComponentsFacts {
  readonly components: readonly string[];
}

// Фсрар-Крипто 2 by its packed MSI identifier (SpaceSD/InstallerIIT); that of version 3 is not published.
const fsrarCryptoKey =
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products\\FCE9D6F0A960E344B95824553DE57D17\\InstallProperties';
const fsrarCryptoName = /фсрар[-\s]?крипто|fsrar[-\s]?crypto/i;

/** Port of JC-WebClient on the loopback interface (Aleksandr-ru/RusCryptoJS). */
const webClientPort = 24_738;

async function findFsrarCrypto(system: System): Promise<string | null> {
  const [[properties], programs] = await Promise.all([
    queryRegistry(system, fsrarCryptoKey),
    findInstalledPrograms(system),
  ]);
  const listed = programs?.find(({ name }) => fsrarCryptoName.test(name));
  const version = properties?.values.get('DisplayVersion') ?? listed?.version;
  return version === undefined ? null : `Фсрар-Крипто ${version}`.trim();
}

async function probe(system: System): Promise<PortalComponentsFacts> {
  const [fsrarCrypto, webClient] = await Promise.all([
    system.platform === 'win32' ? findFsrarCrypto(system) : null,
    system.connects(webClientPort),
  ]);
  return { components: [fsrarCrypto, webClient ? 'JC-WebClient' : null].filter((name) => name !== null) };
}

const conclude = outcomesOf('portal-components', { none: ['ok'], found: ['info'] });

/** What the old way through the portal and Internet Explorer needed; the wizard and the UTM need none of it. */
export function portalComponentsRule({ components }: PortalComponentsFacts): Finding {
  const names = components.join(', ');
  return components.length === 0 ? conclude('none', {}) : conclude('found', { components: names }, { names });
}

export const portalComponents = defineCheck({ id: 'portal-components', probe, rule: portalComponentsRule });
