import { LineHeights } from './line-heights.ts';
import type { PlaceLines } from './place-lines.ts';
import { placeAmong } from './place-list.ts';

/** Heights in CSS pixels before anything is measured, as the style sheet makes them. */
const usual = { heading: 36, row: 72 } as const;

/** Measured heights of a heading and of rows, kept while the list is searched. They hold for one width of the box. */
export class KnownHeights {
  heading: number = usual.heading;
  #typical: number = usual.row;
  readonly #rows = new Map<number, number>();
  #width = 0;

  set(row: number, height: number): void {
    this.#rows.set(row, height);
    this.#typical = height;
  }

  /** Forgets what was measured at another width; answers whether that was so. */
  forget(width: number): boolean {
    if (width === this.#width) return false;
    this.#rows.clear();
    this.#width = width;
    return true;
  }

  /** The heights of all lines: those of rows never measured are taken to be as the last one was. */
  of(lines: PlaceLines, found: Uint32Array): LineHeights {
    const heights = new LineHeights(lines.count, this.#typical);
    for (const line of lines.headings()) heights.set(line, this.heading);
    for (const [row, height] of this.#rows) {
      const place = placeAmong(found, row);
      if (place !== null) heights.set(lines.lineOf(place), height);
    }
    return heights;
  }
}
