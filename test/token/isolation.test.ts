import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Device } from '../../src/shared/domain/token.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import type { TokenAccess } from '../../src/token/token-access.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { interposedLibrary } from '../support/interposed-library.ts';

const softHsm = openSoftHsm();
softHsm.addToken({ label: 'shown', pin: '12345678', soPin: '87654321' });
const folder = mkdtempSync(join(tmpdir(), 'isolation-'));
let entry: BundledEntry;

beforeAll(async () => {
  entry = await bundleEntry('src/token/process.ts');
});
afterAll(() => {
  entry.remove();
  softHsm.close();
  rmSync(folder, { recursive: true });
});

describe('a library that prints', () => {
  let program: BundledEntry;
  beforeAll(async () => {
    program = await bundleEntry(fileURLToPath(new URL('../support/scan-program.ts', import.meta.url)));
  });
  afterAll(() => program.remove());

  it('is not heard: our standard output stays one document, and our standard error empty', () => {
    const library = interposedLibrary(folder, 'prints', softHsm.library);
    const { stdout, stderr, status } = spawnSync(process.execPath, [program.path, entry.path, library], {
      encoding: 'utf8',
    });
    expect([status, stderr, stdout]).toEqual([0, '', '["shown"]']);
  });
});

describe('a library that eats memory', () => {
  const mebibyte = 1024 * 1024;
  let access: TokenAccess;
  let processes: number;

  function open(memoryBytes: number): void {
    processes = 0;
    access = createTokenAccess({
      launch: () => {
        processes += 1;
        return childProcessLauncher(entry.path)();
      },
      libraries: [interposedLibrary(folder, 'leaks', softHsm.library)],
      discoverVendors: false,
      limits: { memoryBytes },
    });
  }

  async function onlyDevice(): Promise<Device> {
    const outcome = await access.scan();
    const device = outcome.ok ? outcome.value.devices[0] : undefined;
    if (!device) throw new Error('No device is shown');
    return device;
  }

  it('gets a new process between two commands, and its token is the same', async () => {
    open(40 * mebibyte);
    const ids = [(await onlyDevice()).id, (await onlyDevice()).id, (await onlyDevice()).id];
    expect(new Set(ids).size).toBe(1);
    expect(processes).toBe(3);
    await access.close();
  });

  it('keeps a sign-in as long as it can be afforded, and then the sign-in is told as ended', async () => {
    open(250 * mebibyte);
    const reference = { device: (await onlyDevice()).id, applet: 'combined' } as const;
    expect(await access.signIn({ ...reference, pin: '12345678', lastTryConfirmed: false })).toMatchObject({ ok: true });
    expect((await onlyDevice()).applets[0]?.signedIn).toBe(true);
    const before = processes;
    for (let scans = 0; processes === before && scans < 30; scans += 1) await access.scan();
    expect(processes).toBe(before + 1);
    expect((await onlyDevice()).applets[0]?.signedIn).toBe(false);
    expect(await access.generateRsaPair({ ...reference, label: 'x' })).toMatchObject({
      ok: false,
      problem: { code: 'TOKEN_NOT_SIGNED_IN' },
    });
    await access.close();
  });
});
