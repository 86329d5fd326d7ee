/** A calendar day as powers of attorney write it, `YYYY-MM-DD`; such texts compare as the days do. */
export type Day = string;

const form = /^(\d{4})-(\d\d)-(\d\d)$/;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month counted from one; none in a month that does not exist. */
const daysIn = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0));

/** What is wrong with a text as a day; `null` where nothing is. */
export function dayFault(text: string): 'date-form-wrong' | 'date-impossible' | null {
  if (!form.test(text)) return 'date-form-wrong';
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return day >= 1 && day <= daysIn(year, month) ? null : 'date-impossible';
}

/** A good day, or `null`. */
export const dayOf = (text: string | null): Day | null => (text !== null && dayFault(text) === null ? text : null);

/** The day that a moment is on this computer. */
export const dayOn = (moment: Date): Day =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'))
    .join('-');

/** `2027-09-18` → `18.09.2027`. */
export const printedDay = (day: Day): string => day.replace(form, '$3.$2.$1');
