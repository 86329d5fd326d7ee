import { iterationConstants, leadingRows, substitutionHex } from './streebog-constants.ts';

/** Length of a Streebog digest in bits. */
export type StreebogSize = 256 | 512;

/** A running Streebog computation. `digest` ends it: nothing may be added afterwards. */
export interface Streebog {
  update(data: Uint8Array): Streebog;
  /** The digest in the byte order of RFC 6986 as OpenSSL and the tokens give it: 32 or 64 bytes. */
  digest(): Uint8Array;
}

const BLOCK = 64;
const WORDS = 16;

const bytesOf = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** A 512-bit value as sixteen 32-bit words, least significant first; `hex` has its most significant byte first. */
const wordsOf = (hex: string): Int32Array => {
  const view = new DataView(bytesOf(hex).buffer);
  return Int32Array.from({ length: WORDS }, (_, index) => view.getInt32(BLOCK - 4 * (index + 1)));
};

const divideByX = (byte: number): number => (byte >>> 1) ^ (byte & 1 ? 0x8e : 0);

/**
 * Substitution, permutation and matrix in one look-up: entry `(position << 9) | (byte << 1)` holds the low and the
 * high half of what a byte at this position of a 64-bit word contributes. 16 KiB, so it stays in the first cache.
 */
function buildTable(): Int32Array {
  const substitution = bytesOf(substitutionHex);
  const table = new Int32Array(8 << 9);
  leadingRows.forEach((hex, row) => {
    const rows = [bytesOf(hex)];
    for (let bit = 1; bit < 8; bit += 1) rows.push((rows[bit - 1] ?? new Uint8Array(8)).map(divideByX));
    const position = 7 - row;
    for (let byte = 0; byte < 256; byte += 1) {
      const substituted = substitution[byte] ?? 0;
      const sum = new Uint8Array(8);
      rows.forEach((bytes, bit) => {
        if (substituted & (0x80 >>> bit)) for (let at = 0; at < 8; at += 1) sum[at] = (sum[at] ?? 0) ^ (bytes[at] ?? 0);
      });
      const view = new DataView(sum.buffer);
      table[(position << 9) | (byte << 1)] = view.getInt32(4);
      table[(position << 9) | (byte << 1) | 1] = view.getInt32(0);
    }
  });
  return table;
}

const table = buildTable();
const constants = iterationConstants.map(wordsOf);

// Typed-array reads below cannot be out of range: every index is masked to a byte or runs over sixteen words.
// `| 0` turns the checker's `undefined` case into a number and costs nothing in compiled code.
const word = (words: Int32Array, index: number): number => (words[index] as number) | 0;

/** `out = LPS(a xor b)`. The permutation makes byte `i` of each input word meet in output word `i`. */
function lps(out: Int32Array, a: Int32Array, b: Int32Array): void {
  const t = table;
  for (let half = 0; half < 2; half += 1) {
    const x0 = word(a, half) ^ word(b, half);
    const x1 = word(a, half + 2) ^ word(b, half + 2);
    const x2 = word(a, half + 4) ^ word(b, half + 4);
    const x3 = word(a, half + 6) ^ word(b, half + 6);
    const x4 = word(a, half + 8) ^ word(b, half + 8);
    const x5 = word(a, half + 10) ^ word(b, half + 10);
    const x6 = word(a, half + 12) ^ word(b, half + 12);
    const x7 = word(a, half + 14) ^ word(b, half + 14);
    for (let shift = 0; shift < 32; shift += 8) {
      const i0 = ((x0 >>> shift) & 255) << 1;
      const i1 = 512 | (((x1 >>> shift) & 255) << 1);
      const i2 = 1024 | (((x2 >>> shift) & 255) << 1);
      const i3 = 1536 | (((x3 >>> shift) & 255) << 1);
      const i4 = 2048 | (((x4 >>> shift) & 255) << 1);
      const i5 = 2560 | (((x5 >>> shift) & 255) << 1);
      const i6 = 3072 | (((x6 >>> shift) & 255) << 1);
      const i7 = 3584 | (((x7 >>> shift) & 255) << 1);
      const to = (half << 3) | (shift >>> 2);
      out[to] =
        word(t, i0) ^ word(t, i1) ^ word(t, i2) ^ word(t, i3) ^ word(t, i4) ^ word(t, i5) ^ word(t, i6) ^ word(t, i7);
      out[to + 1] =
        word(t, i0 + 1) ^
        word(t, i1 + 1) ^
        word(t, i2 + 1) ^
        word(t, i3 + 1) ^
        word(t, i4 + 1) ^
        word(t, i5 + 1) ^
        word(t, i6 + 1) ^
        word(t, i7 + 1);
    }
  }
}

/** `sum += addend` modulo 2^512. */
function add(sum: Int32Array, addend: Int32Array): void {
  let carry = 0;
  for (let index = 0; index < WORDS; index += 1) {
    const total = (word(sum, index) >>> 0) + (word(addend, index) >>> 0) + carry;
    sum[index] = total | 0;
    carry = total > 0xffffffff ? 1 : 0;
  }
}

function loadBlock(block: Int32Array, data: Uint8Array, offset: number): void {
  for (let index = 0; index < WORDS; index += 1) {
    const at = offset + 4 * index;
    block[index] =
      (data[at] as number) |
      ((data[at + 1] as number) << 8) |
      ((data[at + 2] as number) << 16) |
      ((data[at + 3] as number) << 24);
  }
}

/**
 * Starts a Streebog digest (GOST R 34.11-2012, RFC 6986).
 * @param size digest length in bits
 */
export function createStreebog(size: StreebogSize): Streebog {
  const h = new Int32Array(WORDS).fill(size === 256 ? 0x01010101 : 0);
  const length = new Int32Array(WORDS);
  const sum = new Int32Array(WORDS);
  const block = new Int32Array(WORDS);
  const zero = new Int32Array(WORDS);
  const blockLength = new Int32Array(WORDS);
  // Two buffers each for the key schedule and the state: `lps` must not write what it still reads.
  let key = new Int32Array(WORDS);
  let nextKey = new Int32Array(WORDS);
  let state = new Int32Array(WORDS);
  let nextState = new Int32Array(WORDS);
  const pending = new Uint8Array(BLOCK);
  let pendingLength = 0;

  const compress = (n: Int32Array, message: Int32Array): void => {
    lps(key, h, n);
    state.set(message);
    for (const constant of constants) {
      lps(nextState, state, key);
      [state, nextState] = [nextState, state];
      lps(nextKey, key, constant);
      [key, nextKey] = [nextKey, key];
    }
    for (let index = 0; index < WORDS; index += 1)
      h[index] = word(h, index) ^ word(state, index) ^ word(key, index) ^ word(message, index);
  };

  const absorb = (data: Uint8Array, offset: number, bits: number): void => {
    loadBlock(block, data, offset);
    compress(length, block);
    blockLength[0] = bits;
    add(length, blockLength);
    add(sum, block);
  };

  const streebog: Streebog = {
    update(data) {
      let offset = 0;
      if (pendingLength > 0) {
        offset = Math.min(BLOCK - pendingLength, data.length);
        pending.set(data.subarray(0, offset), pendingLength);
        pendingLength += offset;
        if (pendingLength < BLOCK) return streebog;
        absorb(pending, 0, 512);
        pendingLength = 0;
      }
      for (; offset + BLOCK <= data.length; offset += BLOCK) absorb(data, offset, 512);
      pending.set(data.subarray(offset));
      pendingLength = data.length - offset;
      return streebog;
    },
    digest() {
      pending.fill(0, pendingLength);
      pending[pendingLength] = 1;
      absorb(pending, 0, pendingLength * 8);
      compress(zero, length);
      compress(zero, sum);
      const bytes = new Uint8Array(BLOCK);
      const view = new DataView(bytes.buffer);
      h.forEach((value, index) => {
        view.setInt32(4 * index, value, true);
      });
      return bytes.slice(size === 256 ? 32 : 0);
    },
  };
  return streebog;
}

/** Streebog-256 of `data`: 32 bytes. */
export const streebog256 = (data: Uint8Array): Uint8Array => createStreebog(256).update(data).digest();

/** Streebog-512 of `data`: 64 bytes. */
export const streebog512 = (data: Uint8Array): Uint8Array => createStreebog(512).update(data).digest();
