import type { Finding } from '../../../shared/domain/finding.ts';
import type { UtmState } from '../../../shared/domain/utm.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { findInstalledUtms } from '../../questions/installed-utms.ts';
import { findPortHolder, looksLikeUtm, type PortHolder } from '../../questions/port-holders.ts';
import type { System } from '../../system.ts';
import { localPortOf } from '../../utm-address.ts';

export interface UtmPortFacts {
  /** `null`: the UTM is on another computer. */
  readonly port: number | null;
  readonly held: boolean;
  readonly holder: PortHolder | null;
  /** What answered at the UTM's address, if it was asked. */
  readonly answer: UtmState['reachability'] | null;
  readonly utmInstalled: boolean;
}

async function probe(system: System, context: MachineContext): Promise<UtmPortFacts> {
  const port = localPortOf(context.utmUrl);
  const answer = context.utm?.reachability ?? null;
  if (port === null) return { port, held: false, holder: null, answer, utmInstalled: false };
  const [held, { installed }] = await Promise.all([system.connects(port), findInstalledUtms(system)]);
  const holder = held ? await findPortHolder(system, port) : null;
  return { port, held, holder, answer, utmInstalled: installed === true };
}

const conclude = outcomesOf('utm-port', {
  free: ['ok'],
  'free-no-utm': ['ok'],
  'held-by-utm': ['ok'],
  'held-by-java': ['info', 'check-again'],
  'held-by-other': ['bad', 'check-again'],
  'held-by-windows': ['bad', 'check-again'],
  'held-by-unnamed': ['attention', 'check-again'],
  elsewhere: ['info'],
});

const javaProgram = /^javaw?(\.exe)?$/i;
/** HTTP.sys listens for IIS and its kin in the name of the process «System». */
const windowsSystemPid = 4;

/** Judges who holds the UTM's port. What answers like a UTM is one, whatever its process is called. */
export function utmPortRule({ port, held, holder, answer, utmInstalled }: UtmPortFacts): Finding {
  const raw = { port, held, pid: holder?.pid ?? null, program: holder?.program ?? null, answer, utmInstalled };
  if (port === null) return conclude('elsewhere', raw);
  if (!held) return conclude(utmInstalled ? 'free' : 'free-no-utm', raw, { port });
  if (answer === 'answering') return conclude('held-by-utm', raw, { port });
  if (looksLikeUtm(holder) && answer !== 'other-program') return conclude('held-by-utm', raw, { port });
  if (holder?.pid === windowsSystemPid) return conclude('held-by-windows', raw, { port });
  const program = holder?.program ?? '';
  if (program === '') return conclude('held-by-unnamed', raw, { port });
  const starting = javaProgram.test(program) && utmInstalled && answer !== 'other-program';
  return conclude(starting ? 'held-by-java' : 'held-by-other', raw, { port, program });
}

export const utmPort = defineCheck({ id: 'utm-port', probe, rule: utmPortRule });
