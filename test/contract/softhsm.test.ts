import { afterAll } from 'vitest';
import { unpadded } from '../../src/token/padded-text.ts';
import { CKF } from '../../src/token/pkcs11-numbers.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';
import { describeCryptoki } from './cryptoki-contract.ts';

const softHsm = openSoftHsm();
const cryptoki = loadPkcs11Library(softHsm.library);
afterAll(() => softHsm.close());

let made = 0;

describeCryptoki(
  'SoftHSM2 through pkcs11js',
  () => {
    made += 1;
    const label = `token ${made}`;
    softHsm.addToken({ label, pin: '12345678', soPin: '87654321' });
    cryptoki.C_Initialize({ flags: CKF.osLockingOk });
    const slot = cryptoki.C_GetSlotList(true).find((each) => unpadded(cryptoki.C_GetTokenInfo(each).label) === label);
    if (!slot) throw new Error(`SoftHSM2 does not show ${label}`);
    return { cryptoki, slot, userPin: '12345678', soPin: '87654321', close: () => cryptoki.C_Finalize() };
  },
  {
    // SoftHSM2 counts no tries: COUNT_LOW from the first wrong one, and never a lock.
    flagsAfterWrongTries: [CKF.userPinCountLow, CKF.userPinCountLow, CKF.userPinCountLow],
    rightPinAfterThem: 'OK',
    publicWriteUnsigned: 'OK',
    slots: 1,
    rsa: { signWithPublicKey: 'KEY_FUNCTION_NOT_PERMITTED', tooLargeKey: 'GENERAL_ERROR' },
    initialisation: 'empties',
    officer: 'OK',
    setPinUnsigned: 'OK',
    gost: [],
  },
);
