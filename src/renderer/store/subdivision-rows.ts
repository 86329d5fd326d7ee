import { useEffect, useState } from 'react';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import { ask } from '../bridge.ts';

/** The list as far as it has come over from the main process. */
export interface ArrivingRows {
  /** `null` until all of them are here. */
  readonly rows: readonly Subdivision[] | null;
  /** The revision these rows are of; it lags behind while the next ones are on their way. */
  readonly revision: number;
  readonly arrived: number;
}

const none: ArrivingRows = { rows: null, revision: 0, arrived: 0 };

/** Keeps one copy of a text that stands in very many rows. */
function onceEach(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

/** Fetches all rows of a revision, part by part; `null` when the list has changed meanwhile or was refused. */
async function fetchRows(
  revision: number,
  wanted: AbortSignal,
  onArrived: (count: number) => void,
): Promise<readonly Subdivision[] | null> {
  const once = onceEach();
  const rows: Subdivision[] = [];
  while (!wanted.aborted) {
    const reply = await ask('subdivisions:list', { from: rows.length });
    if (!reply.ok || reply.value.revision !== revision) return null;
    for (const row of reply.value.rows) {
      const { fullName, shortName, legalAddress, ...own } = row;
      rows.push({ ...own, fullName: once(fullName), shortName: once(shortName), legalAddress: once(legalAddress) });
    }
    if (rows.length >= reply.value.total) return rows;
    onArrived(rows.length);
  }
  return null;
}

/** The rows of the list, fetched anew whenever `revision` changes. The last ones stay until the next are here. */
export function useSubdivisionRows(revision: number): ArrivingRows {
  const [arriving, setArriving] = useState(none);
  useEffect(() => {
    const stop = new AbortController();
    const onArrived = (arrived: number) => setArriving((last) => ({ ...last, arrived }));
    void fetchRows(revision, stop.signal, onArrived).then((rows) => {
      if (rows !== null && !stop.signal.aborted) setArriving({ rows, revision, arrived: rows.length });
    });
    return () => stop.abort();
  }, [revision]);
  return arriving;
}
