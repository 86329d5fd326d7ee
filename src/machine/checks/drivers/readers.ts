import type { Finding } from '../../../shared/domain/finding.ts';
import { defineCheck, type MachineContext, outcomesOf } from '../../check.ts';
import { readPcscReaders } from '../../outputs/readers.ts';
import { findUsbDevices } from '../../questions/linux-usb.ts';
import { findWindowsDevices } from '../../questions/windows-devices.ts';
import type { System } from '../../system.ts';

/** A reader or a token as the operating system has it. */
export interface SeenDevice {
  readonly name: string;
  /** It is a token, not a reader of cards that may be empty. */
  readonly token: boolean;
  readonly driver: 'right' | 'absent' | 'disabled' | 'failed' | 'microsoft';
}

export interface ReadersFacts {
  /** `null`: the system did not tell. */
  readonly devices: readonly SeenDevice[] | null;
  /** How many tokens the vendors' libraries see; `null`: they were not asked. */
  readonly tokens: number | null;
}

// USB vendors: 24DC Aladdin (krotname/cryptopro-key-export), 0A89 Aktiv (usb.ids).
const tokenVendors = /VID_(24DC|0A89)/i;
const tokenVendorIds = new Set(['24dc', '0a89']);
const aladdin = /VID_24DC/i;

/** Names that tokens give their readers (krotname/cryptopro-key-export, code-agent-43824/SoftHSMv2). */
const tokenNames = /jacarta|ards|aladdin|rutoken|aktiv|esmart/i;

/** JaCarta on Microsoft's class driver instead of its own: an old or broken driver (one source, rustrackers.ru). */
const microsoftDriver = /microsoft usbccid/i;

// Problem codes of the device manager (cfg.h): disabled, failed to install, not installed. Others tell of a failure.
const disabledProblem = 22;
const absentProblems = new Set([1, 18, 28]);

function windowsDriver(device: { readonly name: string; readonly deviceId: string; readonly problem: number }) {
  if (device.problem === disabledProblem) return 'disabled';
  if (absentProblems.has(device.problem)) return 'absent';
  if (device.problem !== 0) return 'failed';
  return aladdin.test(device.deviceId) && microsoftDriver.test(device.name) ? 'microsoft' : 'right';
}

async function onWindows(system: System): Promise<readonly SeenDevice[] | null> {
  const { devices } = await findWindowsDevices(system);
  return (
    devices?.map((device) => ({
      name: device.name,
      token: tokenVendors.test(device.deviceId) || tokenNames.test(device.name),
      driver: windowsDriver(device),
    })) ?? null
  );
}

/** `pcsc_scan` belongs to no ordinary installation; the kernel's list of USB devices is always there. */
async function onLinux(system: System): Promise<readonly SeenDevice[] | null> {
  const [scan, usb] = await Promise.all([system.run('pcsc_scan', ['-r'], 3_000), findUsbDevices(system)]);
  const readers = readPcscReaders(scan.stdout);
  if (readers === null && usb === null) return null;
  const tokens = (usb ?? []).filter(({ vendorId }) => tokenVendorIds.has(vendorId));
  if (readers !== null && readers.length > 0) {
    return readers.map((name) => ({ name, token: tokenNames.test(name), driver: 'right' }));
  }
  return tokens.map(({ vendorId, product }) => ({
    name: product || `USB ${vendorId}`,
    token: true,
    // The daemon answered that it has no reader, and yet the token is plugged in.
    driver: readers === null ? 'right' : 'absent',
  }));
}

async function probe(system: System, context: MachineContext): Promise<ReadersFacts> {
  const devices = await (system.platform === 'win32' ? onWindows(system) : onLinux(system));
  return { devices, tokens: context.tokens?.devices.length ?? null };
}

const conclude = outcomesOf('readers', {
  agreed: ['ok'],
  'driver-sees': ['ok'],
  none: ['info', 'check-again'],
  'empty-reader': ['info', 'check-again'],
  'no-system-driver': ['attention', 'open-jacarta-page', 'open-rutoken-page', 'check-again'],
  disabled: ['attention', 'check-again'],
  failed: ['attention', 'check-again'],
  'microsoft-driver': ['attention', 'open-jacarta-page', 'check-again'],
  'system-only': ['attention', 'check-again', 'save-diagnostics'],
  'driver-only': ['info', 'check-again'],
  unknown: ['info', 'check-again'],
});

const namesOf = (devices: readonly SeenDevice[]): string => [...new Set(devices.map(({ name }) => name))].join(', ');

const variantOfDriver = {
  absent: 'no-system-driver',
  disabled: 'disabled',
  failed: 'failed',
  microsoft: 'microsoft-driver',
} as const;

/**
 * Compares what the system sees with what the vendors' libraries see. A token that only the system sees waits for a
 * driver, one that only a library sees comes over a network or is none of the system's readers.
 */
export function readersRule({ devices, tokens }: ReadersFacts): Finding {
  const raw = {
    devices: devices === null ? null : devices.map(({ name, driver }) => `${name} (${driver})`).join(', '),
    tokens,
  };
  if (tokens !== null && tokens > 0) {
    if (devices === null) return conclude('driver-sees', raw);
    return devices.length === 0 ? conclude('driver-only', raw) : conclude('agreed', raw, { names: namesOf(devices) });
  }
  if (devices === null) return conclude('unknown', raw);
  const ill = devices.find((device) => device.driver !== 'right');
  if (ill && ill.driver !== 'right') return conclude(variantOfDriver[ill.driver], raw, { name: ill.name });
  const seen = devices.filter((device) => device.token);
  if (seen.length > 0) return conclude('system-only', raw, { names: namesOf(seen) });
  return devices.length === 0 ? conclude('none', raw) : conclude('empty-reader', raw, { names: namesOf(devices) });
}

export const readers = defineCheck({ id: 'readers', probe, rule: readersRule });
