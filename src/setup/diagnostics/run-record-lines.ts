import type { Json } from '../../shared/redaction/redactor.ts';

// The log's own form: [2026-11-26 20:40:37.120] [info]  record/sign-in {"outcome":"signed-in"}
const line = /^\[([^\]]{1,40})\] \[\w{1,10}\] {1,4}record\/(\S{1,100}) (\{.*\})$/;

function readFacts(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** Entries of the run record out of the program's log, in which they are kept; `null` where there are none. */
export function runRecordOf(log: string): Json {
  const entries = log.split(/\r?\n/).flatMap((text) => {
    const [, at, event, facts] = line.exec(text) ?? [];
    return at && event && facts ? [{ at, event, facts: readFacts(facts) }] : [];
  });
  return entries.length === 0 ? null : entries;
}
