import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import {
  type Entry,
  fromRandomAccessReader,
  getFileNameLowLevel,
  type LocalFileHeader,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { type ArchiveEntry, MAX_ENTRIES } from './archive-rules.ts';

/** An archive whose list could be read, and a way to the bytes of each of its files. */
export interface OpenArchive {
  readonly entries: readonly ArchiveEntry[];
  /** The decompressed bytes; ends with an error when they are more or fewer than the list says. */
  read(entry: ArchiveEntry): Promise<Readable>;
}

/** More files than an honest archive has. */
export class TooManyEntries extends Error {}

const PIECE = 64 * 1024;

async function* piecesOf(handle: FileHandle, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < end; ) {
    const room = new Uint8Array(Math.min(PIECE, end - at));
    const { bytesRead } = await handle.read(room, 0, room.length, at);
    if (bytesRead === 0) throw new RangeError('the file has become shorter');
    yield room.subarray(0, bytesRead);
    at += bytesRead;
  }
}

// biome-ignore lint/correctness/useYield: a stream that fails at its first byte
async function* beyond(): AsyncGenerator<Uint8Array> {
  throw new RangeError('beyond the file');
}

/** The file of an archive; what lies outside of it is an error and no exception, whatever the archive says. */
class ArchiveFile extends RandomAccessReader {
  readonly #handle: FileHandle;
  readonly #size: number;

  constructor(handle: FileHandle, size: number) {
    super();
    this.#handle = handle;
    this.#size = size;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    const within = Number.isSafeInteger(start) && start >= 0 && start < end && end <= this.#size;
    return Readable.from(within ? piecesOf(this.#handle, start, end) : beyond(), { objectMode: false });
  }

  override close(done: (error: Error | null) => void): void {
    setImmediate(() => done(null));
  }
}

const openZip = (file: ArchiveFile, size: number): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    // Names are judged by our own rules, so they are not decoded here; nothing is closed behind our back.
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false, validateEntrySizes: true };
    fromRandomAccessReader(file, size, options, (error, zip) => (error ? reject(error) : resolve(zip)));
  });

const listed = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      if (entries.length > MAX_ENTRIES) reject(new TooManyEntries());
      else zip.readEntry();
    });
    zip.readEntry();
  });

/** What a file's own header says: the list is not the only one to name it. */
const ownHeader = (zip: ZipFile, entry: Entry): Promise<LocalFileHeader> =>
  new Promise((resolve, reject) => {
    zip.readLocalFileHeader(entry, {}, (error, header) => (error ? reject(error) : resolve(header)));
  });

async function understood(zip: ZipFile, entry: Entry): Promise<ArchiveEntry> {
  const { generalPurposeBitFlag, fileNameRaw, extraFields, compressedSize, externalFileAttributes } = entry;
  const own = await ownHeader(zip, entry);
  return {
    name: getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, true),
    compressedSize,
    size: entry.uncompressedSize,
    crc32: entry.crc32,
    encrypted: entry.isEncrypted(),
    method: entry.compressionMethod,
    unixMode: externalFileAttributes >>> 16,
    start: entry.relativeOffsetOfLocalHeader,
    end: own.fileDataStart + compressedSize,
    namedAlike: Buffer.compare(own.fileName, fileNameRaw) === 0,
  };
}

/** @throws Error when this is no archive, or one whose list does not hold; `TooManyEntries` when the list is too long. */
export async function openArchive(handle: FileHandle): Promise<OpenArchive> {
  const { size } = await handle.stat();
  const zip = await openZip(new ArchiveFile(handle, size), size);
  const raw = await listed(zip);
  const entries: ArchiveEntry[] = [];
  const rawOf = new Map<ArchiveEntry, Entry>();
  for (const each of raw) {
    const entry = await understood(zip, each);
    entries.push(entry);
    rawOf.set(entry, each);
  }
  return {
    entries,
    read: (entry) =>
      new Promise((resolve, reject) => {
        const own = rawOf.get(entry);
        if (own === undefined) reject(new Error('a file of another archive'));
        else
          zip.openReadStream(own, (error, stream) => {
            if (error) return reject(error);
            // Of two failures the reader hears the first, and the second must not be nobody's.
            stream.on('error', () => undefined);
            resolve(stream);
          });
      }),
  };
}
