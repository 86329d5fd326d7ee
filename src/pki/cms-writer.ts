import { ContentInfo } from 'pkijs';
import type { Certificate } from '../shared/domain/certificate.ts';
import { certificateStructureOf } from './certificate-structure.ts';
import { time } from './certificate-writer.ts';
import { verifyDetachedSignature } from './cms.ts';
import { attempt, rawBytes } from './der.ts';
import { element, nullValue, objectIdentifier, octetString, sequence } from './der-writer.ts';
import { digestOf } from './digests.ts';
import { cmsAttributeOids, digestOids, publicKeyOids } from './object-identifiers.ts';
import { publicKeyFactsOf } from './public-key.ts';

/** What is signed, by whom, and where the signature is made. */
export interface CmsOrder {
  readonly content: Uint8Array;
  /** Whether the content travels apart from its signature. */
  readonly detached: boolean;
  /** The signer's certificate, DER. */
  readonly certificate: Uint8Array;
  /** Further certificates that a reader may need, DER. */
  readonly chain: readonly Uint8Array[];
  readonly signingTime: Date;
  /** Signs as X.509 wants it: s‖r for GOST over the Streebog digest, PKCS#1 v1.5 with SHA-256 for RSA. */
  readonly sign: (signedBytes: Uint8Array) => Promise<Uint8Array>;
}

export type CmsWriting =
  | { readonly ok: true; readonly der: Uint8Array }
  | { readonly ok: false; readonly reason: 'not-a-certificate' | 'key-unsupported' | 'self-check-failed' };

/** How a kind of key signs: OID of the digest, DER of the signature algorithm. */
interface Scheme {
  readonly digest: string;
  readonly signatureAlgorithm: Uint8Array;
}

// CMS names the key's algorithm beside the digest (RFC 3370, 3.2; RFC 4490, 3.2 as amended by TC 26).
const schemes: Readonly<Partial<Record<Certificate['key']['kind'], Scheme>>> = {
  'gost-2012-256': {
    digest: digestOids.streebog256,
    signatureAlgorithm: sequence(objectIdentifier(publicKeyOids.gost256)),
  },
  'gost-2012-512': {
    digest: digestOids.streebog512,
    signatureAlgorithm: sequence(objectIdentifier(publicKeyOids.gost512)),
  },
  rsa: { digest: digestOids.sha256, signatureAlgorithm: sequence(objectIdentifier(publicKeyOids.rsa), nullValue) },
};

const versionOne = element(0x02, Uint8Array.of(1));

/** DER's order of the members of a SET OF: by their encodings (X.690, 11.6). */
const inSetOrder = (members: readonly Uint8Array[]): readonly Uint8Array[] => [...members].sort(Buffer.compare);

const attribute = (oid: string, value: Uint8Array): Uint8Array => sequence(objectIdentifier(oid), element(0x31, value));

/** Names the certificate by its digest, so that no other of the same key can take its place (RFC 5035, 3). */
const signingCertificate = (certificate: Uint8Array, digestAlgorithm: string, digest: Uint8Array): Uint8Array => {
  const { issuer, serialNumber } = certificateStructureOf(certificate);
  const directoryName = element(0xa4, rawBytes(issuer));
  const issuerSerial = sequence(sequence(directoryName), element(0x02, serialNumber));
  // SHA-256 is the default there, and DER leaves a default out.
  const named = digestAlgorithm === digestOids.sha256 ? [] : [sequence(objectIdentifier(digestAlgorithm))];
  return sequence(sequence(sequence(...named, octetString(digest), issuerSerial)));
};

const signedAttributes = (
  { content, certificate, signingTime }: CmsOrder,
  digestAlgorithm: string,
  digest: (data: Uint8Array) => Uint8Array,
): readonly Uint8Array[] =>
  inSetOrder([
    attribute(cmsAttributeOids.contentType, objectIdentifier(ContentInfo.DATA)),
    attribute(cmsAttributeOids.signingTime, new Uint8Array(time(signingTime).toSchema().toBER())),
    attribute(cmsAttributeOids.messageDigest, octetString(digest(content))),
    attribute(
      cmsAttributeOids.signingCertificateV2,
      signingCertificate(certificate, digestAlgorithm, digest(certificate)),
    ),
  ]);

const signerInfo = (
  certificate: Uint8Array,
  scheme: Scheme,
  attributes: readonly Uint8Array[],
  signature: Uint8Array,
): Uint8Array => {
  const { issuer, serialNumber } = certificateStructureOf(certificate);
  return sequence(
    versionOne,
    sequence(rawBytes(issuer), element(0x02, serialNumber)),
    sequence(objectIdentifier(scheme.digest)),
    element(0xa0, ...attributes),
    scheme.signatureAlgorithm,
    octetString(signature),
  );
};

const signedData = ({ content, detached, certificate, chain }: CmsOrder, digest: string, signer: Uint8Array) =>
  sequence(
    objectIdentifier(ContentInfo.SIGNED_DATA),
    element(
      0xa0,
      sequence(
        versionOne,
        element(0x31, sequence(objectIdentifier(digest))),
        sequence(objectIdentifier(ContentInfo.DATA), ...(detached ? [] : [element(0xa0, octetString(content))])),
        element(0xa0, ...inSetOrder([certificate, ...chain])),
        element(0x31, signer),
      ),
    ),
  );

/** How the key of a certificate signs; `undefined` when the bytes are no certificate, `null` for a key of another kind. */
const schemeFor = (certificate: Uint8Array): Scheme | null | undefined =>
  attempt(() => schemes[publicKeyFactsOf(certificateStructureOf(certificate).publicKey).kind] ?? null);

/**
 * Writes a CMS SignedData of one signer (RFC 5652, 5) whose signature is made elsewhere (on a token), DER, and verifies
 * it before handing it out: a bad signature must not leave. What `sign` throws passes through; it is called once.
 */
export async function writeSignedData(order: CmsOrder): Promise<CmsWriting> {
  const { certificate, content, sign } = order;
  const scheme = schemeFor(certificate);
  if (scheme === undefined) return { ok: false, reason: 'not-a-certificate' };
  const digest = scheme && digestOf(scheme.digest);
  if (!scheme || !digest) return { ok: false, reason: 'key-unsupported' };
  const attributes = signedAttributes(order, scheme.digest, digest);
  // The signature covers the attributes under the tag of a SET, not under the one they travel with (RFC 5652, 5.4).
  const signature = await sign(element(0x31, ...attributes));
  const der = signedData(order, scheme.digest, signerInfo(certificate, scheme, attributes, signature));
  const outcome = verifyDetachedSignature(der, content);
  const sound = outcome.ok && outcome.signers.every(({ verdict }) => verdict === 'good');
  return sound ? { ok: true, der } : { ok: false, reason: 'self-check-failed' };
}
