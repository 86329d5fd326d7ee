import { randomBytes } from 'node:crypto';
import type { Template } from 'pkcs11js';
import type { OpenToken } from './attribute-reading.ts';
import { keysOf, readKeyObjects } from './key-objects.ts';
import { CKA, CKK, CKM, CKO } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';
import { openWorkSession } from './work-session.ts';

const modulusBits = 2048;
const publicExponent = Buffer.from([1, 0, 1]);

interface Templates {
  readonly publicKey: Template;
  readonly privateKey: Template;
}

const common: Templates = {
  publicKey: [
    { type: CKA.token, value: true },
    { type: CKA.private, value: false },
    { type: CKA.verify, value: true },
    { type: CKA.modulusBits, value: modulusBits },
    { type: CKA.publicExponent, value: publicExponent },
  ],
  privateKey: [
    { type: CKA.token, value: true },
    { type: CKA.private, value: true },
    { type: CKA.sign, value: true },
  ],
};

/** What each family's applets accepted, beyond what every token needs (Aladdin's and Aktiv's samples). */
const additions: { readonly [family in 'jacarta' | 'rutoken' | 'generic']: Templates } = {
  jacarta: {
    publicKey: [
      { type: CKA.encrypt, value: true },
      { type: CKA.wrap, value: true },
    ],
    privateKey: [
      { type: CKA.sensitive, value: true },
      { type: CKA.decrypt, value: true },
      { type: CKA.unwrap, value: true },
    ],
  },
  rutoken: {
    publicKey: [
      { type: CKA.class, value: CKO.publicKey },
      { type: CKA.keyType, value: CKK.rsa },
    ],
    privateKey: [
      { type: CKA.class, value: CKO.privateKey },
      { type: CKA.keyType, value: CKK.rsa },
    ],
  },
  generic: { publicKey: [], privateKey: [{ type: CKA.sensitive, value: true }] },
};

interface FreshPair {
  readonly keyId: string;
  readonly publicKey: string;
}

/**
 * Makes an RSA-2048 pair on the token under a fresh random CKA_ID and answers its public key as the token gives it
 * back. Nothing that is already there is touched. Takes from a second to minutes.
 * @throws CryptokiFailure
 */
export async function generateRsaPair(
  token: OpenToken,
  family: keyof typeof additions,
  label: string,
): Promise<FreshPair> {
  const work = openWorkSession(token);
  try {
    return await generateInSession(work, family, label);
  } finally {
    work.end();
  }
}

async function generateInSession(token: OpenToken, family: keyof typeof additions, label: string): Promise<FreshPair> {
  const id = randomBytes(20);
  const naming: Template = [
    { type: CKA.id, value: id },
    { type: CKA.label, value: label },
  ];
  await token.cryptoki.C_GenerateKeyPairAsync(
    token.session,
    { mechanism: CKM.rsaPkcsKeyPairGen },
    [...naming, ...common.publicKey, ...additions[family].publicKey],
    [...naming, ...common.privateKey, ...additions[family].privateKey],
  );
  const keyId = id.toString('hex');
  const keys = keysOf(readKeyObjects(token), keyId);
  const publicKey = keys.find((key) => key.role === 'public')?.publicKey;
  if (!publicKey || !keys.some((key) => key.role === 'private'))
    throw new CryptokiFailure('C_GenerateKeyPair', null, 'The new pair is not found on the token');
  return { keyId, publicKey: Buffer.from(publicKey).toString('base64') };
}
