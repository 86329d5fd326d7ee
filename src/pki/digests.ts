import { createHash } from 'node:crypto';
import { digestOids } from './object-identifiers.ts';
import { streebog256, streebog512 } from './streebog.ts';

type Digest = (data: Uint8Array) => Uint8Array;

const nodeDigest =
  (name: string): Digest =>
  (data) =>
    Uint8Array.from(createHash(name).update(data).digest());

// SHA-1 and older are left out: what they digest can be forged.
const digests: Readonly<Record<string, Digest>> = {
  [digestOids.streebog256]: streebog256,
  [digestOids.streebog512]: streebog512,
  [digestOids.sha256]: nodeDigest('sha256'),
  [digestOids.sha384]: nodeDigest('sha384'),
  [digestOids.sha512]: nodeDigest('sha512'),
};

/** The digest function of an OID; `undefined` for one that is not known, or too weak to rely on. */
export const digestOf = (oid: string): Digest | undefined => digests[oid];
