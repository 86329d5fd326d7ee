/** Does one thing after another: a request that comes twice at once must find what came of its twin. */
export class OneAtATime {
  #busy: Promise<unknown> = Promise.resolve();

  run<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#busy.then(work);
    this.#busy = done.catch(() => undefined);
    return done;
  }
}
