import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../json-file.ts';

/** `in`: what the shop gave the UTM, `out`: what came for it from the agency; so named by the UTM. */
export type Box = 'in' | 'out';

const documentSchema = z.object({
  id: z.number().int(),
  uuid: z.string(),
  docType: z.string(),
  /** ISO. */
  at: z.string(),
  /** Of a document of the shop: whether an exchange has taken it to the agency. */
  sent: z.boolean(),
  /** Of a document of the agency: the `uuid` of what it answers. */
  replyId: z.string().nullable(),
  xml: z.string(),
});
export type StoredDocument = z.infer<typeof documentSchema>;

/** Documents in the database of a stand-in UTM: they outlive its runs, and go with the database. */
export class DocumentStore {
  readonly #folder: string;

  /** @param database the folder `transportDB` */
  constructor(database: string) {
    this.#folder = join(database, 'documents');
  }

  /** Oldest first. */
  all(box: Box): readonly StoredDocument[] {
    return this.#ids(box).flatMap((id) => readJsonFile(this.#file(box, id), documentSchema) ?? []);
  }

  unsent(): readonly StoredDocument[] {
    return this.all('in').filter(({ sent }) => !sent);
  }

  add(box: Box, document: Omit<StoredDocument, 'id'>): StoredDocument {
    const stored = { id: (this.#ids(box).at(-1) ?? 0) + 1, ...document };
    this.put(box, stored);
    return stored;
  }

  put(box: Box, document: StoredDocument): void {
    writeJsonFile(this.#file(box, document.id), document);
  }

  find(box: Box, id: number): StoredDocument | null {
    return readJsonFile(this.#file(box, id), documentSchema);
  }

  remove(box: Box, id: number): void {
    rmSync(this.#file(box, id), { force: true });
  }

  #file(box: Box, id: number): string {
    return join(this.#folder, box, `${id}.json`);
  }

  #ids(box: Box): readonly number[] {
    try {
      const names = readdirSync(join(this.#folder, box));
      return names
        .flatMap((name) => (/^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : []))
        .sort((a, b) => a - b);
    } catch {
      return [];
    }
  }
}
