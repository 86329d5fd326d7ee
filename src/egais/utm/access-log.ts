import type { UtmPost } from '../../shared/domain/utm.ts';

// Tomcat's “common” form; that a UTM's has the stamp of that form is inferred, its request, status and size are seen.
const post = /"POST \/opt\/in\/?([\w.-]{0,60})(?:\?[^"\s]{0,200})? HTTP\/\d(?:\.\d)?" (\d{3}) (\d{1,12}|-)/;
const stamp = /\[(\d{2})\/([A-Z][a-z]{2})\/(20\d{2}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})\]/;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const longestLine = 2_000;

function momentOf(line: string): string | null {
  const [, day, name = '', year, time, hours, minutes] = stamp.exec(line) ?? [];
  const month = String(months.indexOf(name) + 1).padStart(2, '0');
  const at = new Date(`${year}-${month}-${day}T${time}${hours}:${minutes}`);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

function postIn(raw: string): UtmPost | null {
  const line = raw.slice(0, longestLine);
  const [, document, status, size] = post.exec(line) ?? [];
  if (document === undefined) return null;
  return { at: momentOf(line), document, status: Number(status), size: size === '-' ? null : Number(size) };
}

/**
 * The last document that was given to the UTM, by the ends of its access logs, the newest log first; `null` when they
 * tell of none. Never throws; time grows with the text alone.
 */
export function lastPostIn(logs: readonly string[]): UtmPost | null {
  for (const log of logs) {
    for (const line of log.split('\n').reverse()) {
      const found = postIn(line);
      if (found !== null) return found;
    }
  }
  return null;
}
