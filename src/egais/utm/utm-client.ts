import type { Subdivision } from '../../shared/domain/subdivision.ts';
import type { UnsentDocuments } from '../../shared/domain/unsent-documents.ts';
import type { UtmInfo } from '../../shared/domain/utm.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { parseBuild } from './build.ts';
import { parseDiagnosis } from './diagnosis.ts';
import { exchange, type HttpOutcome, utmBaseUrl } from './http-exchange.ts';
import { parseInfoList } from './info-list.ts';
import { jsonOf } from './json.ts';
import { parseOrginfo, type UtmOrginfo } from './orginfo.ts';
import { type GivenDocument, ownRecordBody, ownRecordQuery } from './own-record-query.ts';
import { parseSubdivisionRows } from './subdivision-rows.ts';
import { parseUnsentDocuments } from './unsent-documents.ts';
import { readUrlList } from './url-list.ts';

/**
 * The answer to a question about the UTM's state. `silent`: nobody answers, or not in time or not to the end;
 * `other-program`: the answer is not one that a UTM gives to this question.
 */
export type UtmReply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'silent' | 'other-program'; readonly cause: string };

/** The local HTTP interface of a UTM 4.x (docs/sources.md, UTM). No method throws or repeats a request. */
export interface UtmClient {
  readonly url: string;
  /** Build, like `4.2.0b002644`. */
  version(): Promise<UtmReply<string>>;
  infoList(): Promise<UtmReply<UtmInfo>>;
  /** CN of the access key as the UTM remembers it, `null` without one; may lag behind the token. */
  diagnosis(): Promise<UtmReply<string | null>>;
  /** `null` when the UTM has no readable certificate of that kind. */
  rsaOrginfo(): Promise<UtmReply<UtmOrginfo | null>>;
  gostOrginfo(): Promise<UtmReply<UtmOrginfo | null>>;
  /**
   * The places of the organisation on the token.
   * Problems: `EGAIS_UTM_SILENT`, `EGAIS_UTM_OTHER_PROGRAM`, `EGAIS_SUBDIVISIONS_UNREADABLE`.
   */
  subdivisions(): Promise<Result<readonly Subdivision[]>>;
  /**
   * Asks the UTM to make a new access key for the place; the one on the token is overwritten. Sent exactly once.
   * Problems: `EGAIS_UTM_SILENT` (nothing was sent), `EGAIS_UTM_REFUSED`, `EGAIS_UTM_OUTCOME_UNKNOWN` (it was sent and
   * no whole answer came: the token must be looked at).
   */
  keygen(subdivision: Subdivision): Promise<Result<null>>;
  /**
   * What the shop gave to the UTM and the UTM has not sent yet.
   * Problems: `EGAIS_UTM_SILENT`, `EGAIS_UTM_OTHER_PROGRAM`, `EGAIS_UNSENT_UNREADABLE` (anything that is not clearly a
   * list: it never passes for an empty one).
   */
  unsentDocuments(): Promise<Result<UnsentDocuments>>;
  /**
   * Gives the UTM one harmless query, for the record of its own FSRAR ID: it has to sign it as it signs every document.
   * Sent exactly once.
   */
  askOwnRecord(fsrarId: string): Promise<GivenDocument>;
}

/** Milliseconds. How long a generation takes on a token is not known, so its limit only guards against eternity. */
interface UtmClientLimits {
  readonly state: number;
  readonly subdivisions: number;
  readonly documents: number;
  readonly keygen: number;
}

const usualLimits: UtmClientLimits = { state: 8_000, subdivisions: 60_000, documents: 60_000, keygen: 15 * 60_000 };

const stateBytes = 1_000_000;
/** A hundred thousand rows of a thousand bytes; with a short name and short addresses a row has five hundred. */
const listBytes = 100_000_000;

/** A hundred thousand documents of a hundred bytes each. */
const documentListBytes = 10_000_000;

/** Something is said, and it is not JSON: no UTM says that where it owes JSON, while it may well say nothing. */
const isNoJson = (body: string): boolean => body.trim() !== '' && jsonOf(body) === undefined;

const orginfo = (body: string): UtmOrginfo | null | undefined => (isNoJson(body) ? undefined : parseOrginfo(body));

/**
 * @param address the UTM's address, like `http://127.0.0.1:8080`
 * @throws TypeError when the address is not an http URL
 */
export function createUtmClient(address: string, limits: Partial<UtmClientLimits> = {}): UtmClient {
  const base = utmBaseUrl(address);
  const url = base.origin;
  const { state, subdivisions, documents, keygen } = { ...usualLimits, ...limits };

  const get = (path: string, limitMs: number, maxBytes: number): Promise<HttpOutcome> =>
    exchange({ url: new URL(path, base), limitMs, maxBytes });

  async function ask<T>(path: string, understand: (body: string) => T | undefined): Promise<UtmReply<T>> {
    const outcome = await get(path, state, stateBytes);
    if (outcome.kind === 'not-http') return { kind: 'other-program', cause: outcome.cause };
    if (outcome.kind !== 'answered') return { kind: 'silent', cause: outcome.cause };
    if (outcome.status !== 200) return { kind: 'other-program', cause: `HTTP ${outcome.status}` };
    const value = outcome.truncated ? undefined : understand(outcome.body);
    return value === undefined ? { kind: 'other-program', cause: 'another body' } : { kind: 'answer', value };
  }

  const silent = (cause: string): Problem => problem('EGAIS_UTM_SILENT', { url }, { cause });
  const otherProgram = (cause: string): Problem => problem('EGAIS_UTM_OTHER_PROGRAM', { url }, { cause });

  return {
    url,
    version: () => ask('/info/version', parseBuild),
    infoList: () => ask('/api/info/list', (body) => parseInfoList(body) ?? undefined),
    diagnosis: () => ask('/diagnosis', parseDiagnosis),
    rsaOrginfo: () => ask('/api/rsa/orginfo', orginfo),
    gostOrginfo: () => ask('/api/gost/orginfo', orginfo),

    async subdivisions() {
      const outcome = await get('/api/rsa', subdivisions, listBytes);
      if (outcome.kind === 'not-http') return fail(otherProgram(outcome.cause));
      if (outcome.kind !== 'answered') return fail(silent(outcome.cause));
      const rows = outcome.status === 200 && !outcome.truncated ? parseSubdivisionRows(outcome.body) : null;
      if (rows !== null) return succeed(rows);
      if (outcome.status === 200 && isNoJson(outcome.body)) return fail(otherProgram('another body'));
      const body = outcome.body.slice(0, 2_000);
      const answer = body.trim() === '' ? `HTTP ${outcome.status}` : body;
      return fail(problem('EGAIS_SUBDIVISIONS_UNREADABLE', { answer }, { status: outcome.status, body }));
    },

    async unsentDocuments() {
      const outcome = await get('/opt/in', documents, documentListBytes);
      if (outcome.kind === 'not-http') return fail(otherProgram(outcome.cause));
      if (outcome.kind !== 'answered') return fail(silent(outcome.cause));
      const { status, bytes, body, truncated } = outcome;
      const listed = status === 200 && !truncated ? parseUnsentDocuments(bytes) : null;
      if (listed !== null) return succeed(listed);
      return fail(problem('EGAIS_UNSENT_UNREADABLE', { status }, { status, body: body.slice(0, 2_000) }));
    },

    async askOwnRecord(fsrarId) {
      const outcome = await exchange({
        url: new URL(`/opt/in/${ownRecordQuery}`, base),
        limitMs: documents,
        maxBytes: stateBytes,
        post: ownRecordBody(fsrarId),
      });
      if (outcome.kind === 'unreachable') return { kind: 'not-sent', cause: outcome.cause };
      if (outcome.kind !== 'answered') return { kind: 'unknown', cause: outcome.cause };
      const { status, bytes, body, truncated } = outcome;
      if (status !== 200) return { kind: 'refused', status, size: bytes.length, answer: body.trim() };
      const [receipt, ...others] = (truncated ? null : readUrlList(bytes)) ?? [];
      const clear = receipt !== undefined && others.length === 0;
      return clear ? { kind: 'accepted', replyId: receipt.text } : { kind: 'unknown', cause: 'another body' };
    },

    async keygen(subdivision) {
      const query = Object.entries({
        INN: subdivision.inn,
        KPP: subdivision.kpp ?? '',
        factAddress: subdivision.address,
        fsrarid: subdivision.fsrarId,
        fullName: subdivision.fullName,
        id: subdivision.rowId,
      }).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
      const outcome = await get(`/api/rsa/keygen?${query.join('&')}`, keygen, stateBytes);
      if (outcome.kind === 'unreachable') return fail(silent(outcome.cause));
      if (outcome.kind !== 'answered') {
        return fail(problem('EGAIS_UTM_OUTCOME_UNKNOWN', { url }, { cause: outcome.cause }));
      }
      const { status, body } = outcome;
      if (status >= 200 && status < 300) return succeed(null);
      const answer = body.trim() === '' ? `HTTP ${status}` : body;
      return fail(problem('EGAIS_UTM_REFUSED', { answer }, { status, body }));
    },
  };
}
