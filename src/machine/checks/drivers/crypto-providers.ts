import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { findLinuxPackages } from '../../questions/linux-packages.ts';
import { findInstalledPrograms, queryRegistry } from '../../questions/windows-registry.ts';
import type { System } from '../../system.ts';

export interface CryptoProvidersFacts {
  /** Names with versions, where they are known; `null`: the system did not tell. */
  readonly providers: readonly string[] | null;
}

const providersKey = 'HKLM\\SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider';

/** Makers of providers by what they register under, and the names their users know them by. */
const makers: readonly (readonly [RegExp, string])[] = [
  [/crypto-?pro/i, 'КриптоПро CSP'],
  [/infotecs|vipnet/i, 'ViPNet CSP'],
  [/signal-?com/i, 'Signal-COM CSP'],
  [/lissi/i, 'ЛИССИ CSP'],
  [/validata/i, 'Валидата CSP'],
];

async function onWindows(system: System): Promise<readonly string[] | null> {
  const [keys, programs] = await Promise.all([queryRegistry(system, providersKey), findInstalledPrograms(system)]);
  if (keys.length === 0) return null;
  const registered = keys.map(({ path }) => path.split('\\').at(-1) ?? '');
  const found = makers.filter(([pattern]) => registered.some((name) => pattern.test(name)));
  return found.map(([, name]) => {
    const version = programs?.find((program) => program.name.includes(name))?.version;
    return version ? `${name} ${version}` : name;
  });
}

const cryptoProPackage = /^(lsb-)?cprocsp-(rdr|kc1|base)/;

async function onLinux(system: System): Promise<readonly string[] | null> {
  const packages = await findLinuxPackages(system);
  const found = packages?.find(({ name, state }) => state === 'installed' && cryptoProPackage.test(name));
  if (packages === null) return null;
  return found ? [`КриптоПро CSP ${found.version}`] : [];
}

const conclude = outcomesOf('crypto-providers', { none: ['ok'], found: ['info'], unknown: ['info'] });

/** Other signature programs do no harm; a key made in their own format is what the UTM cannot use. */
export function cryptoProvidersRule({ providers }: CryptoProvidersFacts): Finding {
  if (providers === null) return conclude('unknown', {});
  const names = providers.join(', ');
  return providers.length === 0 ? conclude('none', {}) : conclude('found', { providers: names }, { names });
}

export const cryptoProviders = defineCheck({
  id: 'crypto-providers',
  probe: async (system): Promise<CryptoProvidersFacts> => ({
    providers: await (system.platform === 'win32' ? onWindows(system) : onLinux(system)),
  }),
  rule: cryptoProvidersRule,
});
