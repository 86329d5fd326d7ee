import path from 'node:path';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';

/** Wrong tries of every user PIN, as the practice tokens of a profile count them themselves. */
export const wrongTries = (profile: string, scenario: ScenarioId): (number | null)[] =>
  readDevices(path.join(profile, 'practice', scenario, 'tokens')).flatMap(({ applets }) =>
    applets.map(({ userPin }) => userPin?.wrongTries ?? null),
  );
