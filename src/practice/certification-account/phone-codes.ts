import { randomInt, randomUUID } from 'node:crypto';

interface OpenCode {
  readonly id: string;
  readonly code: string;
  readonly sentAt: number;
  readonly endsAt: number;
  triesLeft: number;
}

/** What became of a try. */
export type CodeTry =
  | { readonly kind: 'good'; readonly phone: string }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'locked' | 'expired' | 'unknown' };

/** Codes that wait to be typed, one a phone, and the phones that are locked. In memory. */
export class PhoneCodes {
  readonly #open = new Map<string, OpenCode>();
  readonly #locked = new Set<string>();

  isLocked(phone: string): boolean {
    return this.#locked.has(phone);
  }

  /** Seconds until another code may be sent; 0: now. */
  waitFor(phone: string, resendAfterSeconds: number, now: Date): number {
    const last = this.#open.get(phone);
    if (last === undefined) return 0;
    return Math.max(0, Math.ceil((last.sentAt + resendAfterSeconds * 1_000 - now.getTime()) / 1_000));
  }

  /** A new code; the one before is void. */
  make(phone: string, seconds: number, tries: number, now: Date): { readonly id: string; readonly code: string } {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const sentAt = now.getTime();
    const open = { id: randomUUID(), code, sentAt, endsAt: sentAt + seconds * 1_000, triesLeft: tries };
    this.#open.set(phone, open);
    return open;
  }

  /** One try. The last wrong one locks the phone; a good one spends the code. */
  take(id: string, code: string, now: Date): CodeTry {
    const [phone, open] = [...this.#open].find(([, candidate]) => candidate.id === id) ?? [];
    if (phone === undefined || open === undefined) return { kind: 'unknown' };
    if (this.#locked.has(phone)) return { kind: 'locked' };
    if (now.getTime() >= open.endsAt) return { kind: 'expired' };
    if (open.code === code) {
      this.#open.delete(phone);
      return { kind: 'good', phone };
    }
    open.triesLeft -= 1;
    if (open.triesLeft > 0) return { kind: 'wrong', triesLeft: open.triesLeft };
    this.#locked.add(phone);
    return { kind: 'locked' };
  }
}
