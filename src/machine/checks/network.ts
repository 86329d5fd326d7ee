import type { Finding } from '../../shared/domain/finding.ts';
import { agencyUrl } from '../addresses.ts';
import { defineCheck, outcomesOf } from '../check.ts';
import type { System } from '../system.ts';

export interface NetworkFacts {
  readonly host: string;
  readonly answered: boolean;
}

/** An answer of any kind counts: the agency's site refuses unknown programs with 403, and that is an answer. */
const probe = async (system: System): Promise<NetworkFacts> => ({
  host: new URL(agencyUrl).host,
  answered: (await system.httpDate(agencyUrl)) !== null,
});

const conclude = outcomesOf('network', { reachable: ['ok'], unreachable: ['attention', 'check-again'] });

/** A site may be down, or a firewall may let the UTM out and not the wizard: never a reason to stop. */
export const networkRule = ({ host, answered }: NetworkFacts): Finding =>
  conclude(answered ? 'reachable' : 'unreachable', { host, answered }, { host });

export const network = defineCheck({ id: 'network', probe, rule: networkRule });
