import { type CmsWriting, writeSignedData } from '../../pki/cms-writer.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { QualifiedAsker } from '../access-key-issuer.ts';
import type { AnswerRules } from '../service/service-answer.ts';
import { sessionSchema } from '../service/service-wire.ts';
import { signingElsewhere } from '../signature-elsewhere.ts';
import { accountRefusals as refusals } from './account-refusals.ts';
import { signInStatement } from './sign-in-statement.ts';
import { challengeSchema } from './wire.ts';

/** A CMS SignedData by the qualified key, content inside. Problems: those of the token; `TOKEN_SIGNATURE_UNSOUND`. */
export async function signedByAsker(
  { qualified, token }: QualifiedAsker,
  content: Uint8Array,
  signingTime: Date,
): Promise<Result<Uint8Array>> {
  const written = await signingElsewhere<CmsWriting>(token.signQualified, (sign) =>
    writeSignedData({ content, detached: false, certificate: qualified.der, chain: [], signingTime, sign }),
  );
  if (!written.ok) return written;
  const { value } = written;
  return value.ok ? succeed(value.der) : fail(problem('TOKEN_SIGNATURE_UNSOUND', {}, { reason: value.reason }));
}

/** Sends one question without a session. */
export type Post = <T>(path: string, body: object, rules: AnswerRules<T>) => Promise<Result<T>>;

interface Session {
  readonly token: string;
  /** Milliseconds of the clock that only goes forward. */
  readonly endsAt: number;
}

/** A session is given up a little before the service forgets it: a request is on its way for a while. */
const marginMs = 10_000;

const signInRules = { refusals, statuses: [201], unknownOutcome: null, refusal: 'ACCOUNT_SIGN_IN_REFUSED' } as const;

/**
 * Sessions with one account service, in memory only, one for each certificate. A sign-in is one signature on the token;
 * the session it gives is used until it ends.
 */
export class AccountSessions {
  readonly #origin: string;
  readonly #post: Post;
  readonly #now: () => Date;
  readonly #known = new Map<string, Session>();
  readonly #underWay = new Map<string, Promise<Result<string>>>();

  constructor(origin: string, post: Post, now: () => Date) {
    this.#origin = origin;
    this.#post = post;
    this.#now = now;
  }

  /** The token of a session, of the one that is known or of a new one. Two who ask at once share one sign-in. */
  bearer(asker: QualifiedAsker): Promise<Result<string>> {
    const { fingerprint } = asker.qualified.certificate;
    const known = this.#known.get(fingerprint);
    if (known !== undefined && performance.now() < known.endsAt) return Promise.resolve(succeed(known.token));
    const underWay = this.#underWay.get(fingerprint);
    if (underWay !== undefined) return underWay;
    const signIn = this.#signIn(asker, fingerprint).finally(() => this.#underWay.delete(fingerprint));
    this.#underWay.set(fingerprint, signIn);
    return signIn;
  }

  /** The service no longer knows this session. */
  forget({ qualified }: QualifiedAsker): void {
    this.#known.delete(qualified.certificate.fingerprint);
  }

  async #signIn(asker: QualifiedAsker, fingerprint: string): Promise<Result<string>> {
    const challenge = await this.#post('v1/challenges', {}, { ...signInRules, schema: challengeSchema });
    if (!challenge.ok) return challenge;
    const statement = signInStatement(this.#origin, challenge.value);
    const signed = await signedByAsker(asker, statement, this.#now());
    if (!signed.ok) return signed;
    const body = { challengeId: challenge.value.id, signature: Buffer.from(signed.value).toString('base64') };
    const session = await this.#post('v1/sessions', body, { ...signInRules, schema: sessionSchema, secret: true });
    if (!session.ok) return session;
    const { token, expiresInSeconds } = session.value;
    this.#known.set(fingerprint, { token, endsAt: performance.now() + expiresInSeconds * 1_000 - marginMs });
    return succeed(token);
  }
}
