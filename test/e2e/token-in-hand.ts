import path from 'node:path';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';

/** What a person reads on the case of the practice token: the last characters of its serial. */
export function serialTail(profile: string, scenario: ScenarioId): string {
  const [device] = readDevices(path.join(profile, 'practice', scenario, 'tokens'));
  const serial = device?.applets.at(-1)?.serial ?? device?.serial ?? '';
  return serial.slice(-4);
}
