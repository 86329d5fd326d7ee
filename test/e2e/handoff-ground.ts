import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import type { Rectangle } from 'electron';
import type { HandoffTrouble } from '../../src/main/handoff-view.ts';
import { launchPracticeUtm, type PracticeUtm } from '../../src/practice/utm/launcher.ts';
import { type PlaceRow, UtmFolder, type UtmOptions } from '../../src/practice/utm/utm-folder.ts';
import { createPracticeWorld } from '../../src/practice/world.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import { practiceScheme } from '../../src/token/library-discovery.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import type { Harness } from '../support/handoff-harness.ts';

/** Set by the program of `test/support/handoff-harness.ts`, where the functions given to `evaluate` run. */
declare const harness: Harness;

const harnessSource = fileURLToPath(new URL('../support/handoff-harness.ts', import.meta.url));

/** A real Electron with an isolated view in its window. */
export interface HandoffProgram {
  readonly app: ElectronApplication;
  /** The window's own page, behind the view. */
  readonly wizard: Page;
  /** Answers the page in the view. */
  open(url: string): Promise<Page>;
  troubles(): Promise<readonly HandoffTrouble[]>;
  closeView(): Promise<void>;
  close(): Promise<void>;
}

const inSight: Rectangle = { x: 300, y: 0, width: 850, height: 750 };

export async function launchHandoffProgram(entry: BundledEntry): Promise<HandoffProgram> {
  const profile = mkdtempSync(path.join(tmpdir(), 'egais-wizard-handoff-'));
  // No printers, whatever this computer has: a system's dialog would wait for a person.
  const env = { ...process.env, CUPS_SERVER: path.join(profile, 'no-printers') };
  const app = await electron.launch({ args: [entry.path, `--user-data-dir=${profile}`], env });
  const wizard = await app.firstWindow();
  await wizard.getByLabel('Поле мастера').waitFor();
  return {
    app,
    wizard,
    async open(url) {
      await app.evaluate((_electron, order) => harness.open(...order), [url, inSight] as const);
      const inView = (candidate: Page) => candidate !== wizard;
      return app.windows().find(inView) ?? app.waitForEvent('window', inView);
    },
    troubles: () => app.evaluate(() => harness.troubles),
    closeView: () => app.evaluate(() => harness.close()),
    async close() {
      await app.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

export const bundleHarness = (): Promise<BundledEntry> => bundleEntry(harnessSource);

/** A shop with its stand-in UTM, and with other places in the agency's register if given. */
export interface ShopWithUtm {
  readonly utm: PracticeUtm;
  readonly folder: UtmFolder;
  readonly tokenFolder: string;
  close(): Promise<void>;
}

export async function openShop(
  entry: BundledEntry,
  scenario: ScenarioId,
  { options, places = [] }: { readonly options?: UtmOptions; readonly places?: readonly PlaceRow[] } = {},
): Promise<ShopWithUtm> {
  const home = mkdtempSync(path.join(tmpdir(), 'egais-wizard-shop-'));
  const world = await createPracticeWorld({ folder: home, scenario, now: new Date() });
  const folder = new UtmFolder(world.utmFolder);
  if (options !== undefined) folder.write(folder.paths.options, options);
  folder.write(folder.paths.places, [...folder.places(), ...places]);
  const utm = await launchPracticeUtm({
    entry: entry.path,
    folder: world.utmFolder,
    library: world.libraryPath,
    port: 0,
  });
  await utm.listening;
  return {
    utm,
    folder,
    tokenFolder: world.libraryPath.slice(practiceScheme.length),
    async close() {
      await utm.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A web server that remembers what it was asked for. */
export interface Site {
  readonly origin: string;
  readonly asked: string[];
  close(): Promise<void>;
}

export async function openSite(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The site has no port');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
