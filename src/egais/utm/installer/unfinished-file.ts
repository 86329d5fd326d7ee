import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { z } from 'zod';

/** What is remembered of a file that has not come whole, so that it can go on. */
const noteSchema = z.object({
  url: z.string(),
  /** Either of them says whether the file on the site is still the same. */
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  length: z.number().int().positive(),
});
export type DownloadNote = z.infer<typeof noteSchema>;

const MAX_NOTE_BYTES = 10_000;

/** Bytes on the disk that can be gone on from. */
export interface Beginning {
  readonly note: DownloadNote;
  readonly size: number;
}

/** A file on its way: `FILE.part`, with its note `FILE.part.json`, and at the end `FILE`. */
export interface UnfinishedFile {
  readonly part: string;
  /** `null` where there is nothing to go on from. */
  beginning(url: string): Promise<Beginning | null>;
  /** Remembers a file that is about to come from its first byte. */
  begin(note: DownloadNote): Promise<void>;
  forget(): Promise<void>;
  /** All is here: it gets its name. */
  finish(): Promise<void>;
}

async function readNote(file: string): Promise<DownloadNote | null> {
  try {
    const text = await readFile(file, 'utf8');
    if (text.length > MAX_NOTE_BYTES) return null;
    return noteSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );

/** A tag that begins with `W/` says that two files mean the same, not that their bytes are the same (RFC 9110, 8.8.1). */
export const validatorOf = ({ etag, lastModified }: DownloadNote): string | null =>
  etag !== null && !etag.startsWith('W/') ? etag : lastModified;

export function unfinishedFile(file: string): UnfinishedFile {
  const part = `${file}.part`;
  const noteFile = `${part}.json`;
  const forget = async (): Promise<void> => {
    await rm(noteFile, { force: true });
    await rm(part, { force: true });
  };
  return {
    part,
    async beginning(url) {
      const [note, size] = [await readNote(noteFile), await sizeOf(part)];
      if (note === null || note.url !== url || validatorOf(note) === null) return null;
      return size > 0 && size <= note.length ? { note, size } : null;
    },
    async begin(note) {
      // Without its note nobody goes on from the bytes of another file.
      await forget();
      await writeFile(part, '', { flag: 'wx' });
      await writeFile(noteFile, JSON.stringify(note), { flag: 'wx' });
    },
    forget,
    async finish() {
      await rename(part, file);
      await rm(noteFile, { force: true });
    },
  };
}
