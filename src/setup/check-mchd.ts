import { checkDocument } from '../egais/mchd/check-document.ts';
import { fullName, type MchdFacts, type MchdRepresentative } from '../egais/mchd/facts.ts';
import { fileFindings } from '../egais/mchd/file-checks.ts';
import { type MchdFile, readDocument } from '../egais/mchd/read-document.ts';
import { isUuid } from '../egais/mchd/rules.ts';
import { checkSignature } from '../egais/mchd/signature-checks.ts';
import { signerFindings } from '../egais/mchd/signer-checks.ts';
import type { XmlRefusal, XmlRefusalCode } from '../egais/xml/refusal.ts';
import { verifyDetachedSignature } from '../pki/cms.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import type { MchdReport } from '../shared/domain/mchd.ts';
import { type Problem, type ProblemCode, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';

export interface MchdQuestion {
  readonly document: MchdFile;
  /** `null`: not given; the report says so. */
  readonly signature: MchdFile | null;
  /** The qualified certificate on the token, with whose holder the representative is compared; `null`: not compared. */
  readonly certificate: Certificate | null;
  /** DER of certificates to be believed; without any, an unknown issuer is a mere warning. */
  readonly trusted: readonly Uint8Array[];
  /** КодПолн of powers that are known to be enough for EGAIS; none unless somebody configured them. */
  readonly powerCodes: readonly string[];
  readonly at: Date;
}

/** The check, wherever it runs. */
export type MchdCheck = (question: MchdQuestion) => Promise<Result<MchdReport>>;

const refusals: Readonly<Record<XmlRefusalCode, ProblemCode>> = {
  empty: 'MCHD_EMPTY',
  'too-large': 'MCHD_TOO_LARGE',
  'not-xml': 'MCHD_NOT_XML',
  'utf-16': 'MCHD_UTF16',
  'null-character': 'MCHD_NULL_CHARACTER',
  'encoding-unsupported': 'MCHD_ENCODING_UNSUPPORTED',
  'encoding-false': 'MCHD_ENCODING_FALSE',
  'version-unsupported': 'MCHD_XML_VERSION',
  doctype: 'MCHD_DOCTYPE',
  entity: 'MCHD_ENTITY',
  malformed: 'MCHD_MALFORMED',
  unclosed: 'MCHD_UNCLOSED',
  'invalid-character': 'MCHD_INVALID_CHARACTER',
  'duplicate-attribute': 'MCHD_DUPLICATE_ATTRIBUTE',
  'after-root': 'MCHD_AFTER_ROOT',
  'too-deep': 'MCHD_TOO_DEEP',
  'too-many-elements': 'MCHD_TOO_MANY_ELEMENTS',
  'too-many-attributes': 'MCHD_TOO_MANY_ATTRIBUTES',
  'attribute-too-long': 'MCHD_ATTRIBUTE_TOO_LONG',
  'name-too-long': 'MCHD_NAME_TOO_LONG',
  'text-too-long': 'MCHD_TEXT_TOO_LONG',
};

const isSignature = ({ bytes }: MchdFile): boolean => verifyDetachedSignature(bytes, new Uint8Array()).ok;

function problemOf({ code, values }: XmlRefusal, document: MchdFile): Problem {
  const swapped = code === 'not-xml' && isSignature(document);
  return problem(swapped ? 'MCHD_FILES_SWAPPED' : refusals[code], { file: document.name, ...values });
}

const registerUrl = (number: string | null): string | null =>
  number !== null && isUuid(number) ? `https://m4d.nalog.gov.ru/emchd/check-status?guid=${number.toLowerCase()}` : null;

const representativeOf = ({ kind, name, inn, person }: MchdRepresentative): MchdReport['representatives'][number] => ({
  kind,
  name: person === null ? (name ?? '') : fullName(person),
  inn,
  snils: person?.snils ?? null,
});

const factsOfReport = (facts: MchdFacts): Omit<MchdReport, 'valid' | 'signers' | 'findings'> => ({
  version: facts.version,
  number: facts.number,
  internalNumber: facts.internalNumber,
  issuedOn: facts.issuedOn,
  validUntil: facts.validUntil,
  principals: facts.principals.map(({ kind, name, inn, kpp, ogrn, signatories }) => ({
    ...{ kind, name, inn, kpp, ogrn },
    heads: signatories.map((person) => ({ name: fullName(person), inn: person.inn, snils: person.snils })),
  })),
  representatives: facts.representatives.map(representativeOf),
  powers: [...facts.powers],
  powerCount: facts.powerCount,
  jointPowers: facts.jointPowers,
  lostPowers: facts.lostPowers,
  retrusted: facts.earlier !== null,
  earlierNumber: facts.earlier?.number ?? null,
  registerUrl: registerUrl(facts.number),
});

const noFacts: ReturnType<typeof factsOfReport> = {
  version: null,
  number: null,
  internalNumber: null,
  issuedOn: null,
  validUntil: null,
  principals: [],
  representatives: [],
  powers: [],
  powerCount: 0,
  jointPowers: null,
  lostPowers: null,
  retrusted: false,
  earlierNumber: null,
  registerUrl: null,
};

/**
 * Checks a machine-readable power of attorney and its signature, as far as files alone can tell: whether the tax
 * service has it in its register, and which power EGAIS wants, only a person can find out. A document that can be read
 * but is wrong is a report with findings. Problems: `MCHD_*`, for bytes that are no XML or are not safe to read.
 */
export function checkMchd({
  document,
  signature,
  certificate,
  trusted,
  powerCodes,
  at,
}: MchdQuestion): Result<MchdReport> {
  const reading = readDocument(document);
  if (!reading.ok) return fail(problemOf(reading.refusal, document));
  const checked = checkDocument(reading.document, { fileName: document.name, certificate, powerCodes, at });
  const signed = checkSignature({ document, signature, trusted, at });
  const findings = [
    ...fileFindings(document, signature),
    ...checked.findings,
    ...signed.findings,
    ...signerFindings({ principals: checked.facts?.principals ?? [] }, signed.good),
  ];
  return succeed({
    ...(checked.facts === null ? noFacts : factsOfReport(checked.facts)),
    valid: findings.every(({ severity }) => severity !== 'fault'),
    signers: signed.signers,
    findings,
  });
}
