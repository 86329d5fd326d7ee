import { setTimeout as wait } from 'node:timers/promises';
import type { ComputerFile } from './computers/computer-file.ts';
import type { ComputerRecord } from './computers/records.ts';
import { buildAsTold } from './utm/installer.ts';
import { isRunning, orderStop } from './utm/service-order.ts';
import { UtmFolder, writeUtmFiles } from './utm/utm-folder.ts';

/** As long as each part of an installation can be told from the next by who watches it. */
const partMs = 1_500;
const endsWithinMs = 20_000;
/** “Setup failed to initialize” (Inno Setup, exit codes). */
const failedToInitialise = 1;

async function untilEnded(utm: UtmFolder): Promise<void> {
  for (const began = performance.now(); isRunning(utm) && performance.now() - began < endsWithinMs; ) await wait(50);
}

/**
 * What the UTM's installer does to a practice computer: files without PINs, a service, its start. Over a UTM that is
 * there it keeps the settings and the database, and changes the build; over what is left of one whose service is gone it
 * does nothing (`InitializeSetup returned False`; docs/sources.md, UTM).
 * @param put writes the computer anew, with everything that follows from it
 * @returns its exit code
 */
export async function installOnComputer(
  build: string,
  place: {
    readonly computer: ComputerFile;
    readonly utmFolder: string;
    readonly put: (record: ComputerRecord) => void;
  },
): Promise<number> {
  const { computer, put } = place;
  const utm = new UtmFolder(place.utmFolder);
  const { utmInstalled, remains } = computer.read();
  if (remains && !utmInstalled) return failedToInitialise;
  if (utmInstalled) {
    put({ ...computer.read(), utmServiceRunning: false });
    await untilEnded(utm);
  } else {
    orderStop(utm);
    writeUtmFiles(utm, { pins: { gost: '', pki: '' }, database: null });
  }
  utm.write(utm.paths.options, { ...utm.options(), build: buildAsTold(build) });
  await wait(partMs);
  put({ ...computer.read(), utmInstalled: true });
  await wait(partMs);
  const { smartCardService } = computer.read();
  put({ ...computer.read(), utmServiceRunning: smartCardService.running });
  return 0;
}
