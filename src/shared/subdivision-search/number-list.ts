/** Numbers in arrival order, in one growing block of memory. */
export class NumberList {
  #numbers: Uint32Array;
  length = 0;

  constructor(room = 1024) {
    this.#numbers = new Uint32Array(room);
  }

  push(number: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length] = number;
    this.length += 1;
  }

  /** The numbers as they lie in memory; valid until the next `push`. */
  get view(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}
