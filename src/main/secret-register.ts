import { hostname, userInfo } from 'node:os';
import { createRedactor, type Json } from '../shared/redaction/redactor.ts';
import type { RegisteredSecret } from '../shared/redaction/registered-secret.ts';

/** Whose computer this is, as its folders and its log-on tell it: nobody's business but the person's. */
export function ownerOfThisComputer(): readonly RegisteredSecret[] {
  try {
    const { homedir: home, username } = userInfo();
    return [
      { kind: 'home', text: home },
      { kind: 'user', text: username },
      { kind: 'user', text: hostname() },
    ];
  } catch {
    // An account that the system has no entry for.
    return [];
  }
}

/** What this run has come to know and strangers shall not: it only grows. No PIN is ever among it. */
export class SecretRegister {
  readonly #secrets = new Map<string, RegisteredSecret>();
  #nothingShown = createRedactor([]);

  constructor(secrets: readonly RegisteredSecret[]) {
    this.add(secrets);
  }

  add(secrets: readonly RegisteredSecret[]): void {
    const before = this.#secrets.size;
    for (const secret of secrets) this.#secrets.set(`${secret.kind} ${secret.text}`, secret);
    if (this.#secrets.size > before) this.#nothingShown = createRedactor(this.all);
  }

  get all(): readonly RegisteredSecret[] {
    return [...this.#secrets.values()];
  }

  /** Redacts what the log is about to write. */
  forLog(facts: Json): Json {
    return this.#nothingShown.value(facts);
  }
}
