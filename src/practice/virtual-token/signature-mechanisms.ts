import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  privateEncrypt,
  publicDecrypt,
  sign,
  verify,
} from 'node:crypto';
import { fromBER, ObjectIdentifier } from 'asn1js';
import { gostParameterSet } from '../../pki/gost-parameter-sets.ts';
import { verifyGostSignature } from '../../pki/gost-signature.ts';
import { streebog256, streebog512 } from '../../pki/streebog.ts';
import { CKA, CKK, CKM } from '../../token/pkcs11-numbers.ts';
import { signGostDigest } from '../gost-signature.ts';
import { attributeOf } from './attributes.ts';
import { refuse } from './cryptoki-error.ts';
import type { StoredObject } from './device-state.ts';

/** The OID in `CKA_GOSTR3410_PARAMS`; refused unless it is a parameter set of the wanted length. */
export function parameterSetOf(der: Buffer, bits: 256 | 512): string {
  const { result } = fromBER(der);
  const oid = result instanceof ObjectIdentifier ? result.valueBlock.toString() : '';
  return gostParameterSet(oid)?.bits === bits ? oid : refuse('ATTRIBUTE_VALUE_INVALID');
}

interface SignatureMechanism {
  readonly keyType: number;
  sign(key: StoredObject, data: Buffer): Uint8Array;
  verify(key: StoredObject, data: Buffer, signature: Buffer): boolean;
}

const privateKeyOf = (key: StoredObject) =>
  createPrivateKey({ key: Buffer.from(key.secret ?? '', 'base64'), format: 'der', type: 'pkcs8' });

const publicKeyOf = (key: StoredObject) =>
  createPublicKey({
    format: 'jwk',
    key: {
      kty: 'RSA',
      n: attributeOf(key, CKA.modulus)?.toString('base64url') ?? '',
      e: attributeOf(key, CKA.publicExponent)?.toString('base64url') ?? '',
    },
  });

const padding = constants.RSA_PKCS1_PADDING;

/** The longest input of CKM_RSA_PKCS is eleven bytes shorter than the modulus (PKCS#1 v1.5). */
const pkcs1Overhead = 11;

const rsaPkcs: SignatureMechanism = {
  keyType: CKK.rsa,
  sign(key, data) {
    const room = (attributeOf(key, CKA.modulus)?.length ?? 0) - pkcs1Overhead;
    return data.length > room ? refuse('DATA_LEN_RANGE') : privateEncrypt({ key: privateKeyOf(key), padding }, data);
  },
  verify(key, data, signature) {
    try {
      return publicDecrypt({ key: publicKeyOf(key), padding }, signature).equals(data);
    } catch {
      return false;
    }
  },
};

const sha256Rsa: SignatureMechanism = {
  keyType: CKK.rsa,
  sign: (key, data) => sign('sha256', data, { key: privateKeyOf(key), padding }),
  verify: (key, data, signature) => verify('sha256', data, { key: publicKeyOf(key), padding }, signature),
};

function gost(bits: 256 | 512, digestOf: (data: Buffer) => Uint8Array): SignatureMechanism {
  const setOf = (key: StoredObject) =>
    parameterSetOf(attributeOf(key, CKA.gostR3410Params) ?? refuse('KEY_TYPE_INCONSISTENT'), bits);
  return {
    keyType: bits === 256 ? CKK.gostR3410 : CKK.gostR3410Bits512,
    sign: (key, data) => signGostDigest(digestOf(data), Buffer.from(key.secret ?? '', 'base64'), setOf(key)),
    verify: (key, data, signature) =>
      verifyGostSignature({
        digest: digestOf(data),
        signature,
        publicKey: attributeOf(key, CKA.value) ?? Buffer.alloc(0),
        parameterSet: setOf(key),
      }),
  };
}

/** A raw ГОСТ mechanism signs a ready digest and nothing else. */
const readyDigest = (bytes: number) => (data: Buffer) => (data.length === bytes ? data : refuse('DATA_LEN_RANGE'));

/** What each signature mechanism does with a key. */
export const signatureMechanisms: ReadonlyMap<number, SignatureMechanism> = new Map([
  [CKM.rsaPkcs, rsaPkcs],
  [CKM.sha256RsaPkcs, sha256Rsa],
  [CKM.gostR3410, gost(256, readyDigest(32))],
  [CKM.gostR3410WithStreebog256, gost(256, streebog256)],
  [CKM.gostR3410Bits512, gost(512, readyDigest(64))],
  [CKM.gostR3410WithStreebog512, gost(512, streebog512)],
]);

export const digestMechanisms: ReadonlyMap<number, (data: Buffer) => Uint8Array> = new Map<
  number,
  (data: Buffer) => Uint8Array
>([
  [CKM.sha256, (data) => createHash('sha256').update(data).digest()],
  [CKM.streebog256, streebog256],
  [CKM.streebog512, streebog512],
]);
