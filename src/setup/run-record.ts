/** One line of the run record: what was done to a token or a UTM, for the person who has to explain it later. */
interface RunRecordEntry {
  readonly event: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** Where the entries go. Writing never fails a use case: an unwritable record is the recorder's own trouble. */
export interface RunRecord {
  write(entry: RunRecordEntry): void;
}
