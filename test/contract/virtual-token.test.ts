import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createVirtualDevice } from '../../src/practice/virtual-token/device.ts';
import type { DeviceKind } from '../../src/practice/virtual-token/device-state.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import { unpadded } from '../../src/token/padded-text.ts';
import { CKF } from '../../src/token/pkcs11-numbers.ts';
import { type ContractGround, describeCryptoki } from './cryptoki-contract.ts';

function open(kind: DeviceKind, model: string, userPin: string, soPin: string): ContractGround {
  const folder = mkdtempSync(join(tmpdir(), 'virtual-token-'));
  createVirtualDevice(folder, kind);
  const cryptoki = openVirtualCryptoki(folder);
  cryptoki.C_Initialize({ flags: CKF.osLockingOk });
  const slot = cryptoki.C_GetSlotList(true).find((each) => unpadded(cryptoki.C_GetTokenInfo(each).model) === model);
  if (!slot) throw new Error(`No slot of ${model}`);
  return { cryptoki, slot, userPin, soPin, close: () => rmSync(folder, { recursive: true }) };
}

const cryptoProA = '1.2.643.2.2.35.1';
const tc26B = '1.2.643.7.1.2.1.1.2';
const tc26A512 = '1.2.643.7.1.2.1.2.1';

const low = CKF.userPinCountLow;
const final = CKF.userPinCountLow | CKF.userPinFinalTry;

describeCryptoki(
  'virtual JaCarta-2 SE, ГОСТ applet',
  () => open('jacarta-2-se', 'JaCarta GOST 2.0', '0987654321', '1234567890'),
  {
    flagsAfterWrongTries: [low, final, CKF.userPinLocked],
    rightPinAfterThem: 'PIN_LOCKED',
    publicWriteUnsigned: 'USER_NOT_LOGGED_IN',
    slots: 20,
    rsa: null,
    initialisation: null,
    officer: 'USER_TYPE_INVALID',
    setPinUnsigned: 'OK',
    gost: [cryptoProA],
  },
);

describeCryptoki(
  'virtual JaCarta-2 SE, PKI applet',
  () => open('jacarta-2-se', 'JaCarta Laser', '11111111', '00000000'),
  {
    flagsAfterWrongTries: [low, low, low],
    rightPinAfterThem: 'OK',
    publicWriteUnsigned: 'USER_NOT_LOGGED_IN',
    slots: 20,
    rsa: { signWithPublicKey: 'KEY_HANDLE_INVALID', tooLargeKey: 'KEY_SIZE_RANGE' },
    initialisation: 'empties',
    officer: 'OK',
    setPinUnsigned: 'OK',
    gost: [],
  },
);

describeCryptoki('virtual Рутокен ЭЦП 3.0', () => open('rutoken-ecp-3', 'Rutoken ECP', '12345678', '87654321'), {
  // Ten tries; the flags speak from two left on.
  flagsAfterWrongTries: [0, 0, 0, 0, 0, 0, 0, low, final, CKF.userPinLocked],
  rightPinAfterThem: 'PIN_LOCKED',
  publicWriteUnsigned: 'OK',
  slots: 20,
  rsa: { signWithPublicKey: 'KEY_HANDLE_INVALID', tooLargeKey: 'KEY_SIZE_RANGE' },
  initialisation: 'empties',
  officer: 'OK',
  setPinUnsigned: 'USER_NOT_LOGGED_IN',
  gost: [cryptoProA, tc26B, tc26A512],
});
