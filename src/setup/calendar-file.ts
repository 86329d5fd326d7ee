import { createHash } from 'node:crypto';
import type { ExportedFile } from './certificate-export.ts';

/** A day to be reminded of. */
export interface CalendarDay {
  /** What this entry is told from all others by, and known again by where it is saved anew (RFC 5545, 3.8.4.7). */
  readonly identity: readonly (string | number)[];
  /** ISO 8601 date. */
  readonly date: string;
  readonly title: string;
  readonly text: string;
}

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines longer than 75 octets are folded between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  for (const character of line) {
    if (Buffer.byteLength(part + character) > 73) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part].join('\r\n ');
}

const compact = (iso: string): string => iso.slice(0, 10).replaceAll('-', '');
const stamp = (at: Date): string => `${at.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;

const uidOf = ({ identity }: CalendarDay): string =>
  `${createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32)}@egais-wizard`;

const entry = (day: CalendarDay, at: Date): readonly string[] => {
  const next = new Date(Date.parse(`${day.date.slice(0, 10)}T00:00:00Z`) + 24 * 60 * 60 * 1000);
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(day)}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART;VALUE=DATE:${compact(day.date)}`,
    `DTEND;VALUE=DATE:${compact(next.toISOString())}`,
    `SUMMARY:${escaped(day.title)}`,
    `DESCRIPTION:${escaped(day.text)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(day.title)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ];
};

/** A calendar file (RFC 5545) of whole-day entries, each with a reminder at nine in the morning of its day. */
export function calendarFile(days: readonly CalendarDay[], name: string, at: Date): ExportedFile {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//EGAIS Wizard//RU',
    ...days.flatMap((day) => entry(day, at)),
    'END:VCALENDAR',
  ];
  return { name, bytes: new TextEncoder().encode(`${lines.map(folded).join('\r\n')}\r\n`) };
}
