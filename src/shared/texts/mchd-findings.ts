import { z } from 'zod';
import type { Language } from '../language.ts';
import { fillText } from './fill.ts';
import type { MchdFindingText } from './mchd-findings/entry.ts';
import { formFindings } from './mchd-findings/form.ts';
import { numberFindings } from './mchd-findings/numbers.ts';
import { peopleFindings } from './mchd-findings/people.ts';
import { powerFindings } from './mchd-findings/powers.ts';
import { signatureFindings } from './mchd-findings/signature.ts';
import { structureFindings } from './mchd-findings/structure.ts';
import { validityFindings } from './mchd-findings/validity.ts';

/** What can be said about a machine-readable power of attorney (МЧД) and its signature. */
export const mchdFindingTexts = {
  ...formFindings,
  ...structureFindings,
  ...numberFindings,
  ...validityFindings,
  ...peopleFindings,
  ...powerFindings,
  ...signatureFindings,
} satisfies Record<string, MchdFindingText>;

export type MchdFindingCode = keyof typeof mchdFindingTexts;

export const mchdFindingCodeSchema = z.enum(Object.keys(mchdFindingTexts) as [MchdFindingCode, ...MchdFindingCode[]]);

interface MchdFindingInWords {
  readonly code: MchdFindingCode;
  readonly severity: MchdFindingText['severity'];
  readonly title: string;
  readonly reason: string;
}

/** A finding in words: what the command line prints. */
export function describeMchdFinding(
  {
    code,
    severity,
    values,
  }: Omit<MchdFindingInWords, 'title' | 'reason'> & { readonly values: Parameters<typeof fillText>[1] },
  language: Language,
): MchdFindingInWords {
  const { title, reason } = mchdFindingTexts[code].texts[language];
  return { code, severity, title: fillText(title, values, language), reason: fillText(reason, values, language) };
}
