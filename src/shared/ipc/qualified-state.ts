import { z } from 'zod';
import { certificateSchema } from '../domain/certificate.ts';
import {
  applicationSchema,
  authorityPaperSchema,
  certificationAuthorityIdSchema,
} from '../domain/certification-authority.ts';
import { qualifiedRequestSchema } from '../domain/qualified-request.ts';
import { subjectValuesSchema } from '../domain/qualified-subject.ts';
import { problemSchema } from '../problems/problem.ts';
import { certificateFindingCodeSchema } from '../texts/certificate-findings.ts';

/** Work on the token: it runs, or how it ended last. */
const workSchema = z.object({
  phase: z.enum(['idle', 'running', 'done', 'failed']),
  startedAt: z.string().nullable(),
  problem: problemSchema.nullable(),
});

/** What the account is being asked just now. */
const accountQuestionSchema = z.enum(['code', 'sign-in', 'applications', 'submit', 'look', 'certificate', 'paper']);

/** A remembered request without its bytes. */
const savedRequestSchema = qualifiedRequestSchema.omit({ der: true });
export type SavedRequest = z.infer<typeof savedRequestSchema>;

/** `OpenRequest` of the setup floor, without the bytes of the request. */
const openRequestSchema = z.object({
  state: z.enum(['waiting', 'token-absent', 'key-gone']),
  /** Serial of the device. */
  token: z.string(),
  keyId: z.string(),
  /** `null` for a key whose request was made elsewhere. */
  request: savedRequestSchema.nullable(),
});

/** A file with the certificate of an authority, opened because nobody above the received one is known. */
const offeredAuthoritySchema = z.object({
  /** Name of the file. */
  file: z.string(),
  /** In which the chain would end; `null` where it does not lead to any of the file. */
  certificate: certificateSchema.nullable(),
  /** Of that certificate, lower-case hex: what lists of authorities and Windows print. */
  sha1: z.string().nullable(),
  /** The person compared it, and believes it for this installation. */
  trusted: z.boolean(),
  /** Why the file is of no use. */
  problem: problemSchema.nullable(),
});
export type OfferedAuthorityState = z.infer<typeof offeredAuthoritySchema>;

/** A file that came, before anything is written: the certificate in it, and what speaks against it. */
const receivedCertificateSchema = z.object({
  /** Name of the file; `null`: it came from the account. */
  file: z.string().nullable(),
  /** It was held against the keys of the chosen token; `false`: no token was there to hold it against. */
  checked: z.boolean(),
  /** `null` where the file holds none that could be somebody's. */
  certificate: certificateSchema.nullable(),
  /** Names of the authorities above it, nearest first, as far as their certificates came with it. */
  chain: z.array(z.string()),
  findings: z.array(
    z.object({
      severity: z.enum(['fault', 'warning', 'note']),
      code: certificateFindingCodeSchema,
      values: z.record(z.string(), z.string()),
    }),
  ),
  authority: offeredAuthoritySchema.nullable(),
  /** Why it is not of a key on the token. */
  problem: problemSchema.nullable(),
});
export type ReceivedCertificate = z.infer<typeof receivedCertificateSchema>;

/**
 * The way to a qualified certificate: authority, request, account, installation. The form of the subject lives in its
 * page.
 */
export const qualifiedStateSchema = z.object({
  authority: certificationAuthorityIdSchema.nullable(),
  /** What waits for a certificate, those of tokens that are here first. */
  open: z.array(openRequestSchema),
  /** `keyId` of the one on the chosen token that the pages are about; `null` where none waits there. */
  request: z.string().nullable(),
  making: workSchema.extend({
    /** CKA_IDs of keys that a failure left on the token without a request. */
    orphans: z.array(z.string()),
    /** Whose request is being made, for the log to leave out whatever comes of it. */
    subject: subjectValuesSchema.nullable(),
  }),
  account: z.object({
    configured: z.boolean(),
    signedIn: z.boolean(),
    asking: accountQuestionSchema.nullable(),
    /** The code that was sent last, until it was used; of the phone only its end is kept. */
    code: z
      .object({
        phoneEnd: z.string(),
        sentAt: z.string(),
        expiresInSeconds: z.number().int(),
        resendAfterSeconds: z.number().int(),
        triesLeft: z.number().int(),
      })
      .nullable(),
    applications: z.array(applicationSchema),
    /** Id of the application that was opened. */
    chosen: z.string().nullable(),
    papers: z.array(authorityPaperSchema),
    /** The wizard looks again and again until there is an answer. */
    watch: z.object({ since: z.string(), lookedAt: z.string() }).nullable(),
    problem: problemSchema.nullable(),
  }),
  received: receivedCertificateSchema.nullable(),
  installing: workSchema.extend({
    /** Fingerprint of what was written and proven. */
    installed: z.string().nullable(),
  }),
});
export type QualifiedState = z.infer<typeof qualifiedStateSchema>;

const idle = { phase: 'idle', startedAt: null, problem: null } as const;

/** Nothing chosen and nothing done. */
export const blankQualified = (configured: boolean): QualifiedState => ({
  authority: null,
  open: [],
  request: null,
  making: { ...idle, orphans: [], subject: null },
  account: {
    configured,
    signedIn: false,
    asking: null,
    code: null,
    applications: [],
    chosen: null,
    papers: [],
    watch: null,
    problem: null,
  },
  received: null,
  installing: { ...idle, installed: null },
});
