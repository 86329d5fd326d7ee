import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { createUtmClient, type UtmClient } from '../../../src/egais/utm/utm-client.ts';
import { launchPracticeUtm, type PracticeUtm } from '../../../src/practice/utm/launcher.ts';
import { UtmFolder, type UtmOptions } from '../../../src/practice/utm/utm-folder.ts';
import { changeDevice, readDevices } from '../../../src/practice/virtual-token/device-folder.ts';
import { createPracticeWorld, type PracticeWorld } from '../../../src/practice/world.ts';
import type { ScenarioId } from '../../../src/shared/domain/scenario.ts';
import { practiceScheme } from '../../../src/token/library-discovery.ts';
import { type BundledEntry, bundleEntry } from '../../support/bundled-entry.ts';

/** A practice world with its stand-in UTM running as a program of its own. */
export interface RunningWorld {
  readonly world: PracticeWorld;
  readonly folder: UtmFolder;
  readonly utm: PracticeUtm;
  readonly client: UtmClient;
  readonly tokenFolder: string;
  /** Another process for the same UTM, when the one before is gone; it listens already. */
  launchAgain(): Promise<PracticeUtm>;
}

/** Starts worlds and UTMs for the tests of one file, and takes everything away after each. */
export function practiceUtms() {
  const running: PracticeUtm[] = [];
  const folders: string[] = [];
  let entry: BundledEntry | undefined;

  beforeAll(async () => {
    entry = await bundleEntry('src/practice/utm/process.ts');
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((utm) => utm.stop()));
  });
  afterAll(() => {
    entry?.remove();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  const temporaryFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'practice-'));
    folders.push(folder);
    return folder;
  };

  const launch = async (folder: string, library: string, port = 0): Promise<PracticeUtm> => {
    const utm = await launchPracticeUtm({ entry: entry?.path ?? '', folder, library, port });
    running.push(utm);
    return utm;
  };

  return {
    temporaryFolder,
    launch,
    /** `options` replace those of the scenario. */
    async start(scenario: ScenarioId, options?: UtmOptions): Promise<RunningWorld> {
      const world = await createPracticeWorld({ folder: temporaryFolder(), scenario, now: new Date() });
      const tokenFolder = world.libraryPath.slice(practiceScheme.length);
      for (const { serial } of readDevices(tokenFolder)) {
        changeDevice(tokenFolder, serial, (device) => {
          device.generationMs = 0;
        });
      }
      const folder = new UtmFolder(world.utmFolder);
      if (options !== undefined) folder.write(folder.paths.options, options);
      const utm = await launch(world.utmFolder, world.libraryPath);
      await utm.listening;
      const client = createUtmClient(utm.url, { keygen: 60_000 });
      const launchAgain = async (): Promise<PracticeUtm> => {
        const again = await launch(world.utmFolder, world.libraryPath);
        await again.listening;
        return again;
      };
      return { world, folder, utm, client, tokenFolder, launchAgain };
    },
  };
}
