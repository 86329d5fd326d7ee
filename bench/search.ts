import { searchSubdivisions } from '../src/shared/subdivision-search/search.ts';
import { indexSubdivisions } from '../src/shared/subdivision-search/search-index.ts';
import { chainOf, keystrokes, listLengths } from './chain.ts';
import { type Figures, figuresOf } from './figures.ts';

/** Milliseconds for the search of one keystroke, and for one look through every row with `includes`. */
const goalMs = 5;
const rounds = 5;

const timeOf = (work: () => unknown): number => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

/** The search of every keystroke alone, beside a plain look through all rows for the same words. */
export function benchSearch(): readonly Figures[] {
  return listLengths.map((count) => {
    const rows = chainOf(count);
    const index = indexSubdivisions(rows);
    const texts = rows.map((row) => `${row.kpp} ${row.address} ${row.fsrarId} ${row.shortName}`.toLowerCase());
    const lookThrough = (query: string) =>
      texts.filter((text) => query.split(' ').every((word) => text.includes(word))).length;
    const measured = (search: (query: string) => unknown) => {
      for (const query of keystrokes) search(query);
      return Array.from({ length: rounds }, () => keystrokes.map((query) => timeOf(() => search(query)))).flat();
    };
    const plain = figuresOf('every row with includes()', measured(lookThrough));
    const floor = { name: plain.name, p95: plain.p95 };
    return figuresOf(
      `search, ${count} rows`,
      measured((query) => searchSubdivisions(index, query)),
      { goal: goalMs, floor },
    );
  });
}
