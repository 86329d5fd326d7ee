import { randomUUID } from 'node:crypto';
import { parseCertificate } from '../../pki/certificate.ts';
import {
  type Application,
  type IssueState,
  isSmsCode,
  mobilePhone,
  standingOf,
} from '../../shared/domain/certification-authority.ts';
import { type ProblemCode, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { AnswerRules } from '../service/service-answer.ts';
import { readAllPages } from '../service/service-pages.ts';
import { askService, type ServiceQuestion } from '../service/service-questions.ts';
import { largestPage, sessionSchema } from '../service/service-wire.ts';
import type { CertificationAccount } from './certification-account.ts';
import {
  applicationPageSchema,
  applicationSchema,
  codeSentSchema,
  issuedSchema,
  paperBytes,
  paperListSchema,
  paperSchema,
  type RefusalCode,
  type WireApplication,
  type WireIssue,
} from './wire.ts';

export const certificationRefusals: Readonly<Partial<Record<RefusalCode, ProblemCode>>> = {
  NOT_AUTHENTICATED: 'CERTIFICATION_SIGN_IN_FIRST',
  SESSION_EXPIRED: 'CERTIFICATION_SIGN_IN_FIRST',
  CODE_UNKNOWN: 'CERTIFICATION_CODE_EXPIRED',
  CODE_EXPIRED: 'CERTIFICATION_CODE_EXPIRED',
  CODE_WRONG: 'CERTIFICATION_CODE_WRONG',
  CODE_TOO_SOON: 'CERTIFICATION_CODE_TOO_SOON',
  PHONE_UNKNOWN: 'CERTIFICATION_PHONE_UNKNOWN',
  PHONE_LOCKED: 'CERTIFICATION_PHONE_LOCKED',
  APPLICATION_NOT_FOUND: 'CERTIFICATION_APPLICATION_UNKNOWN',
  NOT_ISSUED: 'CERTIFICATION_NOT_ISSUED',
};

/** Milliseconds. */
interface Limits {
  /** One question and its whole answer. */
  readonly question: number;
  /** All pages of a list. */
  readonly list: number;
}

const usualLimits: Limits = { question: 60_000, list: 5 * 60_000 };
const answerBytes = 1_000_000;
const pageBytes = largestPage * 4_000;
/** A session is given up a little before the service forgets it. */
const marginMs = 5_000;
/** Where the service does not say when to look again. */
const usualRetrySeconds = 30;

export interface CertificationClientOptions {
  readonly limits?: Partial<Limits>;
  /** Certificates (PEM) of authorities that are trusted beside those every program trusts. */
  readonly trusted?: readonly string[];
}

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

const underWay = new Set(['ordered', 'issuing']);

function issueOf({ state, words, refusal, retryAfterSeconds }: WireIssue): IssueState {
  if (state === 'not-requested' || state === 'ready') return { state };
  if (state === 'refused') return { state, reason: refusal ?? words };
  if (!underWay.has(state)) return { state: 'other', words: words || state };
  return {
    state: state === 'ordered' ? 'ordered' : 'issuing',
    retryAfterSeconds: retryAfterSeconds ?? usualRetrySeconds,
  };
}

const applicationOf = ({ issue, ...row }: WireApplication): Application => ({
  ...row,
  standing: standingOf(row.status),
  issue: issueOf(issue),
});

const notOfFileName = /[^\p{L}\p{N} ._()№-]/gu;

/** A name for a file, whatever the service calls the paper. */
const fileNameOf = (name: string): string =>
  `${name
    .replace(notOfFileName, '_')
    .replace(/^[. ]+/, '')
    .slice(0, 100)}.pdf`;

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';

const refusals = certificationRefusals;
const reading = { refusals, statuses: [200], refusal: 'ACCOUNT_REFUSED', unknownOutcome: null } as const;
const opening = { ...reading, statuses: [201], secret: true } as const;
const ordering: AnswerRules<WireApplication> = {
  refusals,
  statuses: [202],
  schema: applicationSchema,
  refusal: 'CERTIFICATION_REQUEST_REFUSED',
  unknownOutcome: 'CERTIFICATION_REQUEST_OUTCOME_UNKNOWN',
};

const post = (path: string, body: object): ServiceQuestion => ({ method: 'POST', path, body });
const get = (path: string, maxBytes = answerBytes): ServiceQuestion => ({ method: 'GET', path, maxBytes });

/**
 * The account of a certification authority that speaks our contract (docs/certification-account-openapi.yaml).
 * @param address HTTPS, or plain HTTP on this computer
 * @throws TypeError for any other address
 */
export function createCertificationClient(
  address: string,
  options: CertificationClientOptions = {},
): CertificationAccount {
  const limits = { ...usualLimits, ...options.limits };
  const { trusted = [] } = options;
  const { url, ask } = askService(address, { limitMs: limits.question, maxBytes: answerBytes, trusted });
  let codeId: string | null = null;
  let session: { readonly token: string; readonly endsAt: number } | null = null;

  const isSignedIn = (): boolean => session !== null && performance.now() < session.endsAt;

  async function askSignedIn<T>(question: ServiceQuestion, rules: AnswerRules<T>): Promise<Result<T>> {
    if (session === null || !isSignedIn()) return fail(problem('CERTIFICATION_SIGN_IN_FIRST'));
    const { token } = session;
    const answer = await ask(
      { ...question, headers: { ...question.headers, authorization: `Bearer ${token}` } },
      rules,
    );
    const ended = !answer.ok && answer.problem.code === 'CERTIFICATION_SIGN_IN_FIRST';
    if (ended && session.token === token) session = null;
    return answer;
  }

  const unreadable = (cause: string) => fail(problem('ACCOUNT_ANSWER_UNREADABLE', { url }, { cause }));
  const at = (id: string, rest = ''): string => `v1/applications/${encodeURIComponent(id)}${rest}`;

  return {
    url,
    isSignedIn,

    async requestCode(text) {
      const phone = mobilePhone(text);
      if (phone === null) return fail(problem('CERTIFICATION_PHONE_MALFORMED'));
      const sent = await ask(post('v1/codes', { phone }), { ...opening, schema: codeSentSchema });
      if (!sent.ok) return sent;
      const { id, ...facts } = sent.value;
      codeId = id;
      return succeed(facts);
    },

    async signIn(text) {
      const code = text.trim();
      if (codeId === null) return fail(problem('CERTIFICATION_CODE_EXPIRED'));
      if (!isSmsCode(code)) return fail(problem('CERTIFICATION_CODE_MALFORMED'));
      const opened = await ask(post('v1/sessions', { codeId, code }), { ...opening, schema: sessionSchema });
      if (!opened.ok) return opened;
      const { token, expiresInSeconds } = opened.value;
      session = { token, endsAt: performance.now() + expiresInSeconds * 1_000 - marginMs };
      codeId = null;
      return succeed(null);
    },

    signOut() {
      session = null;
    },

    async applications() {
      const rows = await readAllPages<WireApplication>(url, limits.list, (cursor) => {
        const query = new URLSearchParams({ limit: String(largestPage), ...(cursor !== null && { cursor }) });
        return askSignedIn(get(`v1/applications?${query}`, pageBytes), { ...reading, schema: applicationPageSchema });
      });
      return rows.ok ? succeed(rows.value.map(applicationOf)) : rows;
    },

    async application(id) {
      const found = await askSignedIn(get(at(id)), { ...reading, schema: applicationSchema });
      return found.ok ? succeed(applicationOf(found.value)) : found;
    },

    async submit(id, request) {
      // So that not even a network that sends it twice has it ordered twice.
      const headers = { 'idempotency-key': randomUUID() };
      const question = { ...post(at(id, '/request'), { request: base64(request) }), headers };
      const taken = await askSignedIn(question, ordering);
      return taken.ok ? succeed(issueOf(taken.value.issue)) : taken;
    },

    async certificate(id) {
      const given = await askSignedIn(get(at(id, '/certificate')), { ...reading, schema: issuedSchema });
      if (!given.ok) return given;
      const issued = {
        certificate: bytesOf(given.value.certificate),
        chain: given.value.chain.map(bytesOf),
        bundle: bytesOf(given.value.bundle),
      };
      const readable = [issued.certificate, ...issued.chain].every((der) => parseCertificate(der).ok);
      return readable ? succeed(issued) : unreadable('not a certificate');
    },

    async papers(id) {
      const list = await askSignedIn(get(at(id, '/papers')), { ...reading, schema: paperListSchema });
      return list.ok ? succeed(list.value.rows) : list;
    },

    async paper(id, paperId) {
      const path = at(id, `/papers/${encodeURIComponent(paperId)}`);
      const given = await askSignedIn(get(path, paperBytes), { ...reading, schema: paperSchema });
      if (!given.ok) return given;
      const bytes = bytesOf(given.value.content);
      return isPdf(bytes) ? succeed({ name: fileNameOf(given.value.name), bytes }) : unreadable('not a PDF');
    },
  };
}
