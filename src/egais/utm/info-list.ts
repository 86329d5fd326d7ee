import { z } from 'zod';
import type { UtmCertificate, UtmInfo } from '../../shared/domain/utm.ts';
import { safely } from '../../shared/safely.ts';
import { jsonOf } from './json.ts';
import { utmDate } from './utm-date.ts';

// Every field may be absent or of another type: builds differ, and what answers may not be a UTM at all.
const text = z.string().nullable().catch(null);
const filled = text.transform((value) => (value === null || value.trim() === '' ? null : value.trim()));
const part = z.record(z.string(), z.unknown()).catch({});

const certificateSchema = part.transform(
  (fields): UtmCertificate => ({
    validity: z.enum(['valid', 'invalid', 'revoked']).or(z.literal('unknown')).catch('unknown').parse(fields.isValid),
    notBefore: utmDate(fields.startDate),
    notAfter: utmDate(fields.expireDate),
    issuer: filled.parse(fields.issuer),
  }),
);

const infoListSchema = z
  .object({
    version: filled,
    contour: filled,
    rsaError: filled,
    checkInfo: filled,
    ownerId: filled,
    db: z.object({ createDate: filled, ownerId: filled }).catch({ createDate: null, ownerId: null }),
    rsa: certificateSchema,
    gost: certificateSchema,
    license: z.boolean().nullable().catch(null),
  })
  .transform(
    (answer): UtmInfo => ({
      version: answer.version,
      contour: answer.contour,
      rsaError: answer.rsaError,
      unsentChequesSince: answer.checkInfo,
      ownerId: answer.ownerId,
      database: { createdAt: answer.db.createDate, ownerId: answer.db.ownerId },
      rsa: answer.rsa,
      gost: answer.gost,
      license: answer.license,
    }),
  );

/** The parts that every known answer of a UTM 4.x has; anything without them comes from another program. */
const hallmark = z.object({ db: z.object({}), rsa: z.object({}), gost: z.object({}) });

/**
 * Understands `GET /api/info/list`. `null` when the text is not such an answer. Never throws.
 * A licence flag of `false` is normal for a shop that sells beer only and is no fault.
 */
export function parseInfoList(body: string): UtmInfo | null {
  const json = jsonOf(body);
  if (!safely(hallmark, json).success) return null;
  const parsed = safely(infoListSchema, json);
  return parsed.success ? parsed.data : null;
}
