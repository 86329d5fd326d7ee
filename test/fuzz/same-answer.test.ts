import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameAnswer } from './same-answer.ts';

const deep = (levels: number, heart: unknown): unknown => {
  let value = heart;
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
};

test('a hundred thousand levels are compared to their heart', () => {
  expect(sameAnswer(deep(100_000, 1), deep(100_000, 1))).toBe(true);
  expect(sameAnswer(deep(100_000, 1), deep(100_000, 2))).toBe(false);
});

test('of whatever is not that deep it says what Node says', () => {
  const anything = fc.anything({ withNullPrototype: false, withDate: true, withTypedArray: true });
  fc.assert(
    fc.property(anything, anything, (one, other) => {
      expect(sameAnswer(one, other)).toBe(isDeepStrictEqual(one, other));
      expect(sameAnswer(one, structuredClone(one))).toBe(isDeepStrictEqual(one, structuredClone(one)));
    }),
  );
});
