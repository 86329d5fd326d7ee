import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type Contractor, type ContractorDraft, checkedBy } from '../../shared/domain/contractor.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { IssueRequest, MchdFiles, QualifiedAsker } from '../access-key-issuer.ts';
import type { ContractorService } from '../contractor-service.ts';
import type { AnswerRules } from '../service/service-answer.ts';
import { readAllPages } from '../service/service-pages.ts';
import { askService, type ServiceQuestion } from '../service/service-questions.ts';
import { largestPage } from '../service/service-wire.ts';
import { accountRefusals as refusals } from './account-refusals.ts';
import { AccountSessions } from './account-session.ts';
import {
  type AccessKeyOrder,
  accessKeySchema,
  contractorPageSchema,
  contractorSchema,
  subdivisionPageSchema,
  type WireAccessKey,
  type WireContractor,
} from './wire.ts';

/** What is asked for, in the terms of the contract. */
export interface KeyOrder extends Pick<IssueRequest, 'role' | 'termsAccepted' | 'mchd'> {
  readonly fsrarId: string;
  /** CMS SignedData by the qualified key with the PKCS#10 inside, DER. */
  readonly signedRequest: Uint8Array;
}

/** Certificates in DER. */
interface IssuedCertificate {
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

/**
 * An account service that speaks our contract (docs/account-openapi.yaml). Nothing throws, nothing is repeated. The
 * first question of an asker, and the first after a session has ended, costs one signature on the token.
 *
 * Problems of every method: the token's own; `ACCOUNT_UNREACHABLE` and `ACCOUNT_CONNECTION_NOT_TRUSTED` (nothing was
 * sent); `ACCOUNT_SIGN_IN_REFUSED`; `ACCOUNT_SESSION_EXPIRED` (asked again, it signs in anew). Of the reading ones:
 * `ACCOUNT_CONNECTION_BROKEN`, `ACCOUNT_ANSWER_UNREADABLE`, `ACCOUNT_ANSWER_TOO_LARGE`, `ACCOUNT_FAILED`,
 * `ACCOUNT_REFUSED`.
 */
export interface AccountClient extends ContractorService {
  readonly url: string;
  /** Signs in unless a session is there already. */
  signIn(asker: QualifiedAsker): Promise<Result<null>>;
  /** The places of the holder of the qualified certificate, at most 200 000. */
  subdivisions(asker: QualifiedAsker): Promise<Result<readonly Subdivision[]>>;
  /** Registered places and those that wait for the tax service. */
  contractors(asker: QualifiedAsker): Promise<Result<readonly Contractor[]>>;
  contractor(asker: QualifiedAsker, id: string): Promise<Result<Contractor>>;
  /** Problems besides: `ACCOUNT_CONTRACTOR_REFUSED`, `ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN` (look at the list). */
  addContractor(asker: QualifiedAsker, draft: ContractorDraft): Promise<Result<Contractor>>;
  /**
   * Asks for a certificate, once, and waits up to ten minutes while the service works on it.
   * Problems besides: `ACCOUNT_KEY_REFUSED`, `ACCOUNT_PLACE_UNKNOWN`, `ACCOUNT_MCHD_REFUSED`,
   * `SETUP_TERMS_NOT_ACCEPTED`, and `ACCOUNT_KEY_OUTCOME_UNKNOWN` when it was sent and nothing clear came back.
   */
  requestAccessKey(asker: QualifiedAsker, order: KeyOrder): Promise<Result<IssuedCertificate>>;
}

/** Milliseconds. */
interface AccountLimits {
  /** One question and its whole answer. */
  readonly question: number;
  /** All pages of a list. */
  readonly list: number;
  /** From the request for a certificate to the certificate. */
  readonly issue: number;
}

export interface AccountClientOptions {
  readonly limits?: Partial<AccountLimits>;
  /** Certificates (PEM) of authorities that are trusted beside those every program trusts. */
  readonly trusted?: readonly string[];
  readonly now?: () => Date;
}

const usualLimits: AccountLimits = { question: 60_000, list: 5 * 60_000, issue: 10 * 60_000 };

const answerBytes = 1_000_000;
/** A page of rows of 4 KB, which is much for one. */
const pageBytes = largestPage * 4_000;

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

const contractorOf = (wire: WireContractor): Contractor => ({
  ...wire,
  expectedBy: wire.standing === 'waiting' && wire.submittedAt !== null ? checkedBy(wire.submittedAt) : null,
});

const wireFiles = ({ document, signature }: MchdFiles): AccessKeyOrder['mchd'] => ({
  document: { name: document.name, content: base64(document.bytes) },
  signature: { name: signature.name, content: base64(signature.bytes) },
});

const reading = { refusals, statuses: [200], refusal: 'ACCOUNT_REFUSED', unknownOutcome: null } as const;
const entering = {
  refusals,
  statuses: [201],
  refusal: 'ACCOUNT_CONTRACTOR_REFUSED',
  unknownOutcome: 'ACCOUNT_CONTRACTOR_OUTCOME_UNKNOWN',
} as const;
const ordering = {
  refusals,
  statuses: [201, 202],
  schema: accessKeySchema,
  refusal: 'ACCOUNT_KEY_REFUSED',
  unknownOutcome: 'ACCOUNT_KEY_OUTCOME_UNKNOWN',
} as const satisfies AnswerRules<WireAccessKey>;

/**
 * @param address HTTPS, or plain HTTP on this computer
 * @throws TypeError for any other address
 */
export function createAccountClient(address: string, options: AccountClientOptions = {}): AccountClient {
  const limits = { ...usualLimits, ...options.limits };
  const { trusted = [], now = () => new Date() } = options;
  const { origin, url, ask } = askService(address, { limitMs: limits.question, maxBytes: answerBytes, trusted });

  const sessions = new AccountSessions(origin, (path, body, rules) => ask({ method: 'POST', path, body }, rules), now);

  async function askAs<T>(asker: QualifiedAsker, question: ServiceQuestion, rules: AnswerRules<T>): Promise<Result<T>> {
    const bearer = await sessions.bearer(asker);
    if (!bearer.ok) return bearer;
    const headers = { ...question.headers, authorization: `Bearer ${bearer.value}` };
    const answer = await ask({ ...question, headers }, rules);
    if (!answer.ok && answer.problem.code === 'ACCOUNT_SESSION_EXPIRED') sessions.forget(asker);
    return answer;
  }

  const list = <T>(
    asker: QualifiedAsker,
    path: string,
    schema: AnswerRules<{ rows: T[]; nextCursor: string | null }>['schema'],
  ) =>
    readAllPages<T>(url, limits.list, (cursor) => {
      const query = new URLSearchParams({ limit: String(largestPage), ...(cursor !== null && { cursor }) });
      const question = { method: 'GET', path: `${path}?${query}`, maxBytes: pageBytes } as const;
      return askAs(asker, question, { ...reading, schema });
    });

  /** Waits for a certificate that is being made. Whatever comes in the way then leaves the outcome unknown. */
  async function awaitKey(asker: QualifiedAsker, first: WireAccessKey): Promise<Result<IssuedCertificate>> {
    const end = performance.now() + limits.issue;
    let key = first;
    while (key.status === 'pending') {
      const pauseMs = key.retryAfterSeconds * 1_000;
      if (performance.now() + pauseMs > end)
        return fail(problem('ACCOUNT_KEY_OUTCOME_UNKNOWN', { url }, { cause: 'still pending', id: key.id }));
      await wait(pauseMs);
      const path = `v1/access-keys/${first.id}`;
      const next = await askAs(asker, { method: 'GET', path }, { ...reading, schema: accessKeySchema });
      if (!next.ok) {
        const { code, details } = next.problem;
        return fail(problem('ACCOUNT_KEY_OUTCOME_UNKNOWN', { url }, { ...details, problem: code, id: first.id }));
      }
      key = next.value;
    }
    if (key.status === 'refused')
      return fail(problem('ACCOUNT_KEY_REFUSED', { url, answer: key.detail }, { id: key.id, body: key.detail }));
    return succeed({ certificate: bytesOf(key.certificate), chain: key.chain.map(bytesOf) });
  }

  return {
    url,

    async signIn(asker) {
      const bearer = await sessions.bearer(asker);
      return bearer.ok ? succeed(null) : bearer;
    },

    subdivisions: (asker) => list(asker, 'v1/subdivisions', subdivisionPageSchema),

    async contractors(asker) {
      const rows = await list(asker, 'v1/contractors', contractorPageSchema);
      return rows.ok ? succeed(rows.value.map(contractorOf)) : rows;
    },

    async contractor(asker, id) {
      const question = { method: 'GET', path: `v1/contractors/${encodeURIComponent(id)}` } as const;
      const found = await askAs(asker, question, { ...reading, schema: contractorSchema });
      return found.ok ? succeed(contractorOf(found.value)) : found;
    },

    async addContractor(asker, { name, kpp, address: place }) {
      const body = { name, kpp: kpp === '' ? null : kpp, address: place };
      const question = { method: 'POST', path: 'v1/contractors', body } as const;
      const entered = await askAs(asker, question, { ...entering, schema: contractorSchema });
      return entered.ok ? succeed(contractorOf(entered.value)) : entered;
    },

    async requestAccessKey(asker, { fsrarId, role, termsAccepted, signedRequest, mchd }) {
      const body: AccessKeyOrder = {
        fsrarId,
        role,
        termsAccepted,
        request: base64(signedRequest),
        mchd: mchd && wireFiles(mchd),
      };
      // So that not even a network that sends it twice has it issued twice.
      const headers = { 'idempotency-key': randomUUID() };
      const ordered = await askAs(asker, { method: 'POST', path: 'v1/access-keys', headers, body }, ordering);
      return ordered.ok ? awaitKey(asker, ordered.value) : ordered;
    },
  };
}
