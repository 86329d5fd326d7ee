import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive, and whatever its headers are to say instead of the truth. */
export interface ZipFile {
  readonly name: string | Buffer;
  readonly content?: Buffer;
  readonly stored?: boolean;
  /** In its own header. */
  readonly ownName?: string;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  readonly size?: number;
  readonly compressedSize?: number;
  /** Data as they are, in place of the compressed content. */
  readonly raw?: Buffer;
  readonly unixMode?: number;
  readonly extra?: Buffer;
  /** Of the own header, in place of where it is. */
  readonly offset?: number;
  /** In the list alone. */
  readonly listedOnly?: boolean;
}

const numbers = (...fields: readonly (readonly [number, 2 | 4])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, width]) => {
      const bytes = Buffer.alloc(width);
      bytes.writeUIntLE(value, 0, width);
      return bytes;
    }),
  );

/** An archive, byte by byte (APPNOTE.TXT of PKWARE). */
export function zip(
  files: readonly ZipFile[],
  end: { readonly count?: number; readonly offset?: number } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const ownName = Buffer.from(file.ownName ?? file.name);
    const content = file.content ?? Buffer.alloc(0);
    const data = file.raw ?? (file.stored ? content : deflateRawSync(content));
    const extra = file.extra ?? Buffer.alloc(0);
    const common = (length: number) =>
      numbers(
        [20, 2],
        [file.flags ?? 0x800, 2],
        [file.method ?? (file.stored ? 0 : 8), 2],
        [0, 2],
        [0x5d32, 2],
        [file.crc ?? crc32(content), 4],
        [file.compressedSize ?? data.length, 4],
        [file.size ?? content.length, 4],
        [length, 2],
      );
    const own = Buffer.concat([numbers([0x04034b50, 4]), common(ownName.length), numbers([0, 2]), ownName, data]);
    list.push(
      Buffer.concat([
        numbers([0x02014b50, 4], [0x031e, 2]),
        common(name.length),
        numbers(
          [extra.length, 2],
          [0, 2],
          [0, 2],
          [0, 2],
          [(file.unixMode ?? 0o100644) * 65_536, 4],
          [file.offset ?? at, 4],
        ),
        name,
        extra,
      ]),
    );
    if (file.listedOnly) continue;
    bodies.push(own);
    at += own.length;
  }
  const directory = Buffer.concat(list);
  const count = end.count ?? files.length;
  return Buffer.concat([
    ...bodies,
    directory,
    numbers(
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
      [directory.length, 4],
      [end.offset ?? at, 4],
      [0, 2],
    ),
  ]);
}

export const installerName = 'silent-setup-4.2.0-b2689.exe';

/** Bytes that hardly shrink, as an installer's. */
export function installerBytes(length: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = 2026;
  for (let index = 0; index < length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    bytes[index] = state >>> 16;
  }
  bytes.write('MZ', 0);
  return bytes;
}

/** `ZIP64` numbers in place of those of 32 bits. */
export const zip64Extra = (...values: readonly bigint[]): Buffer => {
  const data = Buffer.alloc(8 * values.length);
  for (const [index, value] of values.entries()) data.writeBigUInt64LE(value, index * 8);
  return Buffer.concat([numbers([1, 2], [data.length, 2]), data]);
};
