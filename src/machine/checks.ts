import type { CheckId, Finding } from '../shared/domain/finding.ts';
import type { Check, MachineContext } from './check.ts';
import { administrator } from './checks/computer/administrator.ts';
import { diskSpace } from './checks/computer/disk-space.ts';
import { memory } from './checks/computer/memory.ts';
import { operatingSystem } from './checks/computer/operating-system.ts';
import { remoteSession } from './checks/computer/remote-session.ts';
import { virtualMachine } from './checks/computer/virtual-machine.ts';
import { cryptoProviders } from './checks/drivers/crypto-providers.ts';
import { driverPublisher } from './checks/drivers/driver-publisher.ts';
import { integrityChecker } from './checks/drivers/integrity-checker.ts';
import { readers } from './checks/drivers/readers.ts';
import { smartCardService } from './checks/drivers/smart-card-service.ts';
import { token } from './checks/drivers/token.ts';
import { vendorLibraries } from './checks/drivers/vendor-libraries.ts';
import { network } from './checks/network/network.ts';
import { proxy } from './checks/network/proxy.ts';
import { tlsInspection } from './checks/network/tls-inspection.ts';
import { clock } from './checks/time/clock.ts';
import { timeZone } from './checks/time/time-zone.ts';
import { portalComponents } from './checks/utm/portal-components.ts';
import { utm } from './checks/utm/utm.ts';
import { utmPort } from './checks/utm/utm-port.ts';
import { utmRemains } from './checks/utm/utm-remains.ts';
import { utmServicePorts } from './checks/utm/utm-service-ports.ts';
import { rememberingSystem } from './remembering-system.ts';
import type { System } from './system.ts';

/** Every check, in the order in which a person reads their findings: what stops people most often comes first. */
export const checks: readonly Check[] = [
  operatingSystem,
  smartCardService,
  vendorLibraries,
  token,
  clock,
  network,
  utmPort,
  utm,
  readers,
  driverPublisher,
  integrityChecker,
  remoteSession,
  virtualMachine,
  administrator,
  timeZone,
  diskSpace,
  memory,
  proxy,
  tlsInspection,
  cryptoProviders,
  utmServicePorts,
  utmRemains,
  portalComponents,
];

/**
 * Checks the computer, all checks side by side. `onFinding` is told of each finding as it comes; the answer has them
 * in the order of the table. `only` asks for these alone. What several checks ask is asked once. Nothing on the computer
 * is changed.
 */
export async function runChecks(
  system: System,
  context: MachineContext,
  options: { readonly only?: readonly CheckId[] | null; readonly onFinding?: (finding: Finding) => void } = {},
): Promise<readonly Finding[]> {
  const { only = null, onFinding } = options;
  const wanted = only === null ? checks : checks.filter((check) => only.includes(check.id));
  const asked = rememberingSystem(system);
  return Promise.all(
    wanted.map(async (check) => {
      const finding = await check.run(asked, context);
      onFinding?.(finding);
      return finding;
    }),
  );
}
