import { randomBytes } from 'node:crypto';
import { bigEndianToNumber, littleEndianToNumber, numberToBigEndian, numberToLittleEndian } from '../pki/byte-order.ts';
import { type GostParameterSet, gostParameterSet } from '../pki/gost-parameter-sets.ts';
import { gostDigestNumber } from '../pki/gost-signature.ts';

export interface GostKeyPair {
  /** The private number, little-endian, 32 or 64 bytes. */
  readonly privateKey: Uint8Array;
  /** X then Y, each little-endian, 64 or 128 bytes. */
  readonly publicKey: Uint8Array;
}

const knownSet = (oid: string): GostParameterSet => {
  const set = gostParameterSet(oid);
  if (set === undefined) throw new RangeError(`GOST parameter set ${oid} is not known`);
  return set;
};

/** Between 1 and order - 1; 16 bytes more than needed make the bias negligible. */
const randomScalar = (set: GostParameterSet): bigint =>
  (bigEndianToNumber(randomBytes(set.bits / 8 + 16)) % (set.order - 1n)) + 1n;

/**
 * Makes a GOST R 34.10-2012 key pair in software, for practice mode and tests: in the product the token does it.
 * @param parameterSet OID of the parameter set
 * @throws RangeError for an unknown parameter set
 */
export function generateGostKeyPair(parameterSet: string): GostKeyPair {
  const set = knownSet(parameterSet);
  const size = set.bits / 8;
  const d = randomScalar(set);
  const { x, y } = set.point().BASE.multiply(d).toAffine();
  return {
    privateKey: numberToLittleEndian(d, size),
    publicKey: Uint8Array.from([...numberToLittleEndian(x, size), ...numberToLittleEndian(y, size)]),
  };
}

/**
 * Signs a Streebog digest in software, for practice mode and tests. Not constant-time: no key of value may meet it.
 * @param digest Streebog-256 or -512, as long as the parameter set's keys
 * @param privateKey little-endian, as `generateGostKeyPair` gives it
 * @param parameterSet OID of the parameter set
 * @returns s then r, each big-endian: the form of X.509 and of `C_Sign`
 * @throws RangeError for an unknown parameter set, or a digest or key of the wrong length
 */
export function signGostDigest(digest: Uint8Array, privateKey: Uint8Array, parameterSet: string): Uint8Array {
  const set = knownSet(parameterSet);
  const size = set.bits / 8;
  if (digest.length !== size || privateKey.length !== size)
    throw new RangeError(`A digest and a private key of ${size} bytes are expected`);
  const { BASE, Fn } = set.point();
  const d = littleEndianToNumber(privateKey);
  const e = gostDigestNumber(digest, set);
  for (;;) {
    const k = randomScalar(set);
    const r = BASE.multiply(k).toAffine().x % set.order;
    const s = Fn.add(Fn.mul(r, d), Fn.mul(k, e));
    if (r !== 0n && s !== 0n) return Uint8Array.from([...numberToBigEndian(s, size), ...numberToBigEndian(r, size)]);
  }
}
