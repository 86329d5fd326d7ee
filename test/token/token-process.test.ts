import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualDevice } from '../../src/practice/virtual-token/device.ts';
import type { Device } from '../../src/shared/domain/token.ts';
import type { Result } from '../../src/shared/result.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import type { TokenAccess, TokenProcessHandle } from '../../src/token/token-access.ts';
import { createTokenAccess, type TokenLimitsWish } from '../../src/token/token-client.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

const softHsm = openSoftHsm();
softHsm.addToken({ label: 'shown', pin: '12345678', soPin: '87654321' });
let entry: BundledEntry;
let folder: string;
let access: TokenAccess;
let handles: TokenProcessHandle[];
/** Called with each message on its way to the process, after it was sent. */
let afterPost: (message: unknown, handle: TokenProcessHandle) => void;

beforeAll(async () => {
  entry = await bundleEntry('src/practice/token-process.ts');
});
afterAll(() => {
  entry.remove();
  softHsm.close();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'token-process-'));
  handles = [];
  afterPost = () => undefined;
});
afterEach(async () => {
  await access.close();
  rmSync(folder, { recursive: true });
});

function open(libraries: readonly string[], limits: TokenLimitsWish = {}): TokenAccess {
  access = createTokenAccess({
    launch: () => {
      const handle = childProcessLauncher(entry.path)();
      handles.push(handle);
      return {
        ...handle,
        post: (message) => {
          handle.post(message);
          afterPost(message, handle);
        },
      };
    },
    libraries,
    discoverVendors: false,
    limits,
  });
  return access;
}

async function onlyDevice(): Promise<Device> {
  const outcome = await access.scan();
  const device = outcome.ok ? outcome.value.devices[0] : undefined;
  if (!device) throw new Error('No device is shown');
  return device;
}

const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.problem.code);

/** Ends the process once, so long after it was asked for a pair. */
const killDuringGeneration = (afterMs: number): void => {
  afterPost = (message, handle) => {
    if (!JSON.stringify(message).includes('generate-rsa-pair')) return;
    afterPost = () => undefined;
    setTimeout(() => handle.kill(), afterMs);
  };
};

const tokens = [
  {
    name: 'a virtual Рутокен',
    killAfterMs: 300,
    pin: '12345678',
    library: () => {
      createVirtualDevice(folder, 'rutoken-ecp-3', { generationMs: 60_000 });
      return `practice:${folder}`;
    },
  },
  { name: 'SoftHSM2', killAfterMs: 0, pin: '12345678', library: () => softHsm.library },
];

describe.each(tokens)('the token process dies while $name makes a pair', ({ pin, library, killAfterMs }) => {
  it('the call says so, and the next scan tells the truth', async () => {
    open([library()]);
    const { id, applets } = await onlyDevice();
    const reference = { device: id, applet: applets[0]?.kind ?? 'combined' };
    expect(codeOf(await access.signIn({ ...reference, pin, lastTryConfirmed: false }))).toBe('ok');
    expect((await onlyDevice()).applets[0]?.signedIn).toBe(true);

    killDuringGeneration(killAfterMs);
    const outcome = await access.generateRsaPair({ ...reference, label: 'x' });
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'TOKEN_PROCESS_DIED' } });

    const after = await onlyDevice();
    expect(after.id).toBe(id);
    expect(after.applets[0]).toMatchObject({ signedIn: false, keys: [], userPin: { tries: 'untouched' } });
    expect(handles).toHaveLength(2);
    expect(codeOf(await access.generateRsaPair({ ...reference, label: 'x' }))).toBe('TOKEN_NOT_SIGNED_IN');
    expect(codeOf(await access.signIn({ ...reference, pin, lastTryConfirmed: false }))).toBe('ok');
  });
});

it('a death between two calls is found by the next scan: nobody is signed in any more', async () => {
  createVirtualDevice(folder, 'rutoken-ecp-3');
  open([`practice:${folder}`]);
  const reference = { device: (await onlyDevice()).id, applet: 'combined' } as const;
  await access.signIn({ ...reference, pin: '12345678', lastTryConfirmed: false });
  expect((await onlyDevice()).applets[0]?.signedIn).toBe(true);
  const died = new Promise((resolve) => handles[0]?.onExit(resolve));
  handles[0]?.kill();
  await died;
  expect((await onlyDevice()).applets[0]?.signedIn).toBe(false);
  expect(handles).toHaveLength(2);
});

it('a process that cannot be started is a problem, not an exception', async () => {
  createVirtualDevice(folder, 'rutoken-ecp-3');
  const launch = () => {
    throw new Error('no such program');
  };
  access = createTokenAccess({ launch, libraries: [`practice:${folder}`], discoverVendors: false });
  const outcome = await access.scan();
  expect(outcome).toMatchObject({
    ok: true,
    value: { devices: [], libraries: [{ status: 'failed', problem: { code: 'TOKEN_PROCESS_DIED' } }] },
  });
});

describe('limits and order', () => {
  const insert = (generationMs: number) => createVirtualDevice(folder, 'rutoken-ecp-3', { generationMs });
  const combined = 'combined' as const;

  it('a generation past its limit is ended, and named with its library', async () => {
    insert(60_000);
    const commandMs = {
      scan: 15_000,
      'sign-in': 15_000,
      'sign-out': 15_000,
      'generate-rsa-pair': 700,
      sign: 15_000,
      'write-certificate': 15_000,
    };
    open([`practice:${folder}`], { commandMs });
    const reference = { device: (await onlyDevice()).id, applet: combined };
    await access.signIn({ ...reference, pin: '12345678', lastTryConfirmed: false });
    const outcome = await access.generateRsaPair({ ...reference, label: 'x' });
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: 'TOKEN_PROCESS_HUNG', details: { library: `practice:${folder}`, limitMs: 700 } },
    });
    expect((await onlyDevice()).applets[0]).toMatchObject({ signedIn: false, keys: [] });
  });

  it('a scan asked for during a generation waits for it and shows the new pair', async () => {
    insert(500);
    open([`practice:${folder}`]);
    const reference = { device: (await onlyDevice()).id, applet: combined };
    await access.signIn({ ...reference, pin: '12345678', lastTryConfirmed: false });
    const [generated, scanned] = await Promise.all([
      access.generateRsaPair({ ...reference, label: 'x' }),
      access.scan(),
    ]);
    const keyId = generated.ok ? generated.value.keyId : 'none';
    expect(scanned.ok && scanned.value.devices[0]?.applets[0]?.keys[0]?.keyId).toBe(keyId);
  });

  it('an end while a call is under way answers it', async () => {
    insert(60_000);
    open([`practice:${folder}`]);
    const reference = { device: (await onlyDevice()).id, applet: combined };
    await access.signIn({ ...reference, pin: '12345678', lastTryConfirmed: false });
    const generation = access.generateRsaPair({ ...reference, label: 'x' });
    const queued = access.signOut(reference);
    await access.close();
    expect([codeOf(await generation), codeOf(await queued)]).toEqual(['TOKEN_PROCESS_DIED', 'TOKEN_PROCESS_DIED']);
    expect(handles).toHaveLength(1);
  });

  it('a call for a device finds it without a scan before it', async () => {
    insert(0);
    open([`practice:${folder}`]);
    const { id } = await onlyDevice();
    await access.close();
    open([`practice:${folder}`]);
    const request = { device: id, applet: combined, pin: '12345678', lastTryConfirmed: false };
    expect(codeOf(await access.signIn(request))).toBe('ok');
    expect(codeOf(await access.signIn({ ...request, device: 'another' }))).toBe('TOKEN_NOT_FOUND');
  });
});
