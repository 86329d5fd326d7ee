import type { Log } from './log.ts';

const mostKept = 50;
const mostWritten = 300;
const longestMessage = 1_000;

/** Levels of Chromium's console messages, from 0 on. */
const levels = ['verbose', 'info', 'warning', 'error'] as const;
const firstTrouble = 2;

interface ConsoleMessage {
  readonly level: string;
  readonly message: string;
  readonly source: string;
}

/**
 * What the window says on its console. Chatter is kept for a while; when trouble comes it goes to the log together with
 * what was said before it. A window gone mad does not fill the log: after so many lines it is not listened to.
 */
export class ConsoleRing {
  readonly #log: Log;
  #kept: ConsoleMessage[] = [];
  #written = 0;

  constructor(log: Log) {
    this.#log = log;
  }

  take(level: number, message: string, source: string): void {
    const said = { level: levels[level] ?? 'error', message: message.slice(0, longestMessage), source };
    this.#kept = [...this.#kept.slice(1 - mostKept), said];
    if (level >= firstTrouble) this.#write();
  }

  #write(): void {
    for (const said of this.#kept) {
      if (this.#written >= mostWritten) break;
      this.#written += 1;
      this.#log[said.level === 'error' ? 'error' : 'warn']('window-console', { ...said });
    }
    this.#kept = [];
  }
}
