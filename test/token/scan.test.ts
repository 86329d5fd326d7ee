import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LibraryReport } from '../../src/shared/domain/token.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { libraryPaths, vendorLibraries, vendorOfLibrary } from '../../src/shared/vendor-libraries.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import { discoverLibraries, type LibraryGround } from '../../src/token/library-discovery.ts';
import { createQuarantine } from '../../src/token/quarantine.ts';
import type { TokenAccess, TokenProcessLauncher } from '../../src/token/token-access.ts';
import { createTokenAccess, type TokenLimitsWish } from '../../src/token/token-client.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { brokenLibrary } from '../support/broken-library.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { elfLibrary, peLibrary } from '../support/executable-headers.ts';

const softHsm = openSoftHsm();
softHsm.addToken({ label: 'shown', pin: '12345678', soPin: '87654321' });
const folder = mkdtempSync(join(tmpdir(), 'libraries-'));
let entry: BundledEntry;
let launches = 0;
let access: TokenAccess | undefined;

beforeAll(async () => {
  entry = await bundleEntry('src/token/process.ts');
});
afterAll(() => {
  entry.remove();
  softHsm.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => access?.close());

const launch: TokenProcessLauncher = () => {
  launches += 1;
  return childProcessLauncher(entry.path)();
};

async function scan(libraries: readonly string[], limits: TokenLimitsWish = {}) {
  access = createTokenAccess({ launch, libraries, discoverVendors: false, limits });
  return scanAgain();
}

async function scanAgain() {
  const outcome = await access?.scan();
  if (!outcome?.ok) throw new Error('The scan itself failed');
  return outcome.value;
}

const verdicts = (reports: readonly LibraryReport[]) => reports.map((report) => report.problem?.code ?? report.status);

function file(name: string, content: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('one bad library never hides the others', () => {
  it('each is named with its reason, and the good one is read', async () => {
    const unreadable = join(folder, 'folder.so');
    mkdirSync(unreadable);
    const { devices, libraries } = await scan([
      join(folder, 'missing.so'),
      unreadable,
      file('text.so', 'это не библиотека'),
      file('windows.dll', peLibrary(0x8664)),
      file('32-bit.so', elfLibrary(1, 3)),
      file('cut-short.so', elfLibrary(2, 62)),
      brokenLibrary(folder, 'is-no-pkcs11'),
      softHsm.library,
    ]);
    expect(verdicts(libraries)).toEqual([
      'TOKEN_LIBRARY_MISSING',
      'TOKEN_LIBRARY_UNREADABLE',
      'TOKEN_LIBRARY_NOT_A_LIBRARY',
      'TOKEN_LIBRARY_NOT_A_LIBRARY',
      'TOKEN_LIBRARY_WRONG_BITNESS',
      'TOKEN_LIBRARY_LOAD_FAILED',
      'TOKEN_LIBRARY_LOAD_FAILED',
      'loaded',
    ]);
    expect(libraries[4]?.problem?.values).toMatchObject({ found: 'x86 (32 bit)', needed: 'x64 (64 bit)' });
    expect(libraries[7]).toMatchObject({ manufacturer: 'SoftHSM', source: 'override', vendor: 'other' });
    expect(devices.map((device) => device.applets[0]?.label)).toEqual(['shown']);
  });

  it('a library that crashes is named, the others are read in a new process, and it is left alone for a while', async () => {
    const crashing = brokenLibrary(folder, 'crashes');
    launches = 0;
    const first = await scan([crashing, softHsm.library], { backOffMs: 60_000 });
    expect(verdicts(first.libraries)).toEqual(['TOKEN_PROCESS_DIED', 'loaded']);
    expect(first.libraries[0]?.problem?.values).toEqual({ library: 'libcrashes.so' });
    expect(first.devices).toHaveLength(1);
    expect(launches).toBe(2);

    expect(verdicts((await scanAgain()).libraries)).toEqual(['TOKEN_PROCESS_DIED', 'loaded']);
    expect(launches).toBe(2);
  });

  it('and is tried again when the while is over', async () => {
    const crashing = brokenLibrary(folder, 'crashes');
    launches = 0;
    await scan([softHsm.library, crashing], { backOffMs: 0 });
    expect(launches).toBe(2);
    const { libraries, devices } = await scanAgain();
    expect(verdicts(libraries)).toEqual(['loaded', 'TOKEN_PROCESS_DIED']);
    expect(devices).toHaveLength(1);
    expect(launches).toBe(3);
  });

  it('a library that hangs is ended at its limit and named', async () => {
    const commandMs = {
      scan: 1500,
      'sign-in': 1,
      'sign-out': 1,
      'generate-rsa-pair': 1,
      sign: 1,
      'write-certificate': 1,
    };
    const { libraries, devices } = await scan([brokenLibrary(folder, 'hangs'), softHsm.library], { commandMs });
    expect(verdicts(libraries)).toEqual(['TOKEN_PROCESS_HUNG', 'loaded']);
    expect(libraries[0]?.problem?.details).toMatchObject({ limitMs: 1500, command: 'scan' });
    expect(devices).toHaveLength(1);
  });
});

describe('where libraries are looked for', () => {
  const ground = (platform: LibraryGround['platform']): LibraryGround => ({
    platform,
    architecture: process.arch,
    environment: (name) => (name === 'SystemRoot' ? 'D:\\Windows' : undefined),
  });

  it('one file reached by two paths is one library', async () => {
    const link = join(folder, 'link.so');
    symlinkSync(softHsm.library, link);
    const found = await discoverLibraries([link, softHsm.library], ground('linux'), false);
    expect(found.map(({ path }) => path)).toEqual([link]);
  });

  it('vendors’ libraries that are not installed are not complained about', async () => {
    expect(await discoverLibraries([], ground('darwin'), true)).toEqual([]);
  });

  it('a folder of virtual tokens is passed on unseen', async () => {
    const found = await discoverLibraries(['practice:/somewhere'], ground('linux'), false);
    expect(found).toEqual([{ path: 'practice:/somewhere', vendor: 'other', source: 'override', problem: null }]);
  });

  it('Windows has one copy for us and one for the UTM', () => {
    const [jacarta] = vendorLibraries;
    if (!jacarta) throw new Error('No libraries');
    expect(libraryPaths(jacarta, ground('win32'), 'own')).toEqual(['D:\\Windows\\System32\\jcPKCS11-2.dll']);
    expect(libraryPaths(jacarta, ground('win32'), 'utm')).toEqual(['D:\\Windows\\SysWOW64\\jcPKCS11-2.dll']);
    expect(libraryPaths(jacarta, { platform: 'win32', environment: () => undefined }, 'own')).toEqual([]);
  });

  it('a file’s vendor is known by its name on every system', () => {
    const everywhere = (vendor: string) =>
      vendorLibraries
        .filter((library) => library.vendor === vendor)
        .flatMap((library) =>
          (['win32', 'linux', 'darwin'] as const).flatMap((platform) => libraryPaths(library, ground(platform), 'own')),
        );
    for (const { vendor } of vendorLibraries)
      for (const path of everywhere(vendor)) expect([path, vendorOfLibrary(path)]).toEqual([path, vendor]);
    expect(vendorOfLibrary('/usr/lib/softhsm/libsofthsm2.so')).toBe('other');
  });
});

it('a library that keeps breaking the process is left alone longer each time', () => {
  let now = 0;
  const quarantine = createQuarantine(10, 35, () => now);
  const offence = problem('TOKEN_PROCESS_DIED', { library: 'x' });
  for (const length of [10, 20, 35, 35]) {
    quarantine.add('x', offence);
    now += length - 1;
    expect(quarantine.problemOf('x')).toEqual(offence);
    now += 1;
    expect(quarantine.problemOf('x')).toBeNull();
  }
  quarantine.release('x');
  quarantine.add('x', offence);
  now += 10;
  expect(quarantine.problemOf('x')).toBeNull();
});
