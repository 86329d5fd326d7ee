/** The number that `bytes` hold, most significant byte first. */
export const bigEndianToNumber = (bytes: Uint8Array): bigint =>
  bytes.length === 0 ? 0n : BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** The number that `bytes` hold, least significant byte first. */
export const littleEndianToNumber = (bytes: Uint8Array): bigint => bigEndianToNumber(bytes.toReversed());

/** `value` as `length` bytes, most significant first. `value` must fit. */
export const numberToBigEndian = (value: bigint, length: number): Uint8Array =>
  Uint8Array.from(Buffer.from(value.toString(16).padStart(2 * length, '0'), 'hex'));

/** `value` as `length` bytes, least significant first. `value` must fit. */
export const numberToLittleEndian = (value: bigint, length: number): Uint8Array =>
  numberToBigEndian(value, length).toReversed();
