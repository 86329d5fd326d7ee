import type { UtmDate } from '../../shared/domain/utm.ts';

// `yyyy-MM-dd HH:mm:ss Z` in /api/info/list; `DD.MM.YYYY HH:MM:SS+0500`, also with a blank, in the orginfo answers.
const yearFirst = /^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})(?:\.\d+)? ?([+-])(\d{2}):?(\d{2})$/;
const dayFirst = /^(\d{2})\.(\d{2})\.(\d{4}) (\d{2}):(\d{2}):(\d{2})(?:\.\d+)? ?([+-])(\d{2}):?(\d{2})$/;

function isoOf(text: string): string | null {
  const [, a, b, c, ...rest] = yearFirst.exec(text) ?? dayFirst.exec(text) ?? [];
  const [hour, minute, second, sign, zoneHours, zoneMinutes] = rest;
  if (a === undefined || b === undefined || c === undefined) return null;
  const [year, month, day] = a.length === 4 ? [a, b, c] : [c, b, a];
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${zoneHours}:${zoneMinutes}`);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
}

/** A whole structure in the place of a date is not written out: it may be as deep and as long as its sender likes. */
const textOf = (value: unknown): string => (typeof value === 'object' ? '…' : String(value).trim());

/** Reads a date field of the UTM. Whatever is not a date with its time zone is kept as the text it is. */
export function utmDate(value: unknown): UtmDate {
  if (value === null || value === undefined || value === '') return { kind: 'absent' };
  const text = textOf(value);
  const iso = isoOf(text);
  return iso === null ? { kind: 'text', text } : { kind: 'date', iso };
}
