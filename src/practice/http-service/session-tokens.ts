import { randomBytes } from 'node:crypto';

/** Sessions by their tokens. In memory: a service that starts anew knows nobody. */
export class SessionTokens<Session> {
  readonly #sessions = new Map<string, { readonly session: Session; readonly endsAt: number }>();

  /** Opens a session; answers its token. */
  open(session: Session, seconds: number, now: Date): string {
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(token, { session, endsAt: now.getTime() + seconds * 1_000 });
    return token;
  }

  /** Who comes with this `Authorization` header. */
  find(authorization: string | undefined, now: Date): Session | 'SESSION_EXPIRED' | 'NOT_AUTHENTICATED' {
    const [, token = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
    const known = this.#sessions.get(token);
    if (known === undefined) return 'NOT_AUTHENTICATED';
    return now.getTime() < known.endsAt ? known.session : 'SESSION_EXPIRED';
  }
}
