/** Heights in CSS pixels before anything is measured, as the style sheet makes them. */
const usual = { heading: 36, row: 72 } as const;

/** Measured heights of a heading and of rows, kept while the list is searched. They hold for one width of the box. */
export class KnownHeights {
  heading: number = usual.heading;
  #typical: number = usual.row;
  #rows = new Float32Array();
  #width = 0;

  of(row: number): number {
    return this.#rows[row] || this.#typical;
  }

  set(row: number, height: number): void {
    this.#rows[row] = height;
    this.#typical = height;
  }

  /** Forgets what was measured at another width, or of another list; answers whether that was so. */
  forget(width: number, rows: number): boolean {
    if (width === this.#width && rows === this.#rows.length) return false;
    this.#rows = new Float32Array(rows);
    this.#width = width;
    return true;
  }
}
