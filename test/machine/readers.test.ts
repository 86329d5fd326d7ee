import { describe, expect, test } from 'vitest';
import { readers, readersRule, type SeenDevice } from '../../src/machine/checks/drivers/readers.ts';
import { device, emptyContext, tokens } from './contexts.ts';
import { printed, type Recording, recordedSystem } from './recorded-system.ts';

const check = (recording: Recording, held = 0) =>
  readers.run(recordedSystem(recording), {
    ...emptyContext,
    tokens: tokens(
      Array.from({ length: held }, (_, index) => device('JaCarta-2 SE', String(index))),
      [],
    ),
  });

const pnp = (name: string, deviceId: string, problem = 0): Recording => ({
  commands: {
    'powershell devices': printed(
      JSON.stringify({
        antivirus: [],
        devices: [
          { Name: name, PNPClass: 'SmartCardReader', Service: '', DeviceID: deviceId, ConfigManagerErrorCode: problem },
        ],
      }),
    ),
  },
});

const jacarta = 'USB\\VID_24DC&PID_0101\\5&2C3A1B4D&0&1';
const rutoken = 'USB\\VID_0A89&PID_0030\\5&1F2E3D4C&0&2';
const laptop = 'USB\\VID_0BDA&PID_0165\\6&1A2B3C4D&0&3';

describe('a device that no library sees', () => {
  test.each([
    ['JaCarta on its own driver', pnp('JaCarta Usbccid Smartcard Reader', jacarta), 'attention', 'system-only'],
    [
      'JaCarta on that of Microsoft',
      pnp('Microsoft Usbccid Smartcard Reader (WUDF)', jacarta),
      'attention',
      'microsoft-driver',
    ],
    [
      'Рутокен, whose driver that is',
      pnp('Microsoft Usbccid Smartcard Reader (WUDF)', rutoken),
      'attention',
      'system-only',
    ],
    ['without any driver', pnp('JaCarta', jacarta, 28), 'attention', 'no-system-driver'],
    ['disabled', pnp('JaCarta Usbccid Smartcard Reader', jacarta, 22), 'attention', 'disabled'],
    ['that failed to start', pnp('JaCarta Usbccid Smartcard Reader', jacarta, 10), 'attention', 'failed'],
    ['an empty reader of a laptop', pnp('Realtek USB Smart Card Reader', laptop), 'info', 'empty-reader'],
  ] as const)('%s', async (_, recording, status, variant) => {
    expect(await check(recording)).toMatchObject({ status, variant });
  });
});

test('a token that a library sees is nobody’s trouble, whatever the system calls its driver', async () => {
  expect(await check(pnp('Microsoft Usbccid Smartcard Reader (WUDF)', jacarta), 1)).toMatchObject({
    variant: 'agreed',
  });
  const none = { commands: { 'powershell devices': printed('{"antivirus":[],"devices":[]}') } };
  expect(await check(none, 1)).toMatchObject({ status: 'info', variant: 'driver-only' });
  expect(await check({}, 1)).toMatchObject({ status: 'ok', variant: 'driver-sees' });
});

test('law: a token that a library sees never calls for attention', () => {
  const drivers: readonly SeenDevice['driver'][] = ['right', 'absent', 'disabled', 'failed', 'microsoft'];
  for (const driver of drivers) {
    const devices = [{ name: 'A', token: true, driver }];
    expect(readersRule({ devices, tokens: 1 }).status).toBe('ok');
    expect(readersRule({ devices, tokens: 0 }).status).toBe('attention');
  }
});
