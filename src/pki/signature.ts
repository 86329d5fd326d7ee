import { verify } from 'node:crypto';
import type { KeyKind } from '../shared/domain/certificate.ts';
import { attempt, decodeDer } from './der.ts';
import { digestOf } from './digests.ts';
import { verifyGostSignature } from './gost-signature.ts';
import { digestOids, publicKeyOids, signatureOids } from './object-identifiers.ts';
import { gostPublicKeyOf, publicKeyFactsOf } from './public-key.ts';

/** `unsupported`: an algorithm, parameter set or digest this product does not verify; nothing is known then. */
export type SignatureVerdict = 'good' | 'bad' | 'unsupported';

interface Scheme {
  readonly key: KeyKind;
  /** OID of the digest. */
  readonly digest: string;
}

const schemes: Readonly<Record<string, Scheme>> = {
  [signatureOids.gost256]: { key: 'gost-2012-256', digest: digestOids.streebog256 },
  [signatureOids.gost512]: { key: 'gost-2012-512', digest: digestOids.streebog512 },
  [signatureOids.rsaSha256]: { key: 'rsa', digest: digestOids.sha256 },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: digestOids.sha384 },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: digestOids.sha512 },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: digestOids.sha256 },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: digestOids.sha384 },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: digestOids.sha512 },
};

/** CMS may name the key's algorithm instead of the signature's; the digest is then the one named beside it. */
const keyAlgorithms: Readonly<Record<string, KeyKind>> = {
  [publicKeyOids.rsa]: 'rsa',
  [publicKeyOids.gost256]: 'gost-2012-256',
  [publicKeyOids.gost512]: 'gost-2012-512',
};

const schemeOf = (algorithm: string, digest: string | undefined): Scheme | undefined => {
  const key = keyAlgorithms[algorithm];
  return key !== undefined && digest !== undefined ? { key, digest } : schemes[algorithm];
};

const nodeDigestNames: Readonly<Record<string, string>> = {
  [digestOids.sha256]: 'sha256',
  [digestOids.sha384]: 'sha384',
  [digestOids.sha512]: 'sha512',
};

/** RSA and ECDSA: Node's OpenSSL does these. */
function verifyWithNode(claim: SignatureClaim, scheme: Scheme): SignatureVerdict {
  const name = nodeDigestNames[scheme.digest];
  if (name === undefined) return 'unsupported';
  const key = { key: Buffer.from(claim.publicKey), format: 'der', type: 'spki' } as const;
  try {
    return verify(name, claim.signedBytes, key, claim.signature) ? 'good' : 'bad';
  } catch {
    // A key that OpenSSL refuses (hostile sizes, a curve it does not have): nothing was verified.
    return 'unsupported';
  }
}

export interface SignatureClaim {
  readonly signedBytes: Uint8Array;
  readonly signature: Uint8Array;
  /** OID of the signature algorithm, or in CMS of the key's. */
  readonly algorithm: string;
  /** OID of the digest, where the algorithm does not imply it. */
  readonly digest?: string;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}

/** Verifies a signature by GOST R 34.10-2012, RSA (PKCS#1 v1.5) or ECDSA. Never throws. */
export function verifySignature(claim: SignatureClaim): SignatureVerdict {
  const scheme = schemeOf(claim.algorithm, claim.digest);
  const digest = scheme && digestOf(scheme.digest);
  const facts = attempt(() => publicKeyFactsOf(decodeDer(claim.publicKey)));
  if (scheme === undefined || digest === undefined || facts === undefined) return 'unsupported';
  if (scheme.key !== facts.kind) return 'bad';
  if (scheme.key === 'rsa') return verifyWithNode(claim, scheme);
  // A curve of its own instead of a named one costs whatever its author likes, and no honest key has one.
  if (facts.parameterSet === null || facts.parameterSetName === null) return 'unsupported';
  if (scheme.key === 'ec') return verifyWithNode(claim, scheme);
  const publicKey = attempt(() => gostPublicKeyOf(decodeDer(claim.publicKey)));
  if (publicKey === undefined) return 'bad';
  const { signature } = claim;
  const good = verifyGostSignature({
    digest: digest(claim.signedBytes),
    signature,
    publicKey,
    parameterSet: facts.parameterSet,
  });
  return good ? 'good' : 'bad';
}
