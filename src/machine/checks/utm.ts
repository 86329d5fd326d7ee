import type { Finding } from '../../shared/domain/finding.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../check.ts';
import type { System } from '../system.ts';
import { localPortOf } from '../utm-address.ts';
import { findUtmInstallation, type UtmInstallation } from '../utm-service.ts';

export interface UtmFacts {
  readonly url: string;
  readonly here: boolean;
  /** `null`: the UTM was not asked yet. */
  readonly state: UtmState | null;
  readonly installation: UtmInstallation;
}

const probe = async (system: System, context: MachineContext): Promise<UtmFacts> => ({
  url: context.utmUrl,
  here: localPortOf(context.utmUrl) !== null,
  state: context.utm,
  installation: await findUtmInstallation(system),
});

const conclude = outcomesOf('utm', {
  absent: ['info'],
  installed: ['info'],
  working: ['ok', 'open-utm-home'],
  'needs-access-key': ['info'],
  troubled: ['attention', 'open-utm-home'],
  silent: ['attention', 'check-again'],
  stopped: ['attention', 'check-again'],
  'linux-silent': ['attention', 'check-again'],
  'other-program': ['attention', 'check-again'],
  'elsewhere-silent': ['attention', 'check-again'],
});

const whenAnswering = (state: UtmState) => {
  if (state.verdict.healthy) return 'working';
  return state.verdict.id === 'needs-access-key' ? 'needs-access-key' : 'troubled';
};

const whenSilent = ({ installed, service }: UtmInstallation) => {
  if (!installed) return 'absent';
  if (service === null) return 'linux-silent';
  return service === 'stopped' ? 'stopped' : 'silent';
};

/** Says whether there is a UTM and how it fares; what ails it is told in full at the last step, so nothing is `bad`. */
export function utmRule({ url, here, state, installation }: UtmFacts): Finding {
  const raw = {
    url,
    installed: installation.installed,
    service: installation.service,
    reachability: state?.reachability ?? null,
    verdict: state?.verdict.id ?? null,
    build: state?.build ?? null,
  };
  if (state?.reachability === 'answering') return conclude(whenAnswering(state), raw);
  if (state?.reachability === 'other-program') return conclude('other-program', raw, { url });
  if (state === null) return conclude(installation.installed ? 'installed' : 'absent', raw);
  return here ? conclude(whenSilent(installation), raw) : conclude('elsewhere-silent', raw, { url });
}

export const utm = defineCheck({ id: 'utm', probe, rule: utmRule });
