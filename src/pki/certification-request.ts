import type { Certificate, DistinguishedName } from '../shared/domain/certificate.ts';
import { type SignedStructure, signedStructureOf } from './certificate-structure.ts';
import {
  attempt,
  childrenOf,
  type DerNode,
  decodeDer,
  isContext,
  MalformedDer,
  objectIdentifierOf,
  rawBytes,
  sequenceOf,
  setOf,
} from './der.ts';
import { bitString, context, element, nullValue, objectIdentifier, sequence, set } from './der-writer.ts';
import { distinguishedNameOf, nameDer, type SubjectAttribute } from './distinguished-name.ts';
import type { ExtensionDer } from './extension-writer.ts';
import { type Extensions, extensionsOf, readExtensions } from './extensions.ts';
import { signatureOids } from './object-identifiers.ts';
import { publicKeyFactsOf } from './public-key.ts';
import { type SignatureVerdict, verifySignature } from './signature.ts';

/** A PKCS#10 request as the product understands it. */
export interface CertificationRequest {
  readonly subject: DistinguishedName;
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  readonly key: Certificate['key'];
  readonly signatureAlgorithm: string;
  readonly requested: Pick<Certificate, 'keyUsage' | 'extendedKeyUsage' | 'policies' | 'subjectSignTool'>;
}

export type CertificationRequestReading =
  | { readonly ok: true; readonly request: CertificationRequest }
  | { readonly ok: false; readonly reason: 'not-a-request' };

/** `extensionRequest` of PKCS#9 (RFC 2985, 5.4.2). */
const extensionRequest = '1.2.840.113549.1.9.14';

interface RequestStructure extends SignedStructure {
  readonly subject: DerNode;
  readonly publicKey: DerNode;
  readonly extensions: Extensions;
}

const requestedExtensions = (attributes: DerNode | undefined): Extensions => {
  for (const attribute of attributes === undefined ? [] : childrenOf(attributes)) {
    const [type, values] = sequenceOf(attribute);
    if (objectIdentifierOf(type) === extensionRequest) return extensionsOf(setOf(values)[0]);
  }
  return new Map();
};

/**
 * Takes a PKCS#10 request apart (RFC 2986, 4).
 * @throws MalformedDer
 */
function requestStructureOf(der: Uint8Array): RequestStructure {
  const { tbs, algorithm: _, ...signed } = signedStructureOf(der);
  const [, subject, publicKey, attributes, ...more] = sequenceOf(tbs);
  if (subject === undefined || publicKey === undefined || more.length > 0) throw new MalformedDer('not a request');
  if (attributes !== undefined && !isContext(attributes, 0)) throw new MalformedDer('not a request');
  return { ...signed, subject, publicKey, extensions: requestedExtensions(attributes) };
}

/** Reads a PKCS#10 request in DER. Any bytes may come in; nothing is verified. */
export function parseCertificationRequest(der: Uint8Array): CertificationRequestReading {
  const request = attempt((): CertificationRequest => {
    const structure = requestStructureOf(der);
    const { keyUsage, extendedKeyUsage, policies, subjectSignTool } = readExtensions(structure.extensions).facts;
    return {
      subject: distinguishedNameOf(structure.subject),
      publicKey: rawBytes(structure.publicKey),
      key: publicKeyFactsOf(structure.publicKey),
      signatureAlgorithm: structure.signatureAlgorithm,
      requested: { keyUsage, extendedKeyUsage, policies, subjectSignTool },
    };
  });
  return request === undefined ? { ok: false, reason: 'not-a-request' } : { ok: true, request };
}

/** Whether a request was signed with the private key of the public key it names. */
export function verifyCertificationRequest(der: Uint8Array): SignatureVerdict {
  const structure = attempt(() => requestStructureOf(der));
  if (structure === undefined) return 'unsupported';
  const { signedBytes, signature, signatureAlgorithm: algorithm, publicKey } = structure;
  return verifySignature({ signedBytes, signature, algorithm, publicKey: rawBytes(publicKey) });
}

/** The key that is to be certified, and the way to its signature. */
export interface RequestSigner {
  /** DER SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** Signs as X.509 wants it: s‖r for GOST over the Streebog digest, PKCS#1 v1.5 with SHA-256 for RSA. */
  readonly sign: (signedBytes: Uint8Array) => Promise<Uint8Array>;
}

export type RequestOutcome =
  | { readonly ok: true; readonly der: Uint8Array }
  | { readonly ok: false; readonly reason: 'key-unsupported' | 'self-check-failed' };

/** RFC 9215 leaves the parameters of GOST signatures out; RFC 3279 wants NULL for RSA. */
const algorithms: Readonly<Partial<Record<Certificate['key']['kind'], Uint8Array>>> = {
  'gost-2012-256': sequence(objectIdentifier(signatureOids.gost256)),
  'gost-2012-512': sequence(objectIdentifier(signatureOids.gost512)),
  rsa: sequence(objectIdentifier(signatureOids.rsaSha256), nullValue),
};

/**
 * The AlgorithmIdentifier with which a key of this SubjectPublicKeyInfo signs, in DER.
 * @returns `undefined` for keys that the product does not sign with
 */
export const signatureAlgorithmDer = (publicKey: Uint8Array): Uint8Array | undefined => {
  const facts = attempt(() => publicKeyFactsOf(decodeDer(publicKey)));
  return facts && algorithms[facts.kind];
};

/**
 * Builds a PKCS#10 request whose signature is made elsewhere (on a token), and verifies it before handing it out:
 * how a token orders the bytes of a signature is known for some models only, and a bad request must not leave.
 * What `sign` throws passes through.
 */
export async function buildCertificationRequest(
  subject: readonly SubjectAttribute[],
  extensions: readonly ExtensionDer[],
  signer: RequestSigner,
): Promise<RequestOutcome> {
  const algorithm = signatureAlgorithmDer(signer.publicKey);
  if (algorithm === undefined) return { ok: false, reason: 'key-unsupported' };
  const attribute = sequence(objectIdentifier(extensionRequest), set(sequence(...extensions)));
  const version = element(0x02, Uint8Array.of(0));
  const attributes = context(0, ...(extensions.length > 0 ? [attribute] : []));
  const signedBytes = sequence(version, nameDer(subject), signer.publicKey, attributes);
  const der = sequence(signedBytes, algorithm, bitString(await signer.sign(signedBytes)));
  return verifyCertificationRequest(der) === 'good' ? { ok: true, der } : { ok: false, reason: 'self-check-failed' };
}
