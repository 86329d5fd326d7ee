import { z } from 'zod';
import { certificateSchema } from '../../../src/shared/domain/certificate.ts';

const bytes = z.instanceof(Uint8Array);

export const signatureVerdict = z.enum(['good', 'bad', 'unsupported']);

export const requestReading = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    request: z.object({
      subject: certificateSchema.shape.subject,
      publicKey: bytes,
      key: certificateSchema.shape.key,
      signatureAlgorithm: z.string(),
      requested: certificateSchema.pick({
        keyUsage: true,
        extendedKeyUsage: true,
        policies: true,
        subjectSignTool: true,
      }),
    }),
  }),
  z.object({ ok: z.literal(false), reason: z.literal('not-a-request') }),
]);

export const chainOutcome = z.object({
  trusted: z.boolean(),
  path: z.array(bytes).max(8),
  findings: z.array(z.object({ code: z.string(), fingerprint: z.string().length(64), subject: z.string() })),
});

export const cmsOutcome = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    signers: z
      .array(
        z.object({
          verdict: z.enum([...signatureVerdict.options, 'content-changed', 'certificate-missing', 'attributes-bad']),
          certificate: bytes.nullable(),
          signingTime: z.iso.datetime().nullable(),
        }),
      )
      .min(1)
      .max(32),
    certificates: z.array(bytes),
  }),
  z.object({ ok: z.literal(false), reason: z.literal('not-a-signature') }),
]);
