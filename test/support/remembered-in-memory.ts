import type { Remembered } from '../../src/setup/remembered.ts';
import { succeed } from '../../src/shared/result.ts';

/** What is remembered as long as a test runs. */
export function rememberedInMemory<T>(blank: T): Remembered<T> {
  let value = blank;
  return {
    read: async () => succeed(value),
    async update(change) {
      value = change(value);
      return succeed(value);
    },
  };
}
