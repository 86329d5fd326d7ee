import type { CheckId, Finding } from '../shared/domain/finding.ts';
import type { Check, MachineContext } from './check.ts';
import { clock } from './checks/clock.ts';
import { network } from './checks/network.ts';
import { operatingSystem } from './checks/operating-system.ts';
import { smartCardService } from './checks/smart-card-service.ts';
import { token } from './checks/token.ts';
import { utm } from './checks/utm.ts';
import { utmPort } from './checks/utm-port.ts';
import { vendorLibraries } from './checks/vendor-libraries.ts';
import type { System } from './system.ts';

/** Every check, in the order in which a person reads their findings. */
export const checks: readonly Check[] = [
  operatingSystem,
  smartCardService,
  vendorLibraries,
  token,
  clock,
  network,
  utmPort,
  utm,
];

/**
 * Checks the computer, all checks side by side. `onFinding` is told of each finding as it comes; the answer has them
 * in the order of the table. `only` asks for one check. Nothing on the computer is changed.
 */
export async function runChecks(
  system: System,
  context: MachineContext,
  options: { readonly only?: CheckId | null; readonly onFinding?: (finding: Finding) => void } = {},
): Promise<readonly Finding[]> {
  const { only = null, onFinding } = options;
  const wanted = only === null ? checks : checks.filter((check) => check.id === only);
  return Promise.all(
    wanted.map(async (check) => {
      const finding = await check.run(system, context);
      onFinding?.(finding);
      return finding;
    }),
  );
}
