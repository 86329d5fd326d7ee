import {
  bitStringOf,
  type DerNode,
  decodeDer,
  integerOf,
  isContext,
  MalformedDer,
  objectIdentifierOf,
  onlyChild,
  rawBytes,
  sameBytes,
  sequenceOf,
} from './der.ts';
import { type Extensions, extensionsOf } from './extensions.ts';

/** Something signed: the bytes under the signature, the algorithm, and the signature itself. */
export interface SignedStructure {
  readonly signedBytes: Uint8Array;
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
}

/** A certificate taken apart, nothing interpreted. */
export interface CertificateStructure extends SignedStructure {
  readonly serialNumber: Uint8Array;
  readonly issuer: DerNode;
  readonly notBefore: DerNode | undefined;
  readonly notAfter: DerNode | undefined;
  readonly subject: DerNode;
  readonly publicKey: DerNode;
  readonly extensions: Extensions;
}

/** Takes apart `SEQUENCE { tbs, algorithm, signature }`, the common frame of certificates and requests. */
export function signedStructureOf(der: Uint8Array): SignedStructure & { tbs: DerNode; algorithm: DerNode } {
  const [tbs, algorithm, signature, ...more] = sequenceOf(decodeDer(der));
  if (tbs === undefined || algorithm === undefined || more.length > 0) throw new MalformedDer('three parts expected');
  const { bytes, unusedBits } = bitStringOf(signature);
  if (unusedBits !== 0) throw new MalformedDer('a signature is whole bytes');
  return {
    tbs,
    algorithm,
    signedBytes: rawBytes(tbs),
    signatureAlgorithm: objectIdentifierOf(sequenceOf(algorithm)[0]),
    signature: bytes,
  };
}

/**
 * Takes an X.509 certificate apart (RFC 5280, 4.1).
 * @throws MalformedDer
 */
export function certificateStructureOf(der: Uint8Array): CertificateStructure {
  const { tbs, algorithm, ...signed } = signedStructureOf(der);
  const parts = sequenceOf(tbs);
  const [serialNumber, innerAlgorithm, issuer, validity, subject, publicKey, ...rest] = isContext(parts[0], 0)
    ? parts.slice(1)
    : parts;
  if (innerAlgorithm === undefined || issuer === undefined || subject === undefined || publicKey === undefined)
    throw new MalformedDer('a certificate has more parts');
  // RFC 5280, 4.1.1.2: both places must name the same algorithm, or the unsigned one could be swapped.
  if (!sameBytes(rawBytes(innerAlgorithm), rawBytes(algorithm))) throw new MalformedDer('two signature algorithms');
  const extensions = rest.find((part) => isContext(part, 3));
  const [notBefore, notAfter] = sequenceOf(validity);
  return {
    ...signed,
    serialNumber: integerOf(serialNumber),
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey,
    extensions: extensionsOf(extensions && onlyChild(extensions)),
  };
}
