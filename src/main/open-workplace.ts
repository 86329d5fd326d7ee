import { rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createAccountClient } from '../egais/account/account-client.ts';
import { createAccountIssuer } from '../egais/account/account-issuer.ts';
import { createAccountSubdivisionSource } from '../egais/account/account-subdivision-source.ts';
import { createCertificationClient } from '../egais/certification-authority/account-client.ts';
import { createFileIssuer } from '../egais/file-issuer.ts';
import { createHandoffIssuer } from '../egais/handoff-issuer.ts';
import { type DownloadSource, utmDownload } from '../egais/utm/installer/download-source.ts';
import { diskFiles, type SettingsFiles } from '../egais/utm/settings/settings-files.ts';
import { createUtmClient } from '../egais/utm/utm-client.ts';
import { createUtmIssuer, createUtmSubdivisionSource } from '../egais/utm-issuer.ts';
import type { Elevation } from '../machine/mending/elevation.ts';
import { createNodeSystem } from '../machine/node-system.ts';
import type { StartWithSystem } from '../machine/start-with-system/start-with-system.ts';
import type { System } from '../machine/system.ts';
import type { SmsMessage } from '../practice/certification-account/certification-folder.ts';
import { practiceSettingsFiles } from '../practice/computers/utm-settings-files.ts';
import { practiceDownload } from '../practice/download-site/source.ts';
import { createPracticeSystem } from '../practice/practice-system.ts';
import { createPracticeWorld } from '../practice/world.ts';
import type { MchdCheck } from '../setup/check-mchd.ts';
import { keyChangesSchema } from '../setup/key-change/remembered-changes.ts';
import { noKnownTokens } from '../setup/known-tokens.ts';
import { readUtm } from '../setup/read-utm.ts';
import type { Remembered } from '../setup/remembered.ts';
import { rememberingTokens } from '../setup/remembering-tokens.ts';
import type { RunRecord } from '../setup/run-record.ts';
import type { Workplace } from '../setup/workplace.ts';
import type { KeyChange } from '../shared/domain/key-change.ts';
import { type KnownTokens, knownTokensSchema } from '../shared/domain/known-token.ts';
import type { OutsideEvent, ScenarioId } from '../shared/domain/scenario.ts';
import type { TokenProcessLauncher } from '../token/token-access.ts';
import { createTokenAccess } from '../token/token-client.ts';
import { practiceElevation, realElevation } from './elevations.ts';
import { folderArchive } from './folder-archive.ts';
import { folderRequests } from './folder-requests.ts';
import { startPracticeHelpers } from './practice-helpers.ts';
import type { ProcessStarters } from './process-starters.ts';
import { rememberedFile } from './remembered-file.ts';
import { practiceStartWithSystem, realStartWithSystem } from './start-with-system.ts';

/** A workplace that holds processes, and the knobs that only practice has. */
export interface OpenWorkplace {
  readonly workplace: Workplace;
  /** Libraries that take the place of discovery: given by hand, or the virtual one. */
  readonly libraries: readonly string[];
  /** Plugs the practice token in or out; `null` where the tokens are real. */
  readonly plug: ((plugged: boolean) => Promise<boolean>) | null;
  /** What the practice phone has received, the latest last; `null` where the phone is real. */
  readonly messages: (() => readonly SmsMessage[]) | null;
  /** What happens to a practice computer beside the wizard; `null` where the computer is real. */
  readonly outside: { next(): OutsideEvent | null; happen(event: OutsideEvent): Promise<void> } | null;
  close(): Promise<void>;
}

interface Parts {
  readonly launch: TokenProcessLauncher;
  readonly libraries: readonly string[];
  readonly libraryOverrides: readonly string[];
  readonly system: System;
  readonly elevation: Elevation;
  readonly checkMchd: MchdCheck;
  readonly utmUrl: string;
  /** The UTM's folder, where it was named by hand. */
  readonly utmDir: string | null;
  readonly utmDownload: DownloadSource;
  readonly utmFiles: SettingsFiles;
  /** `null`: no account is configured. */
  readonly accountUrl: string | null;
  /** `null`: no account of a certification authority is configured. */
  readonly certificationAccountUrl: string | null;
  readonly powerCodes: readonly string[];
  readonly profileDir: string;
  readonly startWithSystem: StartWithSystem;
  readonly record: RunRecord;
}

const now = (): Date => new Date();

const keyChangesIn = (profileDir: string) =>
  rememberedFile<readonly KeyChange[]>(profileDir, 'key-changes.json', {
    schema: keyChangesSchema,
    blank: [],
    whenBroken: 'stands',
  });

/** Tokens that are known in a profile, or in the folder of a practice. */
export const knownTokensIn = (folder: string): Remembered<KnownTokens> =>
  rememberedFile(folder, 'known-tokens.json', {
    schema: knownTokensSchema,
    blank: noKnownTokens,
    whenBroken: (setAside) => ({ ...noKnownTokens, setAside }),
  });

function assemble(parts: Parts): Workplace {
  const { launch, libraries, libraryOverrides, system, elevation, checkMchd } = parts;
  const { utmUrl, utmDir, utmDownload, utmFiles, accountUrl, certificationAccountUrl } = parts;
  const { powerCodes, profileDir, startWithSystem, record } = parts;
  const client = createUtmClient(utmUrl);
  const account = accountUrl === null ? null : createAccountClient(accountUrl);
  const knownTokens = knownTokensIn(profileDir);
  // Libraries named by hand take the place of discovery.
  const tokens = createTokenAccess({ launch, libraries, discoverVendors: libraries.length === 0 });
  return {
    tokens: rememberingTokens(tokens, knownTokens, record, now),
    issuers: {
      utm: createUtmIssuer(client),
      handoff: createHandoffIssuer(client),
      file: createFileIssuer(now),
      account: account && createAccountIssuer(account),
    },
    sources: {
      utm: createUtmSubdivisionSource(client),
      account: account && createAccountSubdivisionSource(account),
    },
    contractors: account,
    certificationAccount: certificationAccountUrl === null ? null : createCertificationClient(certificationAccountUrl),
    readUtm: (expectedFsrarId) => readUtm({ client, system, folder: utmDir }, expectedFsrarId),
    utmUrl,
    utmDownload,
    installerFolder: path.join(profileDir, 'utm-installer'),
    utmFiles,
    system,
    elevation,
    checkMchd,
    libraryOverrides,
    powerCodes,
    archive: folderArchive(profileDir),
    requests: folderRequests(profileDir),
    keyChanges: keyChangesIn(profileDir),
    knownTokens,
    startWithSystem,
    record,
    now,
  };
}

/** What the real computer is told by its command line and its settings. */
export interface RealOptions
  extends Pick<
    Parts,
    | 'libraries'
    | 'utmUrl'
    | 'utmDir'
    | 'accountUrl'
    | 'certificationAccountUrl'
    | 'powerCodes'
    | 'profileDir'
    | 'record'
  > {
  /** The profile, where it was named by hand. */
  readonly namedProfileDir: string | null;
}

/** The real computer: its tokens, its UTM. */
export function openRealWorkplace(starters: ProcessStarters, options: RealOptions): OpenWorkplace {
  const system = createNodeSystem();
  const workplace = assemble({
    launch: starters.tokenProcess,
    system,
    elevation: realElevation(system, starters.mendProgram),
    checkMchd: starters.checkMchd,
    libraryOverrides: options.libraries,
    utmDownload,
    utmFiles: diskFiles,
    startWithSystem: realStartWithSystem(starters.windowProgram, options.namedProfileDir),
    ...options,
  });
  return {
    workplace,
    libraries: options.libraries,
    plug: null,
    messages: null,
    outside: null,
    close: () => workplace.tokens.close(),
  };
}

export const practiceFolder = (profileDir: string, scenario: ScenarioId): string =>
  path.join(profileDir, 'practice', scenario);

/**
 * Whether something in a practice waits for another day, as it does in a shop: a request, a change of keys, or an end
 * that somebody wants to be reminded of.
 */
export async function restsInPractice(folder: string): Promise<boolean> {
  const [{ requests }, changes, known] = await Promise.all([
    folderRequests(folder).all(),
    keyChangesIn(folder).read(),
    knownTokensIn(folder).read(),
  ]);
  return requests.length > 0 || (changes.ok && changes.value.length > 0) || (known.ok && known.value.remind);
}

/** A stand-in that starts at once is waited for, so that the first check already sees it; a slow one is not. */
const LONGEST_WAIT_FOR_UTM_MS = 1500;

export interface PracticeOptions {
  readonly folder: string;
  readonly scenario: ScenarioId;
  /** Begin the scenario anew; otherwise go on where the folder stands. */
  readonly fresh: boolean;
  readonly record: RunRecord;
}

/** Practice: virtual tokens and a stand-in UTM in a folder, behind the same ports. */
export async function openPracticeWorkplace(
  starters: ProcessStarters,
  options: PracticeOptions,
): Promise<OpenWorkplace> {
  if (options.fresh) await rm(options.folder, { recursive: true, force: true });
  const world = await createPracticeWorld({ folder: options.folder, scenario: options.scenario, now: new Date() });
  const helpers = await startPracticeHelpers(starters, world);
  const { utm, account, certification, site } = helpers;
  const computer = () => world.computer.read();
  await Promise.race([utm.listening, setTimeout(LONGEST_WAIT_FOR_UTM_MS, null, { ref: false })]);
  const system = createPracticeSystem({
    computer,
    now: () => Date.now(),
    readers: world.readers,
    utmFolder: world.utmFolder,
  });
  const workplace = assemble({
    launch: starters.practiceTokenProcess,
    libraries: [world.libraryPath],
    libraryOverrides: [],
    system,
    elevation: practiceElevation(world, starters),
    checkMchd: starters.checkMchd,
    utmUrl: `http://127.0.0.1:${utm.port}`,
    utmDir: null,
    utmDownload: practiceDownload(site.port),
    utmFiles: practiceSettingsFiles(diskFiles, { computer, utmFolder: world.utmFolder }),
    accountUrl: `http://127.0.0.1:${account.port}`,
    certificationAccountUrl: `http://127.0.0.1:${certification.port}`,
    powerCodes: [],
    profileDir: options.folder,
    startWithSystem: practiceStartWithSystem(starters.windowProgram, options),
    record: options.record,
  });
  return {
    workplace,
    libraries: [world.libraryPath],
    plug: world.plugByHand,
    messages: () => world.messages(now()),
    outside: { next: world.outsideEvent, happen: world.happen },
    async close() {
      await workplace.tokens.close();
      await helpers.stop();
    },
  };
}
