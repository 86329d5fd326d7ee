const dayMs = 24 * 60 * 60 * 1000;
const moscowAheadMs = 3 * 60 * 60 * 1000;

const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

/** The calendar day in Moscow, where the services of EGAIS and of the tax service stand: `2026-11-25`. */
export const moscowDay = (iso: string): string => dayOf(Date.parse(iso) + moscowAheadMs);

/** Saturday and Sunday only: which weekdays are holidays, and which Saturdays are not, is decided anew every year. */
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(day).getUTCDay());

const nextDay = (day: string): string => dayOf(Date.parse(day) + dayMs);

/**
 * The day on which a term of so many working days ends that begins the day after `day`. Weekends do not count; public
 * holidays are not known here and count as working days, so the true term may end later.
 * @param day ISO 8601, `2026-11-25`
 */
export function workingDaysAfter(day: string, count: number): string {
  let end = day;
  for (let left = count; left > 0; ) {
    end = nextDay(end);
    if (!isWeekend(end)) left -= 1;
  }
  return end;
}
