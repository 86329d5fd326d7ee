import { z } from 'zod';

/** Certification authorities that the wizard knows by name, and any other (`shared/certification-authorities.ts`). */
export const certificationAuthorityIdSchema = z.enum([
  'fns',
  'forus',
  'astral-web-registrar',
  'astral-1c-etp',
  'other',
]);
export type CertificationAuthorityId = z.infer<typeof certificationAuthorityIdSchema>;

/**
 * What the words of «Статус заявки» say. `accepted`: a request for a certificate may be sent; `unknown`: words that are
 * not in our table, shown as they are.
 */
const applicationStandingSchema = z.enum(['accepted', 'issued', 'unknown']);
export type ApplicationStanding = z.infer<typeof applicationStandingSchema>;

/** The words of the printed instruction of one authority (docs/sources.md). */
const standingsByStatus: Readonly<Record<string, ApplicationStanding>> = {
  'принята оператором': 'accepted',
  принято: 'accepted',
  'сертификат выпущен': 'issued',
};

/** What a status says, whatever its capitals and spaces. */
export function standingOf(status: string): ApplicationStanding {
  const words = status.trim().replace(/\s+/g, ' ').toLowerCase();
  return Object.hasOwn(standingsByStatus, words) ? (standingsByStatus[words] ?? 'unknown') : 'unknown';
}

/**
 * How far the issue of a certificate has come. `ordered`: the request was taken; `issuing`: the authority works on it;
 * `other`: a state that the wizard does not know, in the words of the service.
 */
const issueStateSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('not-requested') }),
  z.object({ state: z.enum(['ordered', 'issuing']), retryAfterSeconds: z.number().int().positive() }),
  z.object({ state: z.literal('ready') }),
  z.object({ state: z.literal('refused'), reason: z.string() }),
  z.object({ state: z.literal('other'), words: z.string() }),
]);
export type IssueState = z.infer<typeof issueStateSchema>;

/** An application for a certificate, as the account of an authority lists it. `null` where it says nothing. */
export const applicationSchema = z.object({
  /** «ID». */
  id: z.string(),
  /** «Дата», ISO 8601 in UTC. */
  date: z.string(),
  /** «Статус заявки», as it is written there. */
  status: z.string(),
  standing: applicationStandingSchema,
  /** «ИНН». */
  inn: z.string().nullable(),
  /** «КПП». */
  kpp: z.string().nullable(),
  /** «Наименование». */
  name: z.string().nullable(),
  /** «Тип заявки». */
  kind: z.string(),
  /** «Тариф». */
  tariff: z.string().nullable(),
  /** «Владелец». */
  owner: z.string(),
  /** «Причина». */
  reason: z.string().nullable(),
  /** «Автор»: who entered it. */
  author: z.string().nullable(),
  issue: issueStateSchema,
});
export type Application = z.infer<typeof applicationSchema>;

/** Whether «Запросить сертификат» has a meaning for this application. */
export const mayRequestCertificate = ({ standing, issue }: Application): boolean =>
  standing === 'accepted' && issue.state === 'not-requested';

/** Papers that the wizard makes by itself (`shared/certification-papers.ts`). */
export const paperKindSchema = z.enum([
  'application',
  'receipt',
  'handling-rules',
  'revocation',
  'power-of-attorney',
  'request-form',
  'certificate-form',
]);
export type PaperKind = z.infer<typeof paperKindSchema>;

/** When a paper of the authority is wanted: it has to be handed in, it is given when needed, or when asked for. */
export const paperNeedSchema = z.enum(['required', 'when-needed', 'on-request']);
export type PaperNeed = z.infer<typeof paperNeedSchema>;

/** A paper that the authority itself has made for an application. */
export const authorityPaperSchema = z.object({
  id: z.string(),
  /** As a person reads it: «Расписка в получении сертификата». */
  name: z.string(),
  need: paperNeedSchema,
});
export type AuthorityPaper = z.infer<typeof authorityPaperSchema>;

/** What is known after a code was sent. */
export interface CodeSent {
  /** How long the code is good. */
  readonly expiresInSeconds: number;
  /** When another one may be asked for. */
  readonly resendAfterSeconds: number;
  readonly triesLeft: number;
}

const mobile = /^[78]?(9\d{9})$/;

/**
 * A Russian mobile number in the one form in which it is sent, `+7` and ten digits; `null` for what is none. Spaces,
 * brackets and dashes may stand in it.
 */
export function mobilePhone(text: string): string | null {
  const [, number] = mobile.exec(text.replace(/[\s()+-]/g, '')) ?? [];
  return number === undefined ? null : `+7${number}`;
}

const code = /^\d{4,8}$/;

/** Whether a text can be a code out of an SMS: four to eight digits. */
export const isSmsCode = (text: string): boolean => code.test(text.trim());
