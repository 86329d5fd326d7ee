/**
 * Heights of very many lines, nearly all of which are as high as any other: only those that are not are kept, so that
 * neither a new list nor a question touches every line.
 */
export class LineHeights {
  readonly count: number;
  readonly #typical: number;
  /** Lines of another height, and how much higher than typical they are. */
  readonly #higherBy = new Map<number, number>();

  /** @param typical height of a line that is not set, in CSS pixels */
  constructor(count: number, typical: number) {
    this.count = count;
    this.#typical = typical;
  }

  /** Height of all lines. */
  get total(): number {
    return this.offsetOf(this.count);
  }

  of(line: number): number {
    return this.#typical + (this.#higherBy.get(line) ?? 0);
  }

  set(line: number, height: number): void {
    if (height === this.#typical) this.#higherBy.delete(line);
    else this.#higherBy.set(line, height - this.#typical);
  }

  /** Where a line begins; the total for the line after the last. */
  offsetOf(line: number): number {
    let offset = line * this.#typical;
    for (const [other, higherBy] of this.#higherBy) if (other < line) offset += higherBy;
    return offset;
  }

  /** The line at an offset, at most the last. */
  lineAt(offset: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.offsetOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
