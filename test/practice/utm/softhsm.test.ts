import { createVerify, X509Certificate } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createUtmClient } from '../../../src/egais/utm/utm-client.ts';
import { readUtmState } from '../../../src/egais/utm/utm-state.ts';
import { gostSubjectPublicKeyInfo } from '../../../src/pki/public-key.ts';
import { certificateTemplate } from '../../../src/practice/certificate-template.ts';
import { createQualifiedAuthority, issueQualifiedCertificate } from '../../../src/practice/certification-authority.ts';
import { generateGostKeyPair } from '../../../src/practice/gost-signature.ts';
import { romashka } from '../../../src/practice/holders.ts';
import { placesOf } from '../../../src/practice/places.ts';
import { readTransportPins } from '../../../src/practice/utm/transport-properties.ts';
import { installUtm } from '../../../src/practice/utm/utm-folder.ts';
import { CKF, CKU } from '../../../src/token/pkcs11-numbers.ts';
import { loadPkcs11Library } from '../../../src/token/pkcs11js-loader.ts';
import { practiceUtms } from './running-utm.ts';
import { seenOnToken } from './seen-on-token.ts';

const softHsm = '/usr/lib/softhsm/libsofthsm2.so';
const pin = '1234-user';
const cryptoProA = '1.2.643.2.2.35.1';
const { temporaryFolder, launch } = practiceUtms();

/** A SoftHSM token of this test alone, with a qualified certificate on it; its ГОСТ key is nowhere, SoftHSM has none. */
async function softToken() {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'tokens'));
  const configuration = join(folder, 'softhsm2.conf');
  writeFileSync(configuration, `directories.tokendir = ${join(folder, 'tokens')}\nobjectstore.backend = file\n`);
  process.env.SOFTHSM2_CONF = configuration;
  const library = loadPkcs11Library(softHsm);
  library.C_Initialize({ flags: CKF.osLockingOk });
  const [free] = library.C_GetSlotList(true);
  if (free === undefined) throw new Error('no free slot');
  library.C_InitToken(free, 'officer-pin', 'UTM'.padEnd(32));
  const slot = library
    .C_GetSlotList(true)
    .find((candidate) => (library.C_GetTokenInfo(candidate).flags & CKF.tokenInitialized) !== 0);
  if (slot === undefined) throw new Error('no token');
  const session = library.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
  library.C_Login(session, CKU.so, 'officer-pin');
  library.C_InitPIN(session, pin);
  library.C_Logout(session);
  library.C_Login(session, CKU.user, pin);
  const now = Date.now();
  const qualified = issueQualifiedCertificate(createQualifiedAuthority(new Date(now)), {
    holder: romashka.certificate,
    publicKey: gostSubjectPublicKeyInfo(generateGostKeyPair(cryptoProA).publicKey, cryptoProA),
    notBefore: new Date(now - 60_000),
    notAfter: new Date(now + 3_600_000),
  });
  library.C_CreateObject(session, certificateTemplate(Buffer.from('0102', 'hex'), 'КЭП', qualified));
  library.C_CloseSession(session);
  return { library, folder };
}

test('on SoftHSM, through the vendor’s own library, the stand-in makes a key that signs', async () => {
  const { library, folder } = await softToken();
  const utmFolder = installUtm(join(folder, 'utm'), {
    options: {},
    places: placesOf(romashka, 2),
    pins: { gost: pin, pki: pin },
    database: null,
  });
  const utm = await launch(join(folder, 'utm'), softHsm);
  await utm.listening;
  expect(readTransportPins(utmFolder.paths.properties)).toEqual({ gost: '', pki: '' });

  const client = createUtmClient(utm.url, { keygen: 60_000 });
  const list = await client.subdivisions();
  const place = list.ok ? list.value[0] : undefined;
  if (place === undefined) throw new Error('no place');

  let before: string | undefined;
  for (const _ of ['first', 'again']) {
    expect(await client.keygen(place)).toEqual({ ok: true, value: null });
    expect((await readUtmState(client, { expectedFsrarId: place.fsrarId })).verdict.id).toBe('working');

    const token = seenOnToken(library, pin);
    const issued = token.certificates.filter(({ id }) => id !== '0102');
    const [own] = issued;
    if (own === undefined) throw new Error('no certificate');
    expect(issued).toHaveLength(1);
    expect(own.id).not.toBe(before);
    expect(token).toMatchObject({ privateKeys: [own.id], publicKeys: [own.id] });
    const certificate = new X509Certificate(own.der);
    const data = Buffer.from('proof');
    expect(createVerify('sha256').update(data).verify(certificate.publicKey, token.sign(own.id, data))).toBe(true);
    before = own.id;
    token.close();
  }
  library.C_Finalize();
});
