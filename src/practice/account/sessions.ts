import { randomBytes, randomUUID } from 'node:crypto';
import type { Challenge } from '../../egais/account/wire.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';

/** Somebody who has signed in. */
export interface Session {
  /** The qualified certificate of the holder. */
  readonly certificate: Certificate;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

interface OpenChallenge {
  readonly nonce: string;
  readonly endsAt: number;
}

/** Challenges that wait for their signature, and sessions. In memory: a service that starts anew knows nobody. */
export class Sessions {
  readonly #challenges = new Map<string, OpenChallenge>();
  readonly #sessions = new Map<string, Session>();

  challenge(seconds: number, now: Date): Challenge {
    const endsAt = now.getTime() + seconds * 1_000;
    const challenge = { id: randomUUID(), nonce: randomBytes(32).toString('base64') };
    this.#challenges.set(challenge.id, { nonce: challenge.nonce, endsAt });
    return { ...challenge, expiresInSeconds: seconds };
  }

  /** The random number of a challenge, once; `null` when there is none, or it is too late. */
  take(id: string, now: Date): string | null {
    const challenge = this.#challenges.get(id);
    this.#challenges.delete(id);
    return challenge !== undefined && now.getTime() < challenge.endsAt ? challenge.nonce : null;
  }

  /** Opens a session; answers its token. */
  open(certificate: Certificate, seconds: number, now: Date): string {
    const token = randomBytes(32).toString('base64url');
    this.#sessions.set(token, { certificate, endsAt: now.getTime() + seconds * 1_000 });
    return token;
  }

  /** Who comes with this `Authorization` header. */
  find(authorization: string | undefined, now: Date): Session | 'SESSION_EXPIRED' | 'NOT_AUTHENTICATED' {
    const [, token = ''] = /^Bearer (.+)$/i.exec(authorization ?? '') ?? [];
    const session = this.#sessions.get(token);
    if (session === undefined) return 'NOT_AUTHENTICATED';
    return now.getTime() < session.endsAt ? session : 'SESSION_EXPIRED';
  }
}
