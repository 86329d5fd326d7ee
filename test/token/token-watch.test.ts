import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVirtualDevice, plugDevice } from '../../src/practice/virtual-token/device.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import type { TokenAccess, TokenProcessHandle } from '../../src/token/token-access.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { createTokenServer } from '../../src/token/token-server.ts';
import { brokenLibrary } from '../support/broken-library.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { recordCalls } from '../support/recording-cryptoki.ts';

let entry: BundledEntry;
let folder: string;
let access: TokenAccess;
let handles: TokenProcessHandle[];

beforeAll(async () => {
  entry = await bundleEntry('src/practice/token-process.ts');
});
afterAll(() => entry.remove());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'token-watch-'));
  handles = [];
});
afterEach(async () => {
  await access?.close();
  rmSync(folder, { recursive: true });
});

function open(...more: string[]): TokenAccess {
  access = createTokenAccess({
    launch: () => {
      const handle = childProcessLauncher(entry.path)();
      handles.push(handle);
      return handle;
    },
    libraries: [`practice:${folder}`, ...more],
    discoverVendors: false,
  });
  return access;
}

/** Two seconds are what a person waits for a token to appear; what is more is this computer's own slowness. */
const within = { timeout: 2500, interval: 20 };

describe('tokens come and go', () => {
  it('and whoever watches is told within two seconds, each time once', async () => {
    const serial = createVirtualDevice(folder, 'rutoken-ecp-3').serial;
    open();
    await access.scan();
    const listener = vi.fn();
    const watch = access.watch(listener);
    createVirtualDevice(folder, 'jacarta-2-se');
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1), within);
    plugDevice(folder, serial, false);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2), within);
    plugDevice(folder, serial, true);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(3), within);
    watch.stop();
  });

  it('a scan in between that sees it first tells it too, and not twice', async () => {
    open();
    await access.scan();
    const listener = vi.fn();
    access.watch(listener);
    createVirtualDevice(folder, 'rutoken-ecp-3');
    await access.scan();
    expect(listener).toHaveBeenCalledTimes(1);
    const other = vi.fn();
    access.watch(other);
    createVirtualDevice(folder, 'rutoken-ecp-3');
    await vi.waitFor(() => expect(other).toHaveBeenCalledTimes(1), within);
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it('a pause looks at nothing, and its end tells what was missed', async () => {
    open();
    await access.scan();
    const paused = vi.fn();
    const awake = vi.fn();
    const watch = access.watch(paused);
    watch.pause(true);
    access.watch(awake);
    createVirtualDevice(folder, 'rutoken-ecp-3');
    await vi.waitFor(() => expect(awake).toHaveBeenCalledTimes(1), within);
    expect(paused).not.toHaveBeenCalled();
    watch.pause(false);
    expect(paused).toHaveBeenCalledTimes(1);
  });

  it('a process that died is started anew, and the token in it is no news', async () => {
    createVirtualDevice(folder, 'rutoken-ecp-3');
    open();
    await access.scan();
    const listener = vi.fn();
    access.watch(listener);
    handles[0]?.kill();
    await vi.waitFor(() => expect(handles).toHaveLength(2), within);
    createVirtualDevice(folder, 'rutoken-ecp-3');
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1), within);
  });

  it('a library that crashes is left alone, and the others are watched', async () => {
    open(brokenLibrary(folder, 'crashes'));
    const listener = vi.fn();
    access.watch(listener);
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(1), { timeout: 5000 });
    expect(handles).toHaveLength(1);
    createVirtualDevice(folder, 'rutoken-ecp-3');
    await vi.waitFor(() => expect(listener).toHaveBeenCalledTimes(2), within);
    expect(handles).toHaveLength(2);
  });

  it('after the end nothing is started any more', async () => {
    open();
    await access.scan();
    access.watch(() => undefined);
    await access.close();
    const started = handles.length;
    const other = access;
    open();
    await access.scan();
    access.watch(() => undefined);
    createVirtualDevice(folder, 'rutoken-ecp-3');
    const listener = vi.fn();
    access.watch(listener);
    await vi.waitFor(() => expect(listener).toHaveBeenCalled(), within);
    expect(handles).toHaveLength(started + 1);
    await other.close();
  });
});

it('a look asks a new token for its name, a known one for nothing, and enters none', async () => {
  createVirtualDevice(folder, 'rutoken-ecp-3');
  const calls: string[] = [];
  const server = createTokenServer(() => recordCalls(openVirtualCryptoki(folder), calls));
  const look = () => server.perform({ kind: 'presence', library: 'practice' });
  const first = await look();
  expect(calls.filter((call) => call === 'C_GetTokenInfo')).toHaveLength(1);
  calls.length = 0;
  expect(await look()).toEqual(first);
  expect(calls).toEqual(['C_GetSlotList']);
  createVirtualDevice(folder, 'rutoken-ecp-3');
  calls.length = 0;
  const third = await look();
  expect(third).toMatchObject({ ok: true, value: { present: { length: 2 } } });
  expect(calls).toEqual(['C_GetSlotList', 'C_GetTokenInfo']);
});
