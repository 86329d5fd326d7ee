import type { CertificateFinding } from '../../setup/show-certificate.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Language } from '../../shared/language.ts';
import { certificateFindingTexts } from '../../shared/texts/certificate-findings.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { findingText } from '../../shared/texts/finding-texts.ts';

interface Words {
  readonly title: string;
  readonly reason: string;
}

/** A finding with its sentence. */
export function worded(finding: Finding, language: Language): Finding & Words {
  const { title, reason } = findingText(finding)[language];
  return {
    ...finding,
    title: fillText(title, finding.values, language),
    reason: fillText(reason, finding.values, language),
  };
}

/** What is said about a certificate. `severity` is the table's, unless the case at hand weighs it otherwise. */
export function wordedCertificateFinding(
  { code, values }: CertificateFinding,
  language: Language,
  severity: 'fault' | 'warning' | 'note' = certificateFindingTexts[code].severity,
) {
  const { title, reason } = certificateFindingTexts[code].texts[language];
  return { code, severity, title: fillText(title, values, language), reason: fillText(reason, values, language) };
}

/** Such findings for a terminal. */
export const certificateFindingLines = (
  findings: readonly (Words & { readonly severity: string })[],
): readonly string[] =>
  findings.map(({ severity, title, reason }) => `${severity === 'fault' ? '✗' : '!'} ${title}. ${reason}`);

const signs: Record<Finding['status'], string> = { ok: '✓', info: 'i', attention: '!', waiting: '…', bad: '✗' };

/** Findings for a terminal. */
export const findingLines = (findings: readonly (Pick<Finding, 'status'> & Words)[]): readonly string[] =>
  findings.map(({ status, title, reason }) => `${signs[status]} ${title}\n  ${reason}`);
