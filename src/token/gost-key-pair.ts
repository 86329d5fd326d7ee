import { randomBytes } from 'node:crypto';
import type { Handle, Template } from 'pkcs11js';
import { objectIdentifier } from '../pki/der-writer.ts';
import { gostParameterSet } from '../pki/gost-parameter-sets.ts';
import { digestOids } from '../pki/object-identifiers.ts';
import { gostSubjectPublicKeyInfo } from '../pki/public-key.ts';
import type { TokenFamily } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { findObjects, type OpenToken, optionalAttribute } from './attribute-reading.ts';
import { TokenProblem } from './loaded-library.ts';
import { CKA, CKK, CKM, CKO } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';
import { openWorkSession } from './work-session.ts';

const forms = {
  256: { mechanism: CKM.gostR3410KeyPairGen, keyType: CKK.gostR3410, digest: digestOids.streebog256 },
  512: { mechanism: CKM.gostR3410Bits512KeyPairGen, keyType: CKK.gostR3410Bits512, digest: digestOids.streebog512 },
} as const;

interface FreshPair {
  readonly keyId: string;
  readonly publicKey: string;
}

interface Templates {
  readonly publicKey: Template;
  readonly privateKey: Template;
}

/**
 * What each family's applets accepted (Aladdin's and Aktiv's samples). The ГОСТ applet of a JaCarta fixes the rest of
 * a private key by itself and refuses a template that says otherwise, so it is told as little as possible.
 */
function templatesOf(family: TokenFamily, bits: 256 | 512, parameterSet: string, naming: Template): Templates {
  const { keyType, digest } = forms[bits];
  const parameters = { type: CKA.gostR3410Params, value: Buffer.from(objectIdentifier(parameterSet)) };
  const hash = { type: CKA.gostR3411Params, value: Buffer.from(objectIdentifier(digest)) };
  const kind = { type: CKA.keyType, value: keyType };
  const publicKey: Template = [
    { type: CKA.class, value: CKO.publicKey },
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.verify, value: true },
    ...naming,
    parameters,
    hash,
  ];
  const privateKey: Template = [
    { type: CKA.class, value: CKO.privateKey },
    { type: CKA.token, value: true },
    { type: CKA.private, value: true },
    { type: CKA.sign, value: true },
    ...naming,
    parameters,
  ];
  if (family === 'jacarta') return { publicKey, privateKey: privateKey.slice(1) };
  // Without CKA_DERIVE a key of a Рутокен does not decrypt what is sent to its certificate.
  const derive = { type: CKA.derive, value: true };
  return { publicKey: [...publicKey, kind], privateKey: [...privateKey, kind, hash, derive] };
}

function publicPoint(token: OpenToken, id: Buffer): Buffer | null {
  const ofClass = (value: number): Handle | undefined =>
    findObjects(token, [
      { type: CKA.class, value },
      { type: CKA.id, value: id },
    ])[0];
  const [publicKey, privateKey] = [ofClass(CKO.publicKey), ofClass(CKO.privateKey)];
  return publicKey && privateKey ? optionalAttribute(token, publicKey, CKA.value) : null;
}

/**
 * Makes a ГОСТ Р 34.10-2012 pair on the token under a fresh random CKA_ID and answers its public key as the token gives
 * it back. Nothing that is already there is touched.
 * @param parameterSet OID; it decides between 256 and 512 bits
 * @throws TokenProblem `TOKEN_OPERATION_UNSUPPORTED` when the token has no such keys, nothing sent; CryptokiFailure
 */
export async function generateGostPair(
  token: OpenToken,
  family: TokenFamily,
  label: string,
  parameterSet: string,
): Promise<FreshPair> {
  const work = openWorkSession(token);
  try {
    return await generateInSession(work, family, label, parameterSet);
  } finally {
    work.end();
  }
}

async function generateInSession(
  token: OpenToken,
  family: TokenFamily,
  label: string,
  parameterSet: string,
): Promise<FreshPair> {
  const { cryptoki, session } = token;
  const bits = gostParameterSet(parameterSet)?.bits;
  const offered = cryptoki.C_GetMechanismList(cryptoki.C_GetSessionInfo(session).slotID);
  if (!bits || !offered.includes(forms[bits].mechanism))
    throw new TokenProblem(problem('TOKEN_OPERATION_UNSUPPORTED', {}, { parameterSet }));
  const id = randomBytes(20);
  const { publicKey, privateKey } = templatesOf(family, bits, parameterSet, [
    { type: CKA.id, value: id },
    { type: CKA.label, value: label },
  ]);
  await cryptoki.C_GenerateKeyPairAsync(session, { mechanism: forms[bits].mechanism }, publicKey, privateKey);
  const point = publicPoint(token, id);
  if (point?.length !== bits / 4)
    throw new CryptokiFailure('C_GenerateKeyPair', null, 'The new pair is not found on the token');
  const info = gostSubjectPublicKeyInfo(point, parameterSet);
  return { keyId: id.toString('hex'), publicKey: Buffer.from(info).toString('base64') };
}
