import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { certificateTemplate } from '../../src/practice/certificate-template.ts';
import { romashka } from '../../src/practice/holders.ts';
import { placesOf } from '../../src/practice/places.ts';
import { launchPracticeUtm, type PracticeUtm } from '../../src/practice/utm/launcher.ts';
import { installUtm } from '../../src/practice/utm/utm-folder.ts';
import { CKF, CKU } from '../../src/token/pkcs11-numbers.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { issue, makeKey, makeRequest, makeSelfSigned } from '../pki/openssl-authority.ts';

const root = path.resolve(import.meta.dirname, '../..');
const gost = { kind: 'gost', set: 'A', bits: 256 } as const;

/** A PIN that stands nowhere in the product, so that finding it means it leaked. */
export const shopPin = '73915264';
const officerPin = '40628173';

/** A shop on a real PKCS#11 library: a SoftHSM2 token with OpenSSL's certificate on it, and a UTM that opens it too. */
export interface SoftHsmShop {
  readonly softHsm: SoftHsm;
  readonly oracle: GostOracle;
  readonly utm: PracticeUtm;
  /** The first of its places. */
  readonly fsrarId: string;
  close(): Promise<void>;
}

/** A qualified certificate that OpenSSL's GOST engine made, in DER. Its files stay in the oracle's folder. */
function qualifiedCertificate(oracle: GostOracle): Uint8Array {
  for (const name of ['ca', 'shop']) makeKey(oracle, name, gost);
  makeSelfSigned(oracle, 'ca', gost);
  makeRequest(oracle, 'shop', gost);
  return issue(oracle, 'shop', 'ca', gost);
}

/** Writes the certificate as a person's other program would: through the library itself, not through our code. */
function writeCertificate(softHsm: SoftHsm, der: Uint8Array): void {
  const library = loadPkcs11Library(softHsm.library);
  library.C_Initialize({ flags: CKF.osLockingOk });
  const slot = library
    .C_GetSlotList(true)
    .find((candidate) => (library.C_GetTokenInfo(candidate).flags & CKF.tokenInitialized) !== 0);
  if (slot === undefined) throw new Error('SoftHSM2 shows no initialised token');
  const session = library.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
  library.C_Login(session, CKU.user, shopPin);
  library.C_CreateObject(session, certificateTemplate(Buffer.from('0a0b0c', 'hex'), 'КЭП', der));
  library.C_Logout(session);
  library.C_CloseSession(session);
  library.C_Finalize();
}

export async function openSoftHsmShop(): Promise<SoftHsmShop> {
  const oracle = openGostOracle();
  const softHsm = openSoftHsm();
  softHsm.addToken({ label: 'Магазин', pin: shopPin, soPin: officerPin });
  writeCertificate(softHsm, qualifiedCertificate(oracle));
  const folder = path.join(softHsm.folder, 'utm');
  mkdirSync(folder);
  const places = placesOf(romashka, 3);
  installUtm(folder, { options: {}, places, pins: { gost: shopPin, pki: shopPin }, database: null });
  const entry = path.join(root, 'out/main/practice-utm.js');
  const utm = await launchPracticeUtm({ entry, folder, library: softHsm.library, port: 0 });
  await utm.listening;
  return {
    softHsm,
    oracle,
    utm,
    fsrarId: places[0]?.Owner_ID ?? '',
    async close() {
      await utm.stop();
      softHsm.close();
      oracle.close();
    },
  };
}
