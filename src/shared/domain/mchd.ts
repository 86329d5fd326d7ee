import { z } from 'zod';
import { mchdFindingCodeSchema } from '../texts/mchd-findings.ts';

/** Bytes of the largest document or signature that is taken: the UTM says «15МБ» (docs/sources.md, МЧД). */
export const MCHD_FILE_LIMIT = 15 * 1024 * 1024;

const optionalText = z.string().nullable();

/** Who may sign for an organisation without a power of attorney, or who signed. */
const mchdPersonSchema = z.object({ name: z.string(), inn: optionalText, snils: optionalText });

/** A machine-readable power of attorney (МЧД) as it was read, whoever it empowers. Days are `YYYY-MM-DD`. */
export const mchdReportSchema = z.object({
  /** No finding of severity `fault`. */
  valid: z.boolean(),
  /** `null` for a form the product does not read; a finding says which. */
  version: z.enum(['002', '003']).nullable(),
  /** НомДовер, a UUID. */
  number: optionalText,
  /** ВнНомДовер, given by the principal. */
  internalNumber: optionalText,
  issuedOn: optionalText,
  /** The last day on which it is in force. */
  validUntil: optionalText,
  /** Whoever gives power; in a retrusted one, whoever passes it on. */
  principals: z.array(
    z.object({
      kind: z.enum(['organization', 'foreign-organization', 'sole-proprietor', 'person', 'unknown']),
      name: z.string(),
      inn: optionalText,
      kpp: optionalText,
      /** ОГРН, or the ОГРНИП of a sole proprietor. */
      ogrn: optionalText,
      /** Who acts for an organisation without a power of attorney; a sole proprietor or a person himself. */
      heads: z.array(mchdPersonSchema),
    }),
  ),
  representatives: z.array(
    z.object({
      kind: z.enum(['organization', 'sole-proprietor', 'person', 'branch', 'foreign-organization', 'unknown']),
      name: z.string(),
      inn: optionalText,
      snils: optionalText,
    }),
  ),
  /** The first powers, at most 500; one that is told in words has no code, and its text is the name. */
  powers: z.array(
    z.object({
      code: optionalText,
      mnemonic: optionalText,
      name: z.string(),
      restrictions: z.array(z.object({ name: z.string(), value: z.string() })),
    }),
  ),
  powerCount: z.number().int(),
  /** ПрСовмПолн and ПрУтрПолн as they stand in the file: public sources disagree on what their values mean. */
  jointPowers: optionalText,
  lostPowers: optionalText,
  retrusted: z.boolean(),
  /** НомДовер of the power of attorney from which a retrusted one is derived. */
  earlierNumber: optionalText,
  /** Where a person looks up its status in the register of the tax service; the product does not know it. */
  registerUrl: optionalText,
  /** Holders of the certificates of the signatures, in their order. */
  signers: z.array(mchdPersonSchema),
  findings: z.array(
    z.object({
      code: mchdFindingCodeSchema,
      severity: z.enum(['fault', 'warning', 'note']),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type MchdReport = z.infer<typeof mchdReportSchema>;
