import { z } from 'zod';

/** What a UTM's database is, and what is lost with it: shown before a person confirms that it is put aside. */
export const foreignDatabaseSchema = z.object({
  /** FSRAR ID that the database was made for. */
  databaseFsrarId: z.string(),
  /** FSRAR ID of the access key that the UTM reads now. */
  fsrarId: z.string().nullable(),
  /** As the UTM prints it. */
  createdAt: z.string().nullable(),
});
export type ForeignDatabase = z.infer<typeof foreignDatabaseSchema>;

export const renewedDatabaseSchema = foreignDatabaseSchema.extend({
  service: z.string(),
  /** Where the former database stands; nothing of it was deleted. */
  movedTo: z.string(),
  /** The UTM was started again. */
  started: z.boolean(),
  /** Both PINs have to be given to the UTM before its next start: without them it makes no new database. */
  pinsNeeded: z.boolean(),
});
export type RenewedDatabase = z.infer<typeof renewedDatabaseSchema>;
