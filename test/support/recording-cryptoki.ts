import type { Cryptoki } from '../../src/token/cryptoki.ts';

/** The same library, writing down the name of every call it gets. */
export function recordCalls(cryptoki: Cryptoki, calls: string[]): Cryptoki {
  return new Proxy(cryptoki, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]): unknown => {
        calls.push(String(property));
        return member.apply(target, args);
      };
    },
  });
}
