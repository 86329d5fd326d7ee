import { readJsonFile, writeJsonFile } from '../json-file.ts';
import { type ComputerRecord, computerRecordSchema } from './records.ts';

/** A practice computer as it is now: a file, because the helper that changes it is a process of its own. */
export class ComputerFile {
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  /** @throws Error when nobody has written it yet, or something else stands there */
  read(): ComputerRecord {
    const record = readJsonFile(this.#file, computerRecordSchema);
    if (record === null) throw new Error(`There is no practice computer in ${this.#file}`);
    return record;
  }

  write(record: ComputerRecord): void {
    writeJsonFile(this.#file, record);
  }
}
