import type { MchdReport } from '../../../../shared/domain/mchd.ts';
import type { MchdFindingCode } from '../../../../shared/texts/mchd-findings.ts';

/** What the agency's instruction asks of a power of attorney, in its order. */
export const criterionIds = ['in-force', 'register', 'form', 'person', 'powers'] as const;
export type CriterionId = (typeof criterionIds)[number];

/** `look`: the files alone cannot tell, the person has to. */
export type CriterionStatus = 'ahead' | 'met' | 'unmet' | 'look';

/**
 * How one criterion stands. Powers and register are never called met: which power EGAIS wants is not public, and the
 * register is not asked.
 */
export type Criterion =
  | { readonly status: 'met'; readonly id: Exclude<CriterionId, 'register' | 'powers'> }
  | { readonly status: Exclude<CriterionStatus, 'met'>; readonly id: CriterionId };

/** Which criterion a finding speaks of, by the beginning of its code; signatures stand beside the instruction's list. */
const families: readonly (readonly [beginning: RegExp, criterion: CriterionId | null])[] = [
  [/^(expired|not-yet-in-force|dates-reversed|retrust-)/, 'in-force'],
  [/^(representative-|certificate-of-)/, 'person'],
  [/^powers?-/, 'powers'],
  [/^(signature|signer)/, null],
  [/^/, 'form'],
];

export const criterionOf = (code: MchdFindingCode): CriterionId | null =>
  families.find(([beginning]) => beginning.test(code))?.[1] ?? null;

/** The representative was not compared with the signature, or not by a number. */
const notIdentified: readonly MchdFindingCode[] = [
  'representative-not-compared',
  'representative-by-name',
  'certificate-of-organization',
];

/** What keeps a criterion from being met although no fault was found. */
const unsure: Readonly<Record<'in-force' | 'form' | 'person', (report: MchdReport) => boolean>> = {
  'in-force': ({ issuedOn, validUntil }) => issuedOn === null || validUntil === null,
  // The form of the public services portal is the unified one, 003 (docs/sources.md, МЧД).
  form: ({ version }) => version !== '003',
  person: ({ representatives, findings }) =>
    representatives.length === 0 || findings.some(({ code }) => notIdentified.includes(code)),
};

function criterion(id: CriterionId, report: MchdReport | null): Criterion {
  if (!report) return { id, status: 'ahead' };
  if (report.findings.some(({ code, severity }) => severity === 'fault' && criterionOf(code) === id)) {
    return { id, status: 'unmet' };
  }
  if (id === 'register' || id === 'powers' || unsure[id](report)) return { id, status: 'look' };
  return { id, status: 'met' };
}

/** Every criterion, in the order of the instruction, as far as the files tell. */
export const criteriaOf = (report: MchdReport | null): readonly Criterion[] =>
  criterionIds.map((id) => criterion(id, report));

/** Powers shown before the rest folds away. */
export const powersAtOnce = 4;
