import { type Day, printedDay } from './day.ts';
import type { MchdFacts } from './facts.ts';
import { findingIf, type MchdFinding } from './finding.ts';

const shown = (day: Day | null): string => (day === null ? '—' : printedDay(day));

/** Whether the power of attorney is in force on this day; the last day counts. */
export function dateFindings({ issuedOn, validUntil, earlier }: MchdFacts, today: Day): readonly MchdFinding[] {
  const values = { issuedOn: shown(issuedOn), validUntil: shown(validUntil), today: printedDay(today) };
  const reversed = issuedOn !== null && validUntil !== null && validUntil < issuedOn;
  const outlives = validUntil !== null && (earlier?.validUntil ?? validUntil) < validUntil;
  const precedes = issuedOn !== null && (earlier?.issuedOn ?? issuedOn) > issuedOn;
  return [
    ...findingIf(reversed, 'dates-reversed', values),
    ...findingIf(!reversed && validUntil !== null && validUntil < today, 'expired', values),
    ...findingIf(!reversed && issuedOn !== null && issuedOn > today, 'not-yet-in-force', values),
    ...findingIf(outlives, 'retrust-outlives', { ...values, earlierUntil: shown(earlier?.validUntil ?? null) }),
    ...findingIf(precedes, 'retrust-precedes', { ...values, earlierFrom: shown(earlier?.issuedOn ?? null) }),
  ];
}
