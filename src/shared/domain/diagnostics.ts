import { z } from 'zod';

/** Kinds of identifiers that a person may put back into what support gets: ИНН and FSRAR ID, serials, names of holders. */
export const identifierKindSchema = z.enum(['ids', 'serials', 'names']);
export type IdentifierKind = z.infer<typeof identifierKindSchema>;

const diagnosticsFileSchema = z.object({
  /** ASCII: archivers of old systems spoil other letters. */
  name: z.string(),
  /** Bytes. */
  size: z.number().int(),
  text: z.string(),
});
export type DiagnosticsFile = z.infer<typeof diagnosticsFileSchema>;

/** What will be saved, to the letter. */
export const diagnosticsPreviewSchema = z.object({
  /** Names this preview: what is saved is what was shown. */
  id: z.string(),
  files: z.array(diagnosticsFileSchema),
});
export type DiagnosticsPreview = z.infer<typeof diagnosticsPreviewSchema>;

/** What a person chose to show to support, out of the kinds that were named. */
export const shownOf = (kinds: readonly IdentifierKind[]): Readonly<Record<IdentifierKind, boolean>> => ({
  ids: kinds.includes('ids'),
  serials: kinds.includes('serials'),
  names: kinds.includes('names'),
});
