const blockSize = 256;

/**
 * Heights of very many lines, of which only those that have been seen are measured. Offsets are found through sums of
 * blocks, so that neither a measurement nor a question touches every line.
 */
export class LineHeights {
  readonly #heights: Float32Array;
  readonly #blocks: Float64Array;
  #total = 0;

  /** @param heights of the lines, in CSS pixels: measured before, or guessed */
  constructor(heights: Float32Array) {
    this.#heights = heights;
    this.#blocks = new Float64Array(Math.ceil(heights.length / blockSize));
    for (let line = 0; line < heights.length; line += 1) this.#add(line, heights[line] ?? 0);
  }

  get count(): number {
    return this.#heights.length;
  }

  /** Height of all lines. */
  get total(): number {
    return this.#total;
  }

  of(line: number): number {
    return this.#heights[line] ?? 0;
  }

  set(line: number, height: number): void {
    this.#add(line, height - this.of(line));
    this.#heights[line] = height;
  }

  #add(line: number, change: number): void {
    const block = Math.floor(line / blockSize);
    this.#blocks[block] = (this.#blocks[block] ?? 0) + change;
    this.#total += change;
  }

  /** Where a line begins; the total for the line after the last. */
  offsetOf(line: number): number {
    const block = Math.floor(line / blockSize);
    let offset = 0;
    for (let before = 0; before < block; before += 1) offset += this.#blocks[before] ?? 0;
    for (let before = block * blockSize; before < line; before += 1) offset += this.of(before);
    return offset;
  }

  /** The line at an offset, at most the last. */
  lineAt(offset: number): number {
    let [block, left] = [0, offset];
    while (block < this.#blocks.length - 1 && left >= (this.#blocks[block] ?? 0)) {
      left -= this.#blocks[block] ?? 0;
      block += 1;
    }
    let line = block * blockSize;
    while (line < this.count - 1 && left >= this.of(line)) {
      left -= this.of(line);
      line += 1;
    }
    return line;
  }
}
