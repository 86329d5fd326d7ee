import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { runToItsEnd } from '../../src/main/child-starters.ts';
import { type OpenWorkplace, openPracticeWorkplace } from '../../src/main/open-workplace.ts';
import type { ProcessStarters } from '../../src/main/process-starters.ts';
import { launchPracticeAccount } from '../../src/practice/account/launcher.ts';
import { practiceCertificationArguments } from '../../src/practice/certification-account/arguments.ts';
import { launchPracticeService } from '../../src/practice/service-launcher.ts';
import { launchPracticeUtm } from '../../src/practice/utm/launcher.ts';
import { checkMchd } from '../../src/setup/check-mchd.ts';
import { Journey } from '../../src/setup/journey/journey.ts';
import type { RunRecord } from '../../src/setup/run-record.ts';
import type { AccessKeyIssuerId } from '../../src/shared/domain/access-key.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

type RecordEntry = Parameters<RunRecord['write']>[0];

/** A walk through the wizard without a window: real token process, real stand-in UTM, virtual tokens. */
export interface PracticeJourney {
  readonly journey: Journey;
  readonly open: OpenWorkplace;
  readonly folder: string;
  readonly recorded: readonly RecordEntry[];
  /** Waits until the state is so; fails with the last state when it never becomes so. */
  until(holds: (state: WizardState) => boolean): Promise<WizardState>;
  /** Ends the program; the folder stays, and another walk may go on in it. */
  close(): Promise<void>;
}

const WAIT_MS = 20_000;

/** Opens walks for the tests of one file and takes everything away after each. */
export function practiceJourneys() {
  const entries: BundledEntry[] = [];
  const walks: PracticeJourney[] = [];
  const folders: string[] = [];
  let starters: ProcessStarters;

  beforeAll(async () => {
    const token = await bundleEntry('src/practice/token-process.ts');
    const utm = await bundleEntry('src/practice/utm/process.ts');
    const account = await bundleEntry('src/practice/account/process.ts');
    const certification = await bundleEntry('src/practice/certification-account/process.ts');
    const mendHelper = await bundleEntry('src/practice/mend-helper.ts');
    const site = await bundleEntry('src/practice/download-site/process.ts');
    entries.push(token, utm, account, certification, mendHelper, site);
    starters = {
      tokenProcess: childProcessLauncher(token.path),
      practiceTokenProcess: childProcessLauncher(token.path),
      practiceUtm: (start) => launchPracticeUtm({ entry: utm.path, ...start }),
      practiceAccount: (start) => launchPracticeAccount({ entry: account.path, ...start }),
      practiceDownloadSite: () => launchPracticeService(site.path, []),
      practiceCertification: (start) =>
        launchPracticeService(certification.path, practiceCertificationArguments(start)),
      checkMchd: async (question) => checkMchd(question),
      mendProgram: { file: process.execPath, words: [] },
      windowProgram: null,
      practiceMendHelper: runToItsEnd(mendHelper.path),
    };
  });
  afterEach(async () => {
    for (const { close } of [...walks]) await close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => {
    for (const entry of entries) entry.remove();
  });

  /** @param standing the folder of a walk that was closed, or a copy of one: its world goes on where it stands */
  return async (scenario: ScenarioId, standing: string | null = null): Promise<PracticeJourney> => {
    const folder = standing ?? mkdtempSync(path.join(tmpdir(), 'journey-'));
    folders.push(folder);
    const recorded: RecordEntry[] = [];
    const record: RunRecord = { write: (entry) => recorded.push(entry) };
    const open = await openPracticeWorkplace(starters, {
      folder: path.join(folder, 'world'),
      scenario,
      fresh: standing === null,
      record,
    });
    const journey = new Journey(open.workplace, 'ru', { scenario, plugged: true, event: open.outside?.next() ?? null });
    const until: PracticeJourney['until'] = (holds) =>
      new Promise((resolve, reject) => {
        if (holds(journey.state)) return resolve(journey.state);
        const limit = setTimeout(() => {
          stop();
          const { step, notice, tokens, accessKey } = journey.state;
          reject(new Error(`Never so: ${JSON.stringify({ step, notice, chosen: tokens.chosen, accessKey })}`));
        }, WAIT_MS);
        const stop = journey.subscribe((state) => {
          if (!holds(state)) return;
          clearTimeout(limit);
          stop();
          resolve(state);
        });
      });
    const close = async () => {
      walks.splice(walks.indexOf(walk), 1);
      journey.close();
      await open.close();
    };
    const walk: PracticeJourney = { journey, open, folder, recorded, until, close };
    walks.push(walk);
    return walk;
  };
}

/** Steps 1 and 2 of a JaCarta: the computer is checked, both parts are signed in to. */
export async function signedIn({ journey }: PracticeJourney, gost = '0987654321', pki = '11111111'): Promise<void> {
  await journey.machine.check(null);
  await journey.go('token');
  await journey.tokens.signIn('gost', gost, false);
  await journey.tokens.signIn('pki', pki, false);
  await journey.go('subdivision');
}

/** Step 3: the first place of the list, or the one named; and the way to its key, the direct request unless told. */
export async function chosen(
  walk: PracticeJourney,
  fsrarId?: string,
  issuer: AccessKeyIssuerId = 'utm',
): Promise<void> {
  const row = walk.journey.places.rows.find((candidate) => fsrarId === undefined || candidate.fsrarId === fsrarId);
  if (!row) throw new Error('The list is empty');
  await walk.journey.places.choose(row.fsrarId, row.rowId);
  await walk.journey.accessKey.chooseIssuer(issuer);
  await walk.journey.go('access-key');
}
