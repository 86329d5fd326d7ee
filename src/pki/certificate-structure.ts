import * as pkijs from 'pkijs';
import {
  bitStringOf,
  childrenOf,
  type DerNode,
  decodeDer,
  integerOf,
  isContext,
  MalformedDer,
  rawBytes,
  readAs,
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

/** A certificate taken apart, nothing interpreted. What must stay byte for byte is an element of the input. */
export interface CertificateStructure extends SignedStructure {
  readonly serialNumber: Uint8Array;
  readonly issuer: DerNode;
  readonly notBefore: DerNode | undefined;
  readonly notAfter: DerNode | undefined;
  readonly subject: DerNode;
  readonly publicKey: DerNode;
  readonly extensions: Extensions;
}

/**
 * The parts of `SEQUENCE { content, algorithm, signature }`, the common frame of certificates and requests. pkijs
 * overlooks elements after the last it expects; here they would stand outside the signature, so none may.
 * @throws MalformedDer
 */
export function framedParts(node: DerNode): { readonly content: readonly DerNode[]; readonly algorithm: DerNode } {
  const [content, algorithm, signature, ...more] = sequenceOf(node);
  if (algorithm === undefined || signature === undefined || more.length > 0)
    throw new MalformedDer('three parts expected');
  return { content: sequenceOf(content), algorithm };
}

/** @throws MalformedDer */
export function signedStructureOf(signed: pkijs.Certificate | pkijs.CertificationRequest): SignedStructure {
  const { bytes, unusedBits } = bitStringOf(signed.signatureValue);
  if (unusedBits !== 0) throw new MalformedDer('a signature is whole bytes');
  return {
    signedBytes: Uint8Array.from(signed.tbsView),
    signatureAlgorithm: signed.signatureAlgorithm.algorithmId,
    signature: bytes,
  };
}

/**
 * Takes an X.509 certificate apart (RFC 5280, 4.1).
 * @throws MalformedDer
 */
export function certificateStructureOf(der: Uint8Array): CertificateStructure {
  const node = decodeDer(der);
  const certificate = readAs(pkijs.Certificate, node);
  const { content, algorithm } = framedParts(node);
  const [, innerAlgorithm, issuer, validity, subject, publicKey] = isContext(content[0], 0)
    ? content.slice(1)
    : content;
  if (innerAlgorithm === undefined || issuer === undefined || subject === undefined || publicKey === undefined)
    throw new MalformedDer('a certificate has more parts');
  // RFC 5280, 4.1.1.2: both places must name the same algorithm, or the unsigned one could be swapped.
  if (!sameBytes(rawBytes(innerAlgorithm), rawBytes(algorithm))) throw new MalformedDer('two signature algorithms');
  const extensions = content.find((part) => isContext(part, 3));
  if (extensions !== undefined && childrenOf(extensions).length > 1) throw new MalformedDer('extensions twice');
  const [notBefore, notAfter] = sequenceOf(validity);
  return {
    ...signedStructureOf(certificate),
    serialNumber: integerOf(certificate.serialNumber),
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey,
    extensions: extensionsOf(certificate.extensions),
  };
}
