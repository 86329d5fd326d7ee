import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { findInstalledUtms } from '../../questions/installed-utms.ts';
import { findPortHolder, looksLikeUtm, type PortHolder } from '../../questions/port-holders.ts';
import type { System } from '../../system.ts';
import { localPortOf } from '../../utm-address.ts';

/** Ports between the parts of a UTM: its service, its updater, its agent (LiRense/utmmeet). */
const servicePorts = [8192, 8193, 8194] as const;

export interface UtmServicePortsFacts {
  /** `false`: the UTM is on another computer, and these ports are nobody's business here. */
  readonly here: boolean;
  readonly utmInstalled: boolean;
  readonly held: readonly { readonly port: number; readonly holder: PortHolder | null }[];
}

async function probe(system: System, context: MachineContext): Promise<UtmServicePortsFacts> {
  if (localPortOf(context.utmUrl) === null) return { here: false, utmInstalled: false, held: [] };
  const [answers, { installed }] = await Promise.all([
    Promise.all(servicePorts.map(async (port) => ({ port, held: await system.connects(port) }))),
    findInstalledUtms(system),
  ]);
  const held = answers.filter((answer) => answer.held);
  return {
    here: true,
    utmInstalled: installed === true,
    held: await Promise.all(held.map(async ({ port }) => ({ port, holder: await findPortHolder(system, port) }))),
  };
}

const conclude = outcomesOf('utm-service-ports', {
  free: ['ok'],
  'held-by-utm': ['ok'],
  'held-by-other': ['attention', 'check-again'],
  'held-by-unnamed': ['info', 'check-again'],
  elsewhere: ['ok'],
});

/** Every part of an installed UTM is Java, the agent and the updater too, and none of them answers with a name. */
const isPartOfUtm = (holder: PortHolder, utmInstalled: boolean): boolean =>
  looksLikeUtm(holder) || (utmInstalled && /^javaw?(\.exe)?$/i.test(holder.program ?? ''));

export function utmServicePortsRule({ here, utmInstalled, held }: UtmServicePortsFacts): Finding {
  const raw = {
    here,
    utmInstalled,
    held: held.map(({ port, holder }) => `${port} ${holder?.program ?? '?'}`).join(', '),
  };
  if (!here) return conclude('elsewhere', raw);
  if (held.length === 0) return conclude('free', raw);
  const strangers = held.filter(({ holder }) => holder === null || !isPartOfUtm(holder, utmInstalled));
  if (strangers.length === 0) return conclude('held-by-utm', raw);
  const ports = strangers.map(({ port }) => port).join(', ');
  const programs = [...new Set(strangers.flatMap(({ holder }) => holder?.program || []))].join(', ');
  return programs === ''
    ? conclude('held-by-unnamed', raw, { ports })
    : conclude('held-by-other', raw, { ports, programs });
}

export const utmServicePorts = defineCheck({ id: 'utm-service-ports', probe, rule: utmServicePortsRule });
