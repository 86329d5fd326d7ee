import type { Finding } from '../../../shared/domain/finding.ts';
import { agencyUrl } from '../../addresses.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { readProxySettings } from '../../questions/proxy-settings.ts';
import type { System } from '../../system.ts';

export interface NetworkFacts {
  /** Every server that was asked, the agency's site first. */
  readonly hosts: readonly { readonly host: string; readonly answered: boolean }[];
  /** This computer goes into the internet through a proxy, which the wizard does not use. */
  readonly proxy: boolean;
}

/** An answer of any kind counts: the agency's site refuses unknown programs with 403, and that is an answer. */
async function probe(system: System, context: MachineContext): Promise<NetworkFacts> {
  const asked = [agencyUrl, ...(context.configuredAddresses ?? [])];
  const [hosts, { server, script }] = await Promise.all([
    Promise.all(
      asked.map(async (url) => ({ host: new URL(url).host, answered: (await system.httpDate(url)) !== null })),
    ),
    readProxySettings(system),
  ]);
  return { hosts, proxy: server !== null || script !== null };
}

const conclude = outcomesOf('network', {
  reachable: ['ok'],
  unreachable: ['attention', 'check-again'],
  'unreachable-past-proxy': ['info', 'check-again'],
});

/** A site may be down, or a firewall may let the UTM out and not the wizard: never a reason to stop. */
export function networkRule({ hosts, proxy }: NetworkFacts): Finding {
  const silent = hosts.filter(({ answered }) => !answered).map(({ host }) => host);
  const raw = { silent: silent.join(', '), asked: hosts.map(({ host }) => host).join(', '), proxy };
  if (silent.length === 0) return conclude('reachable', raw, { host: raw.asked });
  return conclude(proxy ? 'unreachable-past-proxy' : 'unreachable', raw, { host: raw.silent });
}

export const network = defineCheck({ id: 'network', probe, rule: networkRule });
