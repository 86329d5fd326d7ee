import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import { CKF, CKU } from '../../src/token/pkcs11-numbers.ts';

/** A program of its own that types a wrong PIN so many times: `wrong-pin-process FOLDER TIMES`. */
const [folder = '', times = '0'] = process.argv.slice(2);
const cryptoki = openVirtualCryptoki(folder);
cryptoki.C_Initialize();
const [slot] = cryptoki.C_GetSlotList(true);
const session = cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession | CKF.rwSession);
for (let time = 0; time < Number(times); time += 1) {
  try {
    cryptoki.C_Login(session, CKU.user, 'неверный');
    process.exitCode = 2;
  } catch (error) {
    if (!(error instanceof Error) || error.message !== 'CKR_PIN_INCORRECT') throw error;
  }
}
