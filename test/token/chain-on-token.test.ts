import { afterAll, beforeAll, expect, it } from 'vitest';
import { certificateTemplate } from '../../src/practice/certificate-template.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { readObjects } from '../../src/token/objects.ts';
import { CKF, CKU } from '../../src/token/pkcs11-numbers.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { issue, makeKey, makeRequest, makeSelfSigned } from '../pki/openssl-authority.ts';

const gost = { kind: 'gost', set: 'A', bits: 256 } as const;
let oracle: GostOracle;
let softHsm: SoftHsm;
let cryptoki: Cryptoki;

beforeAll(() => {
  oracle = openGostOracle();
  softHsm = openSoftHsm();
  softHsm.addToken({ label: 'chain', pin: '73915264', soPin: '40628173' });
  cryptoki = loadPkcs11Library(softHsm.library);
  cryptoki.C_Initialize({ flags: CKF.osLockingOk });
});
afterAll(() => {
  cryptoki.C_Finalize();
  softHsm.close();
  oracle.close();
});

it('a certificate names the authorities above it only when the token carries them and their signatures hold', () => {
  for (const name of ['ca', 'impostor', 'shop']) makeKey(oracle, name, gost);
  const root = makeSelfSigned(oracle, 'ca', gost);
  const impostor = makeSelfSigned(oracle, 'impostor', gost);
  makeRequest(oracle, 'shop', gost);
  const shop = issue(oracle, 'shop', 'ca', gost);

  const slot = cryptoki
    .C_GetSlotList(true)
    .find((each) => (cryptoki.C_GetTokenInfo(each).flags & CKF.tokenInitialized) !== 0);
  if (slot === undefined) throw new Error('no token');
  const session = cryptoki.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
  cryptoki.C_Login(session, CKU.user, '73915264');
  const write = (id: string, der: Uint8Array) =>
    cryptoki.C_CreateObject(session, certificateTemplate(Buffer.from(id, 'hex'), id, der));
  const chainOfShop = () =>
    readObjects({ cryptoki, session }, true).certificates.find(
      ({ certificate }) => certificate?.purpose === 'qualified',
    )?.chain;

  write('01', shop);
  expect(chainOfShop()).toEqual([]);
  // The same name, another key: a name alone proves nothing.
  const impostorHandle = write('02', impostor);
  expect(chainOfShop()).toEqual([]);
  cryptoki.C_DestroyObject(session, impostorHandle);
  write('03', root);
  expect(chainOfShop()).toEqual(['Тестовый корневой УЦ ГОСТ 2012']);
  cryptoki.C_CloseSession(session);
});
