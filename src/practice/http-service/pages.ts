import { largestPage } from '../../egais/service/service-wire.ts';
import type { CommonRefusal, Refuse } from './refusals.ts';
import { type Reply, reply } from './reply.ts';

const usualPage = 500;

/** One page of a list, by the query's `limit` and `cursor`. The cursor is where the next page begins. */
export function pageOf<T>(
  rows: readonly T[],
  query: URLSearchParams,
  written: (row: T) => unknown,
  refuse: Refuse<CommonRefusal>,
): Reply {
  const limit = query.get('limit') ?? String(usualPage);
  const cursor = query.get('cursor') ?? 'from-0';
  const [, from] = /^from-(\d{1,7})$/.exec(cursor) ?? [];
  const length = /^\d{1,5}$/.test(limit) ? Number(limit) : 0;
  if (from === undefined || length < 1 || length > largestPage) return refuse('MALFORMED_REQUEST');
  const start = Number(from);
  const end = start + length;
  return reply(200, {
    rows: rows.slice(start, end).map(written),
    nextCursor: end < rows.length ? `from-${end}` : null,
  });
}
