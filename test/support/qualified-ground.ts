import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { folderRequests } from '../../src/main/folder-requests.ts';
import { createVirtualDevice } from '../../src/practice/virtual-token/device.ts';
import type { DeviceKind } from '../../src/practice/virtual-token/device-state.ts';
import { gostApplet } from '../../src/setup/chosen-token.ts';
import type { QualifiedGround } from '../../src/setup/qualified-certificate/create-request.ts';
import type { RunRecord } from '../../src/setup/run-record.ts';
import type { Device } from '../../src/shared/domain/token.ts';
import { childProcessLauncher } from '../../src/token/child-process-launcher.ts';
import { practiceScheme } from '../../src/token/library-discovery.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { type BundledEntry, bundleEntry } from './bundled-entry.ts';

const pins: Readonly<Record<DeviceKind, string>> = { 'jacarta-2-se': '0987654321', 'rutoken-ecp-3': '12345678' };

/** A virtual token behind a real token process, and a profile beside it. */
export interface TokenGround extends QualifiedGround {
  /** The token read anew. */
  device(): Promise<Device>;
  signIn(): Promise<void>;
  readonly folder: string;
  readonly profile: string;
  readonly recorded: Parameters<RunRecord['write']>[0][];
}

/** Opens grounds for the tests of one file and takes them away at its end. */
export function tokenGrounds() {
  let process: BundledEntry;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    process = await bundleEntry('src/practice/token-process.ts');
  });
  afterAll(async () => {
    for (const close of closing) await close();
    process.remove();
  });
  return async (kind: DeviceKind): Promise<TokenGround> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'qualified-'));
    const profile = path.join(folder, 'profile');
    createVirtualDevice(path.join(folder, 'token'), kind);
    const tokens = createTokenAccess({
      launch: childProcessLauncher(process.path),
      libraries: [`${practiceScheme}${path.join(folder, 'token')}`],
      discoverVendors: false,
    });
    closing.push(async () => {
      await tokens.close();
      rmSync(folder, { recursive: true, force: true });
    });
    const device = async (): Promise<Device> => {
      const scan = await tokens.scan();
      const [found] = scan.ok ? scan.value.devices : [];
      if (!found) throw new Error('The token is not seen');
      return found;
    };
    const recorded: TokenGround['recorded'] = [];
    return {
      tokens,
      requests: folderRequests(profile),
      record: { write: (entry) => recorded.push(entry) },
      now: () => new Date(),
      folder: path.join(folder, 'token'),
      profile,
      recorded,
      device,
      async signIn() {
        const found = await device();
        const applet = gostApplet(found)?.kind ?? 'gost';
        const answer = await tokens.signIn({ device: found.id, applet, pin: pins[kind], lastTryConfirmed: false });
        if (!answer.ok) throw new Error(answer.problem.code);
      },
    };
  };
}
