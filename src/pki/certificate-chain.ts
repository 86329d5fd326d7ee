import type { Certificate } from '../shared/domain/certificate.ts';
import { fingerprintOf, parseCertificate } from './certificate.ts';
import { type CertificateStructure, certificateStructureOf } from './certificate-structure.ts';
import { attempt, rawBytes, sameBytes } from './der.ts';
import { readExtensions } from './extensions.ts';
import { type SignatureVerdict, verifySignature } from './signature.ts';

interface Link {
  readonly der: Uint8Array;
  readonly certificate: Certificate;
  readonly structure: CertificateStructure;
  readonly pathLength: number | null;
}

const linkOf = (der: Uint8Array): Link | undefined => {
  const reading = parseCertificate(der);
  if (!reading.ok) return undefined;
  return attempt(() => {
    const structure = certificateStructureOf(der);
    const { pathLength } = readExtensions(structure.extensions);
    return { der, certificate: reading.certificate, structure, pathLength };
  });
};

const verdictOn = (link: Link, issuer: Link): SignatureVerdict =>
  verifySignature({
    signedBytes: link.structure.signedBytes,
    signature: link.structure.signature,
    algorithm: link.structure.signatureAlgorithm,
    publicKey: rawBytes(issuer.structure.publicKey),
  });

/** Whether the certificate's signature was made with the key of the issuer's certificate. Looks at nothing else. */
export function verifyCertificateSignature(certificate: Uint8Array, issuer: Uint8Array): SignatureVerdict {
  const link = linkOf(certificate);
  const issuerLink = linkOf(issuer);
  return link === undefined || issuerLink === undefined ? 'unsupported' : verdictOn(link, issuerLink);
}

export type ChainFindingCode =
  | 'not-a-certificate'
  | 'signature-bad'
  | 'signature-unsupported'
  | 'issuer-unknown'
  | 'issuer-not-authority'
  | 'expired'
  | 'not-yet-valid';

/** What speaks against a chain, and which certificate of it: its fingerprint and its name. */
interface ChainFinding {
  readonly code: ChainFindingCode;
  readonly fingerprint: string;
  readonly subject: string;
}

/** `trusted` only when a path of good signatures ends in a trusted certificate and nothing was found against it. */
export interface ChainOutcome {
  readonly trusted: boolean;
  /** DER, from the certificate upwards, as far as issuers were found. */
  readonly path: readonly Uint8Array[];
  readonly findings: readonly ChainFinding[];
}

export interface ChainQuestion {
  readonly certificate: Uint8Array;
  /** Certificates that are believed without further proof. */
  readonly trusted: readonly Uint8Array[];
  /** Certificates that may lie between, believed only when proven. */
  readonly intermediates: readonly Uint8Array[];
  readonly at: Date;
}

const longestChain = 8;
/** Bounds the work that a heap of look-alike issuers can cause. */
const mostVerifications = 64;

const finding = (code: ChainFindingCode, { certificate }: Link): ChainFinding => ({
  code,
  fingerprint: certificate.fingerprint,
  subject: certificate.subject.text,
});

/** By name, and by key identifiers where both sides have them (RFC 5280, 4.2.1.1). */
const mayHaveIssued = (issuer: Link, link: Link): boolean => {
  const { authorityKeyIdentifier } = link.certificate;
  const { subjectKeyIdentifier } = issuer.certificate;
  const keysMeet =
    authorityKeyIdentifier === null || subjectKeyIdentifier === null || authorityKeyIdentifier === subjectKeyIdentifier;
  return keysMeet && sameBytes(rawBytes(issuer.structure.subject), rawBytes(link.structure.issuer));
};

/** `below`: how many authorities stand between this one and the certificate at the bottom. */
const mayIssue = ({ certificate, pathLength }: Link, below: number): boolean =>
  certificate.isAuthority &&
  (certificate.keyUsage.length === 0 || certificate.keyUsage.includes('keyCertSign')) &&
  (pathLength === null || below <= pathLength);

const validityFinding = (link: Link, at: Date): ChainFinding[] => {
  const now = at.toISOString();
  if (now < link.certificate.notBefore) return [finding('not-yet-valid', link)];
  return now > link.certificate.notAfter ? [finding('expired', link)] : [];
};

interface Climb {
  readonly path: readonly Link[];
  /** Why no sound trusted certificate was reached, `null` when one was. */
  readonly obstacle: ChainFinding | null;
}

/**
 * A trusted certificate is believed, but one that names itself as its issuer and does not verify is not what its
 * authority published: a byte of the file was changed.
 */
const anchorObstacle = (link: Link): ChainFinding | null =>
  mayHaveIssued(link, link) && verdictOn(link, link) === 'bad' ? finding('signature-bad', link) : null;

/** Climbs from issuer to issuer, taking only good signatures; of several ways the first that ends well. */
function climb(start: Link, trusted: readonly Link[], intermediates: readonly Link[]): Climb {
  const isTrusted = (link: Link) => trusted.some(({ certificate }) => sameAs(certificate, link.certificate));
  let verifications = 0;
  const step = (path: readonly Link[], link: Link): Climb => {
    if (isTrusted(link)) return { path, obstacle: anchorObstacle(link) };
    const unseen = [...trusted, ...intermediates].filter(
      (issuer) => !path.some(({ certificate }) => sameAs(certificate, issuer.certificate)),
    );
    let best: Climb = { path, obstacle: finding('issuer-unknown', link) };
    if (path.length === longestChain) return best;
    for (const issuer of unseen.filter((candidate) => mayHaveIssued(candidate, link))) {
      verifications += 1;
      if (verifications > mostVerifications) return best;
      const verdict = verdictOn(link, issuer);
      if (verdict === 'good') {
        const further = step([...path, issuer], issuer);
        if (further.obstacle === null) return further;
        if (further.path.length > best.path.length) best = further;
      } else if (best.path.length === path.length) {
        best = { path, obstacle: finding(verdict === 'bad' ? 'signature-bad' : 'signature-unsupported', link) };
      }
    }
    return best;
  };
  return step([start], start);
}

const sameAs = (a: Certificate, b: Certificate): boolean => a.fingerprint === b.fingerprint;

/**
 * Verifies a certificate up to a trusted one: signatures, issuers' rights, validity at the given time.
 * Revocation is not looked at: that needs the network, and this floor has none.
 */
export function verifyChain(question: ChainQuestion): ChainOutcome {
  const start = linkOf(question.certificate);
  if (start === undefined) {
    const fingerprint = fingerprintOf(question.certificate);
    return { trusted: false, path: [], findings: [{ code: 'not-a-certificate', fingerprint, subject: '' }] };
  }
  const links = (ders: readonly Uint8Array[]) => ders.map(linkOf).filter((link) => link !== undefined);
  const { path, obstacle } = climb(start, links(question.trusted), links(question.intermediates));
  const findings = [
    ...(obstacle === null ? [] : [obstacle]),
    ...path
      .slice(1)
      .filter((issuer, index) => !mayIssue(issuer, index))
      .map((issuer) => finding('issuer-not-authority', issuer)),
    ...path.flatMap((link) => validityFinding(link, question.at)),
  ];
  return { trusted: findings.length === 0, path: path.map(({ der }) => der), findings };
}
