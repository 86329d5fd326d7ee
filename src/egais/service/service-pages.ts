import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

interface Page<T> {
  readonly rows: readonly T[];
  readonly nextCursor: string | null;
}

/** Beyond this no list goes: twice the largest that the wizard is made for. */
const mostRows = 200_000;

/**
 * Reads a list page by page, to its end. A list that does not get on is unreadable, one that does not end is too large.
 * @param limitMs for all pages
 * @param ask asks for the page of a cursor, `null` for the first
 */
export async function readAllPages<T>(
  url: string,
  limitMs: number,
  ask: (cursor: string | null) => Promise<Result<Page<T>>>,
): Promise<Result<readonly T[]>> {
  const end = performance.now() + limitMs;
  const rows: T[] = [];
  const seen = new Set<string>();
  let cursor: string | null = null;
  for (;;) {
    const page: Result<Page<T>> = await ask(cursor);
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    cursor = page.value.nextCursor;
    if (cursor === null) return succeed(rows);
    if (rows.length > mostRows || performance.now() > end)
      return fail(problem('ACCOUNT_ANSWER_TOO_LARGE', { url }, { rows: rows.length }));
    const stuck = page.value.rows.length === 0 || seen.has(cursor);
    if (stuck) return fail(problem('ACCOUNT_ANSWER_UNREADABLE', { url }, { cause: 'the list does not get on' }));
    seen.add(cursor);
  }
}
