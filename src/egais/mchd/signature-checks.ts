import { parseCertificate } from '../../pki/certificate.ts';
import { type ChainFindingCode, verifyChain } from '../../pki/certificate-chain.ts';
import { type CmsOutcome, verifyDetachedSignature } from '../../pki/cms.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { MCHD_FILE_LIMIT, type MchdReport } from '../../shared/domain/mchd.ts';
import type { MchdFindingCode } from '../../shared/texts/mchd-findings.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';
import type { MchdFile } from './read-document.ts';

export interface SignatureQuestion {
  readonly document: MchdFile;
  /** `null`: none was given. */
  readonly signature: MchdFile | null;
  /** DER of certificates that are believed; without any, an unknown issuer is a mere warning. */
  readonly trusted: readonly Uint8Array[];
  readonly at: Date;
}

export interface SignatureAnswer {
  /** Certificates of the signatures that hold, in their order. */
  readonly good: readonly Certificate[];
  /** Holders of all certificates that came with signatures. */
  readonly signers: MchdReport['signers'];
  readonly findings: readonly MchdFinding[];
}

type Signer = Extract<CmsOutcome, { ok: true }>['signers'][number];

const verdicts: Readonly<Record<Signer['verdict'], MchdFindingCode | null>> = {
  good: null,
  bad: 'signature-bad',
  unsupported: 'signature-unsupported',
  'content-changed': 'signature-of-other-content',
  'attributes-bad': 'signature-attributes',
  'certificate-missing': 'signature-without-certificate',
};

const chainCodes: Readonly<Record<ChainFindingCode, MchdFindingCode>> = {
  'not-a-certificate': 'signature-without-certificate',
  'signature-bad': 'signer-chain-bad',
  'signature-unsupported': 'signer-chain-unsupported',
  'issuer-unknown': 'signer-issuer-unknown',
  'issuer-not-authority': 'signer-issuer-no-authority',
  expired: 'signer-expired',
  'not-yet-valid': 'signer-not-yet-valid',
};

/** Classes of signature tools, which every qualified certificate names (order 795 of the FSB). */
const isQualifiedPolicy = (oid: string): boolean => oid.startsWith('1.2.643.100.113.');

const isSelfSigned = ({ subject, issuer }: Certificate): boolean => subject.text === issuer.text;

const certificateOf = ({ certificate }: Signer): Certificate | null => {
  const reading = certificate === null ? null : parseCertificate(certificate);
  return reading?.ok ? reading.certificate : null;
};

const nameOf = ({ holder }: Certificate): string => holder.person ?? holder.name;

/** The time the signer claims, unless it has not come yet; nobody vouches for it. */
const timeOf = ({ signingTime }: Signer, at: Date): Date => {
  const claimed = signingTime === null ? at : new Date(signingTime);
  return claimed > at ? at : claimed;
};

/** What kind of certificate signed: of its own issue, of another kind of key, without the marks of a qualified one. */
function kindFindings(certificate: Certificate): readonly MchdFinding[] {
  const values = { signer: nameOf(certificate), key: certificate.key.kind };
  const gost = certificate.key.kind.startsWith('gost-2012');
  return [
    ...findingIf(isSelfSigned(certificate), 'signer-self-signed', values),
    ...findingIf(!gost, 'signer-key', values),
    ...findingIf(gost && !certificate.policies.some(isQualifiedPolicy), 'signer-unqualified', values),
  ];
}

function chainFindings(
  signer: Signer,
  certificate: Certificate,
  { trusted, at }: SignatureQuestion,
  intermediates: readonly Uint8Array[],
): readonly MchdFinding[] {
  if (signer.certificate === null || isSelfSigned(certificate)) return [];
  const outcome = verifyChain({ certificate: signer.certificate, trusted, intermediates, at: timeOf(signer, at) });
  const sound = outcome.findings.every(({ code }) => code === 'issuer-unknown');
  const values = { signer: nameOf(certificate), notBefore: certificate.notBefore, notAfter: certificate.notAfter };
  return [
    ...outcome.findings.map(({ code, subject }) => {
      const settled = code === 'issuer-unknown' && trusted.length > 0;
      return finding(settled ? 'signer-issuer-not-trusted' : chainCodes[code], {
        ...values,
        subject,
        issuer: certificate.issuer.commonName ?? certificate.issuer.text,
      });
    }),
    ...findingIf(sound && certificate.notAfter < at.toISOString(), 'signer-since-expired', values),
  ];
}

function judge(outcome: Extract<CmsOutcome, { ok: true }>, question: SignatureQuestion): SignatureAnswer {
  const judged = outcome.signers.map((signer) => ({ signer, certificate: certificateOf(signer) }));
  const known = judged.flatMap(({ signer, certificate }) => (certificate === null ? [] : [{ signer, certificate }]));
  return {
    good: known.filter(({ signer }) => signer.verdict === 'good').map(({ certificate }) => certificate),
    signers: known.map(({ certificate }) => ({
      name: nameOf(certificate),
      inn: certificate.subject.inn,
      snils: certificate.subject.snils,
    })),
    findings: judged.flatMap(({ signer, certificate }) => {
      const code = verdicts[signer.verdict];
      if (code !== null) return [finding(code, { signer: certificate === null ? '—' : nameOf(certificate) })];
      if (certificate === null) return [finding('signature-without-certificate', { signer: '—' })];
      return [...kindFindings(certificate), ...chainFindings(signer, certificate, question, outcome.certificates)];
    }),
  };
}

const nothing = (code: MchdFindingCode, values: MchdFinding['values'] = {}): SignatureAnswer => ({
  good: [],
  signers: [],
  findings: [finding(code, values)],
});

const isXml = ({ bytes }: MchdFile): boolean =>
  /^(\u00ef\u00bb\u00bf)?\s*<\?xml/.test(Buffer.from(bytes.subarray(0, 64)).toString('latin1'));

/** Verifies the detached signature of a power of attorney: whether it holds, and who signed with what certificate. */
export function checkSignature(question: SignatureQuestion): SignatureAnswer {
  const { document, signature } = question;
  if (signature === null) return nothing('signature-not-given');
  const values = { file: signature.name };
  if (signature.bytes.length > MCHD_FILE_LIMIT) return { good: [], signers: [], findings: [] };
  if (isXml(signature)) return nothing('signature-is-document', values);
  const outcome = verifyDetachedSignature(signature.bytes, document.bytes);
  return outcome.ok ? judge(outcome, question) : nothing('signature-unreadable', values);
}
