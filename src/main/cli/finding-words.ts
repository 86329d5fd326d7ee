import type { Finding } from '../../shared/domain/finding.ts';
import type { Language } from '../../shared/language.ts';
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

const signs: Record<Finding['status'], string> = { ok: '✓', info: 'i', attention: '!', waiting: '…', bad: '✗' };

/** Findings for a terminal. */
export const findingLines = (findings: readonly (Pick<Finding, 'status'> & Words)[]): readonly string[] =>
  findings.map(({ status, title, reason }) => `${signs[status]} ${title}\n  ${reason}`);
