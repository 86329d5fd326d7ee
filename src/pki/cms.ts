import { derBlocksOf } from './armour.ts';
import { parseCertificate } from './certificate.ts';
import { type CertificateStructure, certificateStructureOf } from './certificate-structure.ts';
import { attempt, hexOf, objectIdentifierOf, octetStringOf, rawBytes, sameBytes, sequenceOf, timeOf } from './der.ts';
import { digestOf } from './digests.ts';
import { cmsAttributeOids, digestOids } from './object-identifiers.ts';
import { type SignatureVerdict, verifySignature } from './signature.ts';
import { type SignedDataStructure, type SignerStructure, signedDataStructureOf } from './signed-data.ts';

/**
 * How one signature of a CMS stands. `content-changed`: the signature is of other content; `certificate-missing`: the
 * signer's certificate is neither in the CMS nor among those given, so nothing could be verified;
 * `attributes-bad`: what the signature says of itself contradicts the content's type or the signer's certificate.
 */
type SignerVerdict = SignatureVerdict | 'content-changed' | 'certificate-missing' | 'attributes-bad';

interface SignerOutcome {
  readonly verdict: SignerVerdict;
  /** DER of the signer's certificate, `null` if it was not found. */
  readonly certificate: Uint8Array | null;
  /** The time the signer claims, ISO 8601; nobody vouches for it. */
  readonly signingTime: string | null;
}

export type CmsOutcome =
  | {
      readonly ok: true;
      /** One for each signature, at least one. */
      readonly signers: readonly [SignerOutcome, ...SignerOutcome[]];
      /** Every certificate in the CMS, DER: intermediates for the chain of the signer. */
      readonly certificates: readonly Uint8Array[];
    }
  | { readonly ok: false; readonly reason: 'not-a-signature' };

interface Candidate {
  readonly der: Uint8Array;
  readonly structure: CertificateStructure;
}

const candidateOf = (der: Uint8Array): Candidate | undefined =>
  attempt(() => ({ der, structure: certificateStructureOf(der) }));

const isSigner = ({ identifier }: SignerStructure, { structure, der }: Candidate): boolean => {
  if (identifier.by === 'issuer')
    return (
      sameBytes(identifier.issuer, rawBytes(structure.issuer)) &&
      sameBytes(identifier.serialNumber, structure.serialNumber)
    );
  const reading = parseCertificate(der);
  return reading.ok && reading.certificate.subjectKeyIdentifier === hexOf(identifier.subjectKeyIdentifier);
};

/** Whether signingCertificateV2, where there is one, names this certificate by its digest (RFC 5035, 4). */
const namesCertificate = (signer: SignerStructure, certificate: Uint8Array): boolean => {
  const [value] = signer.attributes.get(cmsAttributeOids.signingCertificateV2) ?? [];
  if (value === undefined) return true;
  const named = attempt(() => {
    const first = sequenceOf(sequenceOf(sequenceOf(value)[0])[0]);
    const [algorithm, digest] = first[0]?.idBlock.tagNumber === 16 ? first : [undefined, first[0]];
    return {
      algorithm: algorithm === undefined ? digestOids.sha256 : objectIdentifierOf(sequenceOf(algorithm)[0]),
      digest: octetStringOf(digest),
    };
  });
  const digest = named && digestOf(named.algorithm);
  return named !== undefined && (digest === undefined || sameBytes(digest(certificate), named.digest));
};

/** What is under the signature: the content, or the attributes that hold its digest. */
function signedBytesOf(
  signer: SignerStructure,
  contentType: string,
  content: Uint8Array,
): Uint8Array | Exclude<SignerVerdict, 'good' | 'bad' | 'certificate-missing'> {
  if (signer.signedAttributes === null) return content;
  const digest = digestOf(signer.digestAlgorithm);
  if (digest === undefined) return 'unsupported';
  const [type] = signer.attributes.get(cmsAttributeOids.contentType) ?? [];
  const [messageDigest] = signer.attributes.get(cmsAttributeOids.messageDigest) ?? [];
  if (attempt(() => objectIdentifierOf(type)) !== contentType) return 'attributes-bad';
  const claimed = attempt(() => octetStringOf(messageDigest));
  if (claimed === undefined) return 'attributes-bad';
  return sameBytes(claimed, digest(content)) ? signer.signedAttributes : 'content-changed';
}

function verdictOn(
  signer: SignerStructure,
  structure: SignedDataStructure,
  content: Uint8Array,
  certificate: Candidate | undefined,
): SignerVerdict {
  if (structure.content !== null && !sameBytes(structure.content, content)) return 'content-changed';
  if (certificate === undefined) return 'certificate-missing';
  const signedBytes = signedBytesOf(signer, structure.contentType, content);
  if (typeof signedBytes === 'string') return signedBytes;
  if (!namesCertificate(signer, certificate.der)) return 'attributes-bad';
  return verifySignature({
    signedBytes,
    signature: signer.signature,
    algorithm: signer.signatureAlgorithm,
    digest: signer.digestAlgorithm,
    publicKey: rawBytes(certificate.structure.publicKey),
  });
}

const signingTimeOf = ({ attributes }: SignerStructure): string | null =>
  attempt(() => timeOf(attributes.get(cmsAttributeOids.signingTime)?.[0])) ?? null;

/**
 * Verifies the signatures of a CMS SignedData over separate content: digests, attributes, signatures.
 * Whether the signer is to be trusted is the matter of `verifyChain`.
 * @param signature DER or BER, PEM, or bare base64
 * @param content the signed file as it is; a CMS that carries content must carry the same
 * @param certificates DER of further certificates among which the signer may be
 */
export function verifyDetachedSignature(
  signature: Uint8Array,
  content: Uint8Array,
  certificates: readonly Uint8Array[] = [],
): CmsOutcome {
  const [der] = derBlocksOf(signature);
  const structure = der && attempt(() => signedDataStructureOf(der));
  if (structure === undefined) return { ok: false, reason: 'not-a-signature' };
  const candidates = [...structure.certificates, ...certificates]
    .map(candidateOf)
    .filter((candidate) => candidate !== undefined);
  const [first, ...others] = structure.signers.map((signer): SignerOutcome => {
    const certificate = candidates.find((candidate) => isSigner(signer, candidate));
    return {
      verdict: verdictOn(signer, structure, content, certificate),
      certificate: certificate?.der ?? null,
      signingTime: signingTimeOf(signer),
    };
  });
  if (first === undefined) return { ok: false, reason: 'not-a-signature' };
  return { ok: true, signers: [first, ...others], certificates: structure.certificates };
}
