import type { Finding } from '../../../shared/domain/finding.ts';
import { agencyUrl } from '../../addresses.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { findLinuxPackages } from '../../questions/linux-packages.ts';
import { findWindowsDevices } from '../../questions/windows-devices.ts';
import type { System } from '../../system.ts';

export interface TlsInspectionFacts {
  readonly host: string;
  /** Who issued the certificate that this computer is shown for the host; `null`: none came. */
  readonly issuer: string | null;
  readonly antivirus: readonly string[];
}

/** Makers of programs that put a certificate of their own between a site and its visitor. */
const inspectors =
  /kaspersky|касперск|eset|avast|\bavg\b|dr\.?\s?web|bitdefender|adguard|fiddler|charles proxy|mitmproxy|zscaler|forti|sophos|mcafee|360 total|usergate|squid|web companion/i;

/** Packages of antivirus programs made for Linux workstations in Russia. */
const antivirusPackages: readonly (readonly [RegExp, string])[] = [
  [/^kesl/, 'Kaspersky Endpoint Security'],
  [/^drweb-/, 'Dr.Web'],
];

async function findAntivirus(system: System): Promise<readonly string[]> {
  if (system.platform === 'win32') return (await findWindowsDevices(system)).antivirus ?? [];
  const packages = ((await findLinuxPackages(system)) ?? []).filter(({ state }) => state === 'installed');
  return antivirusPackages
    .filter(([name]) => packages.some((one) => name.test(one.name)))
    .map(([, product]) => product);
}

async function probe(system: System): Promise<TlsInspectionFacts> {
  const { host } = new URL(agencyUrl);
  const [issuer, antivirus] = await Promise.all([system.tlsIssuer(host), findAntivirus(system)]);
  return { host, issuer, antivirus };
}

const conclude = outcomesOf('tls-inspection', {
  untouched: ['ok'],
  inspected: ['attention', 'check-again'],
  'antivirus-unproven': ['info', 'check-again'],
  unknown: ['info', 'check-again'],
});

/** The built-in antivirus of Windows does not look into connections. */
const looksInside = (name: string): boolean => inspectors.test(name);

/**
 * Says whether a program of this computer opens the connections to the agency. The issuer is compared with known
 * inspectors only: what the rightful one is called is nobody's promise.
 */
export function tlsInspectionRule({ host, issuer, antivirus }: TlsInspectionFacts): Finding {
  const raw = { host, issuer, antivirus: antivirus.join(', ') };
  if (issuer !== null) {
    return conclude(looksInside(issuer) ? 'inspected' : 'untouched', raw, { host, issuer });
  }
  const suspects = antivirus.filter(looksInside).join(', ');
  return suspects === '' ? conclude('unknown', raw, { host }) : conclude('antivirus-unproven', raw, { host, suspects });
}

export const tlsInspection = defineCheck({ id: 'tls-inspection', probe, rule: tlsInspectionRule });
