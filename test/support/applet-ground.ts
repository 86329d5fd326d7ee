import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualDevice, type DevicePreparation } from '../../src/practice/virtual-token/device.ts';
import type { DeviceKind } from '../../src/practice/virtual-token/device-state.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Applet, AppletKind } from '../../src/shared/domain/token.ts';
import type { Result } from '../../src/shared/result.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { type AppletTarget, type TokenCommand, tokenAnswerSchemas } from '../../src/token/token-protocol.ts';
import { createTokenServer } from '../../src/token/token-server.ts';
import type { VendorExtensions } from '../../src/token/vendor-extensions.ts';
import { recordCalls } from './recording-cryptoki.ts';

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
type TargetCommand = DistributiveOmit<Extract<TokenCommand, { readonly target: AppletTarget }>, 'target'>;

/** One applet behind a token server of this process, with every PKCS#11 call written down. */
export interface AppletGround {
  readonly cryptoki: Cryptoki;
  readonly calls: string[];
  readonly target: AppletTarget;
  /** How often a function was called. */
  count(call: string): number;
  perform(command: TargetCommand): Promise<Result<unknown>>;
  /** As `perform`; answers the problem's code, or `ok`. */
  codeOf(command: TargetCommand): Promise<string>;
  /** The applet as a scan shows it now. */
  applet(): Promise<Applet>;
}

/** Opens the ground on whichever applet of the library fits. */
export async function openAppletGround(
  library: Cryptoki,
  fits: (applet: Applet) => boolean,
  extensions: VendorExtensions | null = null,
): Promise<AppletGround> {
  const calls: string[] = [];
  const cryptoki = recordCalls(library, calls);
  const server = createTokenServer(
    () => cryptoki,
    () => extensions,
  );
  const applet = async () => {
    const outcome = await server.perform({ kind: 'scan', library: 'library' });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    const found = tokenAnswerSchemas.scan.parse(outcome.value).slots.find((slot) => fits(slot.applet))?.applet;
    if (!found) throw new Error('No such applet is shown');
    return found;
  };
  const { kind, model, serial } = await applet();
  const target = { library: 'library', kind, model, serial };
  const perform = (command: TargetCommand) => server.perform({ ...command, target });
  calls.length = 0;
  return {
    cryptoki,
    calls,
    target,
    count: (call) => calls.filter((each) => each === call).length,
    perform,
    async codeOf(command) {
      const outcome = await perform(command);
      return outcome.ok ? 'ok' : outcome.problem.code;
    },
    applet,
  };
}

/** A folder with one virtual device, and the ground on one of its applets. */
export async function virtualGround(
  device: DeviceKind,
  kind: AppletKind,
  preparation: DevicePreparation = {},
  extensions: VendorExtensions | null = null,
): Promise<AppletGround & { readonly folder: string; readonly serial: string; close(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'applet-ground-'));
  const { serial } = createVirtualDevice(folder, device, preparation);
  const ground = await openAppletGround(openVirtualCryptoki(folder), (applet) => applet.kind === kind, extensions);
  return { ...ground, folder, serial, close: () => rmSync(folder, { recursive: true }) };
}
