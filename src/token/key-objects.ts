import type { Handle } from 'pkcs11js';
import { bitString, nullValue, objectIdentifier, octetString, sequence, unsignedInteger } from '../pki/der-writer.ts';
import { digestOids, publicKeyOids } from '../pki/object-identifiers.ts';
import type { KeyKind } from '../shared/domain/certificate.ts';
import {
  comparableId,
  findObjects,
  type OpenToken,
  optionalAttribute,
  readUlong,
  textAttribute,
} from './attribute-reading.ts';
import { CKA, CKK, CKO } from './pkcs11-numbers.ts';

/** One key object of a token. */
export interface KeyObject {
  readonly handle: Handle;
  readonly role: 'public' | 'private';
  /** CKA_ID, lower-case hex. */
  readonly keyId: string;
  readonly label: string;
  readonly kind: KeyKind;
  readonly bits: number | null;
  /** DER SubjectPublicKeyInfo, where the object tells its public key. */
  readonly publicKey: Uint8Array | null;
}

// CKA_GOSTR3411_PARAMS of a key of GOST R 34.10-2001: the hash of 1994 with CryptoPro's parameters.
const hashOf1994 = '06072a850302021e01';

function kindOf(token: OpenToken, object: Handle): KeyKind {
  const type = optionalAttribute(token, object, CKA.keyType);
  switch (type && readUlong(type)) {
    case CKK.rsa:
      return 'rsa';
    case CKK.ec:
      return 'ec';
    case CKK.gostR3410Bits512:
      return 'gost-2012-512';
    case CKK.gostR3410:
      return optionalAttribute(token, object, CKA.gostR3411Params)?.toString('hex') === hashOf1994
        ? 'gost-2001'
        : 'gost-2012-256';
    default:
      return 'unknown';
  }
}

function rsaPublicKey(token: OpenToken, object: Handle) {
  const modulus = optionalAttribute(token, object, CKA.modulus);
  const exponent = optionalAttribute(token, object, CKA.publicExponent);
  if (!modulus?.length || !exponent?.length) return { bits: null, publicKey: null };
  const leading = modulus.findIndex((byte) => byte !== 0);
  return {
    bits: leading < 0 ? 0 : (modulus.length - leading) * 8 - Math.clz32(modulus[leading] ?? 0) + 24,
    publicKey: sequence(
      sequence(objectIdentifier(publicKeyOids.rsa), nullValue),
      bitString(sequence(unsignedInteger(modulus), unsignedInteger(exponent))),
    ),
  };
}

const gostForms = {
  'gost-2012-256': { bits: 256, key: publicKeyOids.gost256, digest: digestOids.streebog256 },
  'gost-2012-512': { bits: 512, key: publicKeyOids.gost512, digest: digestOids.streebog512 },
} as const;

/** CKA_VALUE goes into the SubjectPublicKeyInfo unchanged: X then Y, little-endian (seen on Рутокен). */
function gostPublicKey(token: OpenToken, object: Handle, role: KeyObject['role'], kind: keyof typeof gostForms) {
  const form = gostForms[kind];
  const parameters = optionalAttribute(token, object, CKA.gostR3410Params);
  const point = role === 'public' ? optionalAttribute(token, object, CKA.value) : null;
  if (!parameters?.length || !point?.length) return { bits: form.bits, publicKey: null };
  return {
    bits: form.bits,
    publicKey: sequence(
      sequence(objectIdentifier(form.key), sequence(parameters, objectIdentifier(form.digest))),
      bitString(octetString(point)),
    ),
  };
}

function publicPart(token: OpenToken, object: Handle, role: KeyObject['role'], kind: KeyKind) {
  if (kind === 'rsa') return rsaPublicKey(token, object);
  if (kind === 'gost-2012-256' || kind === 'gost-2012-512') return gostPublicKey(token, object, role, kind);
  return { bits: kind === 'gost-2001' ? 256 : null, publicKey: null };
}

/** The key objects a session can see: private ones only after a sign-in on most tokens. */
export function readKeyObjects(token: OpenToken): readonly KeyObject[] {
  return (['public', 'private'] as const).flatMap((role) =>
    findObjects(token, [{ type: CKA.class, value: role === 'public' ? CKO.publicKey : CKO.privateKey }]).map(
      (handle) => {
        const kind = kindOf(token, handle);
        return {
          handle,
          role,
          keyId: optionalAttribute(token, handle, CKA.id)?.toString('hex') ?? '',
          label: textAttribute(token, handle, CKA.label),
          kind,
          ...publicPart(token, handle, role, kind),
        };
      },
    ),
  );
}

/** The key objects of one CKA_ID. */
export const keysOf = (keys: readonly KeyObject[], keyId: string): readonly KeyObject[] =>
  keys.filter((key) => comparableId(key.keyId) === comparableId(keyId));
