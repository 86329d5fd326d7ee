import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { Certificate, DistinguishedName } from '../shared/domain/certificate.ts';
import { framedParts, type SignedStructure, signedStructureOf } from './certificate-structure.ts';
import { attempt, type DerNode, decodeDer, MalformedDer, rawBytes, readAs, sequenceOf } from './der.ts';
import { distinguishedNameOf, nameOf, type SubjectAttribute } from './distinguished-name.ts';
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

const requestedExtensions = (attributes: readonly pkijs.Attribute[] = []): Extensions => {
  const requested = attributes.find(({ type }) => type === extensionRequest);
  // An empty SET leaves `values` undefined, whatever its type says.
  const [extensions]: readonly DerNode[] = requested?.values ?? [];
  return extensionsOf(extensions && sequenceOf(extensions).map((extension) => readAs(pkijs.Extension, extension)));
};

/**
 * Takes a PKCS#10 request apart (RFC 2986, 4).
 * @throws MalformedDer
 */
function requestStructureOf(der: Uint8Array): RequestStructure {
  const node = decodeDer(der);
  const request = readAs(pkijs.CertificationRequest, node);
  const [, subject, publicKey, , ...more] = framedParts(node).content;
  if (subject === undefined || publicKey === undefined || more.length > 0) throw new MalformedDer('not a request');
  return {
    ...signedStructureOf(request),
    subject,
    publicKey,
    extensions: requestedExtensions(request.attributes),
  };
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
const algorithms: Readonly<Partial<Record<Certificate['key']['kind'], () => pkijs.AlgorithmIdentifier>>> = {
  'gost-2012-256': () => new pkijs.AlgorithmIdentifier({ algorithmId: signatureOids.gost256 }),
  'gost-2012-512': () => new pkijs.AlgorithmIdentifier({ algorithmId: signatureOids.gost512 }),
  rsa: () =>
    new pkijs.AlgorithmIdentifier({ algorithmId: signatureOids.rsaSha256, algorithmParams: new asn1js.Null() }),
};

/**
 * The algorithm with which a key of this SubjectPublicKeyInfo (DER) signs.
 * @returns `undefined` for keys that the product does not sign with
 */
export const signatureAlgorithmFor = (publicKey: Uint8Array): pkijs.AlgorithmIdentifier | undefined => {
  const facts = attempt(() => publicKeyFactsOf(decodeDer(publicKey)));
  return facts && algorithms[facts.kind]?.();
};

const requestAttributes = (extensions: readonly pkijs.Extension[]): pkijs.Attribute[] => {
  if (extensions.length === 0) return [];
  const requested = new pkijs.Extensions({ extensions: [...extensions] });
  return [new pkijs.Attribute({ type: extensionRequest, values: [requested.toSchema()] })];
};

/** pkijs writes the signed bytes only on the way to a signature of its own. */
class OutsideSignedRequest extends pkijs.CertificationRequest {
  fixSignedBytes(): Uint8Array {
    this.tbsView = new Uint8Array(this.encodeTBS().toBER());
    return this.tbsView;
  }
}

/**
 * Builds a PKCS#10 request whose signature is made elsewhere (on a token), and verifies it before handing it out:
 * how a token orders the bytes of a signature is known for some models only, and a bad request must not leave.
 * What `sign` throws passes through.
 */
export async function buildCertificationRequest(
  subject: readonly SubjectAttribute[],
  extensions: readonly pkijs.Extension[],
  signer: RequestSigner,
): Promise<RequestOutcome> {
  const signatureAlgorithm = signatureAlgorithmFor(signer.publicKey);
  if (signatureAlgorithm === undefined) return { ok: false, reason: 'key-unsupported' };
  const request = new OutsideSignedRequest({
    version: 0,
    subject: nameOf(subject),
    subjectPublicKeyInfo: readAs(pkijs.PublicKeyInfo, decodeDer(signer.publicKey)),
    attributes: requestAttributes(extensions),
    signatureAlgorithm,
  });
  request.signatureValue = new asn1js.BitString({ valueHex: await signer.sign(request.fixSignedBytes()) });
  const der = new Uint8Array(request.toSchema().toBER());
  return verifyCertificationRequest(der) === 'good' ? { ok: true, der } : { ok: false, reason: 'self-check-failed' };
}
