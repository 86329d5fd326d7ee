import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, outcomesOf } from '../../check.ts';
import { readUnixIdentity, readWindowsGroups, type UserRights } from '../../outputs/user-rights.ts';
import type { System } from '../../system.ts';

export interface AdministratorFacts {
  /** `null`: the system did not tell. */
  readonly rights: UserRights | null;
}

async function probe(system: System): Promise<AdministratorFacts> {
  if (system.platform === 'win32') {
    const groups = await system.run('whoami.exe', ['/groups', '/fo', 'csv', '/nh']);
    return { rights: readWindowsGroups(groups.stdout) };
  }
  return { rights: readUnixIdentity((await system.run('id', [])).stdout) };
}

const conclude = outcomesOf('administrator', {
  available: ['ok'],
  elevated: ['info'],
  'another-person': ['info'],
  unknown: ['info', 'check-again'],
});

/** Drivers and the UTM are installed by an administrator, while the wizard itself needs no rights of one. */
export function administratorRule({ rights }: AdministratorFacts): Finding {
  if (rights === null) return conclude('unknown', {});
  const raw = { administrator: rights.administrator, elevated: rights.elevated };
  if (rights.elevated) return conclude('elevated', raw);
  return conclude(rights.administrator ? 'available' : 'another-person', raw);
}

export const administrator = defineCheck({ id: 'administrator', probe, rule: administratorRule });
