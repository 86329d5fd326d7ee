import type { Finding } from '../../../shared/domain/finding.ts';
import type { UtmState, UtmVerdictId } from '../../../shared/domain/utm.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import type { ServiceStart, ServiceState } from '../../outputs/service-control.ts';
import { findInstalledUtms, utmAtPort } from '../../questions/installed-utms.ts';
import type { System } from '../../system.ts';
import { localPortOf } from '../../utm-address.ts';

/** Signs that a UTM is installed here. */
interface UtmInstallation {
  readonly installed: boolean;
  /** The Windows service; `null` where the UTM is not a Windows service. */
  readonly service: { readonly state: ServiceState; readonly start: ServiceStart } | null;
}

export interface UtmFacts {
  readonly url: string;
  readonly here: boolean;
  /** `null`: the UTM was not asked yet. */
  readonly state: UtmState | null;
  readonly installation: UtmInstallation;
}

/** The UTM of this port, else the one that is there. */
async function findInstallation(system: System, port: number | null): Promise<UtmInstallation> {
  const { installed, utms } = await findInstalledUtms(system);
  const { state, start } = utmAtPort(utms, port) ?? utms[0] ?? {};
  const told = system.platform === 'win32' && state !== undefined && start !== undefined;
  return { installed: installed === true, service: told ? { state, start } : null };
}

const probe = async (system: System, context: MachineContext): Promise<UtmFacts> => ({
  url: context.utmUrl,
  here: localPortOf(context.utmUrl) !== null,
  state: context.utm,
  installation: await findInstallation(system, localPortOf(context.utmUrl)),
});

const conclude = outcomesOf('utm', {
  absent: ['info', 'install-utm'],
  installed: ['info'],
  working: ['ok', 'open-utm-home'],
  'needs-access-key': ['info'],
  starting: ['info', 'check-again'],
  outdated: ['attention', 'open-utm-download-page', 'check-again'],
  'wrong-contour': ['attention', 'open-utm-home'],
  troubled: ['attention', 'open-utm-home'],
  silent: ['attention', 'check-again'],
  stopped: ['attention', 'start-utm-service', 'check-again'],
  disabled: ['attention', 'start-utm-service', 'check-again'],
  'start-failed': ['attention', 'check-again'],
  'linux-silent': ['attention', 'start-utm-service', 'check-again'],
  'other-program': ['attention', 'check-again'],
  'elsewhere-silent': ['attention', 'check-again'],
});

/** Verdicts that are told by name already here; the others are troubles told in full at the last step. */
const namedVerdicts = {
  'needs-access-key': 'needs-access-key',
  starting: 'starting',
  outdated: 'outdated',
  'wrong-contour': 'wrong-contour',
} as const satisfies Partial<Record<UtmVerdictId, string>>;

const isNamed = (id: UtmVerdictId): id is keyof typeof namedVerdicts => Object.hasOwn(namedVerdicts, id);

const whenAnswering = ({ verdict }: UtmState) => {
  if (verdict.healthy) return 'working';
  return isNamed(verdict.id) ? namedVerdicts[verdict.id] : 'troubled';
};

/** Verdicts on a start that its own log gives the reason of; a start anew would not mend it. */
const failedStarts: ReadonlySet<UtmVerdictId> = new Set([
  'pin-locked',
  'pin-refused',
  'pin-missing',
  'port-taken',
  'database-locked',
  'registered-wrongly',
  'files-missing',
]);

const whenSilent = ({ installed, service }: UtmInstallation, verdict: UtmVerdictId) => {
  if (!installed) return 'absent';
  if (failedStarts.has(verdict)) return 'start-failed';
  if (service === null) return 'linux-silent';
  if (service.state === 'starting') return 'starting';
  if (service.state !== 'stopped') return 'silent';
  return service.start === 'disabled' ? 'disabled' : 'stopped';
};

/** Says whether there is a UTM and how it fares; what ails it is told in full at the last step, so nothing is `bad`. */
export function utmRule({ url, here, state, installation }: UtmFacts): Finding {
  const raw = {
    url,
    installed: installation.installed,
    service: installation.service?.state ?? null,
    start: installation.service?.start ?? null,
    reachability: state?.reachability ?? null,
    verdict: state?.verdict.id ?? null,
    build: state?.build ?? null,
    contour: state?.info?.contour ?? null,
  };
  if (state?.reachability === 'answering') {
    const values = { build: state.build ?? state.info?.version ?? '?', contour: state.info?.contour ?? '?' };
    return conclude(whenAnswering(state), raw, values);
  }
  if (state?.reachability === 'other-program') return conclude('other-program', raw, { url });
  if (state === null) return conclude(installation.installed ? 'installed' : 'absent', raw);
  return here ? conclude(whenSilent(installation, state.verdict.id), raw) : conclude('elsewhere-silent', raw, { url });
}

export const utm = defineCheck({ id: 'utm', probe, rule: utmRule });
