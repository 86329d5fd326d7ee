import { bigEndianToNumber, littleEndianToNumber } from './byte-order.ts';
import { type GostParameterSet, gostParameterSet } from './gost-parameter-sets.ts';

/** What a GOST R 34.10-2012 signature is checked against. Lengths are those of the parameter set: 32 or 64 bytes. */
export interface GostSignatureClaim {
  /** Streebog digest in the byte order of RFC 6986. */
  readonly digest: Uint8Array;
  /** s then r, each big-endian: the form of X.509 and of `C_Sign`. */
  readonly signature: Uint8Array;
  /** X then Y, each little-endian: the content of the OCTET STRING in a SubjectPublicKeyInfo and of `CKA_VALUE`. */
  readonly publicKey: Uint8Array;
  /** OID of the parameter set. */
  readonly parameterSet: string;
}

/** The number that stands for a digest in GOST R 34.10-2012: never zero. */
export const gostDigestNumber = (digest: Uint8Array, set: GostParameterSet): bigint => {
  const e = littleEndianToNumber(digest) % set.order;
  return e === 0n ? 1n : e;
};

const publicPoint = (publicKey: Uint8Array, set: GostParameterSet) => {
  const size = set.bits / 8;
  try {
    const point = set.point().fromAffine({
      x: littleEndianToNumber(publicKey.subarray(0, size)),
      y: littleEndianToNumber(publicKey.subarray(size)),
    });
    point.assertValidity();
    return point;
  } catch {
    return undefined;
  }
};

/**
 * Verifies a GOST R 34.10-2012 signature (section 6.2 of RFC 7091). Byte orders: RFC 9215.
 * Answers `false` for anything that is not a good signature, also for an unknown parameter set, wrong lengths or a
 * public key that is no point of the curve; never throws.
 */
export function verifyGostSignature(claim: GostSignatureClaim): boolean {
  const set = gostParameterSet(claim.parameterSet);
  if (set === undefined) return false;
  const size = set.bits / 8;
  if (claim.digest.length !== size || claim.signature.length !== 2 * size || claim.publicKey.length !== 2 * size)
    return false;
  const s = bigEndianToNumber(claim.signature.subarray(0, size));
  const r = bigEndianToNumber(claim.signature.subarray(size));
  if (s === 0n || r === 0n || s >= set.order || r >= set.order) return false;
  const publicKey = publicPoint(claim.publicKey, set);
  if (publicKey === undefined) return false;
  const group = set.point();
  const inverse = group.Fn.inv(gostDigestNumber(claim.digest, set));
  const point = group.BASE.mulAddUnsafe(group.Fn.mul(s, inverse), publicKey, group.Fn.mul(group.Fn.neg(r), inverse));
  return !point.is0() && point.x % set.order === r;
}
