import { randomBytes, randomUUID } from 'node:crypto';
import type { Challenge } from '../../egais/account/wire.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { SessionTokens } from '../http-service/session-tokens.ts';

/** Somebody who has signed in. */
export interface Session {
  /** The qualified certificate of the holder. */
  readonly certificate: Certificate;
}

interface OpenChallenge {
  readonly nonce: string;
  readonly endsAt: number;
}

/** Challenges that wait for their signature, and sessions. */
export class Sessions extends SessionTokens<Session> {
  readonly #challenges = new Map<string, OpenChallenge>();

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
}
