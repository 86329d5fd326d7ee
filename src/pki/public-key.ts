import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Certificate, KeyKind } from '../shared/domain/certificate.ts';
import { bigEndianToNumber } from './byte-order.ts';
import {
  attempt,
  bitStringOf,
  type DerNode,
  decodeDer,
  objectIdentifierOf,
  octetStringOf,
  readAs,
  sameBytes,
  sequenceOf,
} from './der.ts';
import { gostParameterSet } from './gost-parameter-sets.ts';
import { digestOids, publicKeyOids } from './object-identifiers.ts';

/** A public key as a certificate names it. */
export type PublicKeyFacts = Certificate['key'];

/** Key sizes of the named curves of RFC 5480. */
const namedCurves: Readonly<Record<string, readonly [name: string, bits: number]>> = {
  '1.2.840.10045.3.1.7': ['P-256', 256],
  '1.3.132.0.34': ['P-384', 384],
  '1.3.132.0.35': ['P-521', 521],
};

const kinds: Readonly<Record<string, KeyKind>> = {
  [publicKeyOids.rsa]: 'rsa',
  [publicKeyOids.gost256]: 'gost-2012-256',
  [publicKeyOids.gost512]: 'gost-2012-512',
  [publicKeyOids.gost2001]: 'gost-2001',
  [publicKeyOids.ec]: 'ec',
};

const modulusBits = (key: Uint8Array): number | undefined =>
  attempt(() => {
    const { modulus } = readAs(pkijs.RSAPublicKey, decodeDer(key));
    return bigEndianToNumber(modulus.valueBlock.valueHexView).toString(2).length;
  });

const gostBits: Readonly<Partial<Record<KeyKind, 256 | 512>>> = {
  'gost-2012-256': 256,
  'gost-2012-512': 512,
  'gost-2001': 256,
};

/**
 * What a SubjectPublicKeyInfo says of its key. A GOST key may leave out its digest parameter set (RFC 9215, 4.2).
 * @throws MalformedDer when it is no SubjectPublicKeyInfo
 */
export function publicKeyFactsOf(node: DerNode): PublicKeyFacts {
  const { algorithm, subjectPublicKey } = readAs(pkijs.PublicKeyInfo, node);
  const parameters: DerNode | undefined = algorithm.algorithmParams;
  const kind = kinds[algorithm.algorithmId] ?? 'unknown';
  if (kind === 'rsa') {
    const bits = modulusBits(bitStringOf(subjectPublicKey).bytes) ?? null;
    return { kind, bits, parameterSet: null, parameterSetName: null };
  }
  if (kind === 'ec') {
    const curve = attempt(() => objectIdentifierOf(parameters)) ?? null;
    const [name, bits] = (curve && namedCurves[curve]) || [null, null];
    return { kind, bits, parameterSet: curve, parameterSetName: name };
  }
  const bits = gostBits[kind];
  if (bits === undefined) return { kind, bits: null, parameterSet: null, parameterSetName: null };
  const set = attempt(() => objectIdentifierOf(sequenceOf(parameters)[0])) ?? null;
  return { kind, bits, parameterSet: set, parameterSetName: (set && gostParameterSet(set)?.name) ?? null };
}

/**
 * The key itself inside a SubjectPublicKeyInfo (DER); its algorithm's parameters may be written in more than one way.
 * @throws MalformedDer
 */
export const keyBits = (publicKey: Uint8Array): Uint8Array => bitStringOf(sequenceOf(decodeDer(publicKey))[1]).bytes;

/** Whether two SubjectPublicKeyInfo (DER) are of one key. Any bytes may come in. */
export const sameKey = (left: Uint8Array, right: Uint8Array): boolean =>
  attempt(() => sameBytes(keyBits(left), keyBits(right))) ?? false;

/** SHA-256 of a SubjectPublicKeyInfo (DER), hex: what people compare a key by. */
export const publicKeySha256 = (publicKey: Uint8Array): string => createHash('sha256').update(publicKey).digest('hex');

/** X then Y, little-endian, of a GOST SubjectPublicKeyInfo: the OCTET STRING inside its BIT STRING. */
export const gostPublicKeyOf = (node: DerNode): Uint8Array =>
  octetStringOf(decodeDer(bitStringOf(readAs(pkijs.PublicKeyInfo, node).subjectPublicKey).bytes));

/**
 * The SubjectPublicKeyInfo of a GOST key, DER. The digest parameter set is written for CryptoPro's parameter sets only,
 * as RFC 9215, 4.2 wants it.
 * @param publicKey X then Y, little-endian: `CKA_VALUE` as the tokens give it
 * @param parameterSet OID
 * @throws RangeError for an unknown parameter set or a key of another length
 */
export function gostSubjectPublicKeyInfo(publicKey: Uint8Array, parameterSet: string): Uint8Array {
  const set = gostParameterSet(parameterSet);
  if (set === undefined || publicKey.length !== set.bits / 4)
    throw new RangeError(`No GOST key of ${publicKey.length} bytes with parameter set ${parameterSet}`);
  const parameters = parameterSet.startsWith('1.2.643.2.2.') ? [parameterSet, digestOids.streebog256] : [parameterSet];
  const info = new pkijs.PublicKeyInfo({
    algorithm: new pkijs.AlgorithmIdentifier({
      algorithmId: set.bits === 256 ? publicKeyOids.gost256 : publicKeyOids.gost512,
      algorithmParams: new asn1js.Sequence({
        value: parameters.map((value) => new asn1js.ObjectIdentifier({ value })),
      }),
    }),
    subjectPublicKey: new asn1js.BitString({ valueHex: new asn1js.OctetString({ valueHex: publicKey }).toBER() }),
  });
  return new Uint8Array(info.toSchema().toBER());
}
