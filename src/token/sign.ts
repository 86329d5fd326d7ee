import { createHash } from 'node:crypto';
import { signatureOids } from '../pki/object-identifiers.ts';
import { verifySignature } from '../pki/signature.ts';
import { streebog256, streebog512 } from '../pki/streebog.ts';
import type { KeyKind } from '../shared/domain/certificate.ts';
import { problem } from '../shared/problems/problem.ts';
import type { OpenToken } from './attribute-reading.ts';
import { keysOf, readKeyObjects } from './key-objects.ts';
import { TokenProblem } from './loaded-library.ts';
import { CKM } from './pkcs11-numbers.ts';
import type { SignatureScheme } from './token-access.ts';
import { openWorkSession } from './work-session.ts';

// DigestInfo of SHA-256 without its digest: RFC 8017 §9.2, note 1.
const sha256DigestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');

interface Way {
  readonly mechanism: number;
  readonly input: (data: Buffer) => Uint8Array;
}

interface SchemeRow {
  readonly key: KeyKind;
  readonly algorithm: string;
  /** In order of preference: the token hashes, or we hash and the token signs the digest. */
  readonly ways: readonly Way[];
}

const whole = (data: Buffer): Uint8Array => data;

const schemes: { readonly [scheme in SignatureScheme]: SchemeRow } = {
  'rsa-pkcs1-sha256': {
    key: 'rsa',
    algorithm: signatureOids.rsaSha256,
    ways: [
      { mechanism: CKM.sha256RsaPkcs, input: whole },
      {
        mechanism: CKM.rsaPkcs,
        input: (data) => Buffer.concat([sha256DigestInfo, createHash('sha256').update(data).digest()]),
      },
    ],
  },
  'gost-2012-256': {
    key: 'gost-2012-256',
    algorithm: signatureOids.gost256,
    ways: [
      { mechanism: CKM.gostR3410WithStreebog256, input: whole },
      { mechanism: CKM.gostR3410, input: streebog256 },
    ],
  },
  'gost-2012-512': {
    key: 'gost-2012-512',
    algorithm: signatureOids.gost512,
    ways: [
      { mechanism: CKM.gostR3410WithStreebog512, input: whole },
      { mechanism: CKM.gostR3410Bits512, input: streebog512 },
    ],
  },
};

/** Large enough for every key: a buffer that is too small would leave the operation open. */
const signatureRoom = 1024;

/**
 * Signs with a private key of the token and checks the signature against the public key that the token shows, so that
 * a byte order we misjudge never leaves the computer.
 * @throws TokenProblem `TOKEN_KEY_NOT_FOUND`, `TOKEN_OPERATION_UNSUPPORTED`, `TOKEN_SIGNATURE_UNSOUND`; CryptokiFailure
 */
export async function signWithKey(
  token: OpenToken,
  keyId: string,
  scheme: SignatureScheme,
  data: Buffer,
): Promise<Buffer> {
  const work = openWorkSession(token);
  try {
    return await signOnce(work, keyId, scheme, data);
  } finally {
    work.end();
  }
}

async function signOnce(token: OpenToken, keyId: string, scheme: SignatureScheme, data: Buffer): Promise<Buffer> {
  const { key, algorithm, ways } = schemes[scheme];
  const { cryptoki, session } = token;
  const keys = keysOf(readKeyObjects(token), keyId).filter((object) => object.kind === key);
  const privateKey = keys.find((object) => object.role === 'private');
  const publicKey = keys.find((object) => object.publicKey !== null)?.publicKey;
  if (!privateKey) throw new TokenProblem(problem('TOKEN_KEY_NOT_FOUND', {}, { keyId, scheme }));
  const offered = cryptoki.C_GetMechanismList(cryptoki.C_GetSessionInfo(session).slotID);
  const way = ways.find(({ mechanism }) => offered.includes(mechanism));
  if (!way) throw new TokenProblem(problem('TOKEN_OPERATION_UNSUPPORTED', {}, { scheme }));
  cryptoki.C_SignInit(session, { mechanism: way.mechanism }, privateKey.handle);
  const signature = await cryptoki.C_SignAsync(session, Buffer.from(way.input(data)), Buffer.alloc(signatureRoom));
  const sound = !publicKey || verifySignature({ signedBytes: data, signature, algorithm, publicKey }) !== 'bad';
  if (!sound) throw new TokenProblem(problem('TOKEN_SIGNATURE_UNSOUND', {}, { keyId, scheme }));
  return signature;
}
