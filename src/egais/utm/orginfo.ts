import { z } from 'zod';
import type { UtmDate } from '../../shared/domain/utm.ts';
import { safely } from '../../shared/safely.ts';
import { jsonOf } from './json.ts';
import { utmDate } from './utm-date.ts';

/** The subject of a certificate as the UTM reads it from the token; names of the fields as in its JSON. */
export interface UtmOrginfo {
  /** FSRAR ID in the access key, the holder's name in the qualified certificate. */
  readonly cn: string | null;
  readonly organization: string | null;
  /** ИНН: `ou` of the access key, `inn` of the qualified certificate. */
  readonly inn: string | null;
  /** КПП, in the access key only. */
  readonly kpp: string | null;
  readonly notBefore: UtmDate;
  readonly notAfter: UtmDate;
}

const filled = z
  .string()
  .trim()
  .transform((value) => (value === '' ? null : value))
  .nullable()
  .catch(null);

const subjectSchema = z
  .object({
    success: z.unknown(),
    cn: filled,
    o: filled,
    ou: filled,
    inn: filled,
    c: filled,
    from: z.unknown(),
    to: z.unknown(),
  })
  .partial();

/**
 * Understands `GET /api/rsa/orginfo` and `GET /api/gost/orginfo`. `null` when the UTM has no readable certificate of
 * that kind (`"success":false`, an empty body) or when the text is nothing of the sort. Never throws.
 */
export function parseOrginfo(body: string): UtmOrginfo | null {
  const parsed = safely(subjectSchema, jsonOf(body));
  if (!parsed.success) return null;
  const { success, cn, o, ou, inn, c, from, to } = parsed.data;
  if (success === false || typeof cn !== 'string') return null;
  return {
    cn,
    organization: o ?? null,
    inn: inn ?? ou ?? null,
    kpp: c ?? null,
    notBefore: utmDate(from),
    notAfter: utmDate(to),
  };
}
