import { elevationByHelper } from '../machine/mending/ask-helper.ts';
import type { Elevation } from '../machine/mending/elevation.ts';
import { linuxElevation } from '../machine/mending/linux-elevation.ts';
import { type HelperProgram, startThroughUac } from '../machine/mending/windows-elevation.ts';
import type { System } from '../machine/system.ts';
import { mendHelperArguments } from '../practice/mend-helper-arguments.ts';
import type { PracticeWorld } from '../practice/world.ts';
import type { ProcessStarters } from './process-starters.ts';

/** How this computer is asked for an administrator's rights. */
export function realElevation(system: System, program: HelperProgram): Elevation {
  if (system.platform === 'win32') return elevationByHelper(startThroughUac(system, program));
  return linuxElevation(system, process.getuid?.() === 0);
}

/** Practice: the person's answer to the prompt is a part of the practice computer; the helper is a real one. */
export const practiceElevation = (
  { computer, mending }: PracticeWorld,
  { practiceMendHelper }: ProcessStarters,
): Elevation =>
  elevationByHelper(async (words) => {
    if (computer.read().prompt === 'refused') return { kind: 'refused' };
    return { kind: 'ended', exitCode: await practiceMendHelper([...mendHelperArguments(mending), ...words]) };
  });
