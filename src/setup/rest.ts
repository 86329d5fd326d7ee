/** The patience of a course that waits for a person: it rests between two looks, and a person may cut that short. */
export class Rest {
  readonly #stopped = new AbortController();
  #wake: (() => void) | null = null;

  /** Aborted once the person gave up. */
  get signal(): AbortSignal {
    return this.#stopped.signal;
  }

  /** Answers after `ms` milliseconds, or as soon as somebody asks to look now or gives up. */
  rest(ms: number): Promise<'rested' | 'asked'> {
    if (this.signal.aborted) return Promise.resolve('asked');
    return new Promise((resolve) => {
      const timer = setTimeout(() => end('rested'), ms);
      const end = (how: 'rested' | 'asked'): void => {
        clearTimeout(timer);
        this.#wake = null;
        resolve(how);
      };
      this.#wake = () => end('asked');
    });
  }

  /** Look now. */
  cutShort(): void {
    this.#wake?.();
  }

  stop(): void {
    this.#stopped.abort();
    this.#wake?.();
  }
}
