import { expect, test } from 'vitest';
import { z } from 'zod';
import { safely } from '../../src/shared/safely.ts';

const schema = z.object({ cursor: z.string().min(1).max(200).nullable() });

test('a length that has no primitive value is refused, where zod itself falls', () => {
  const hostile = { cursor: { length: { toString: 1, valueOf: null } } };
  expect(() => schema.safeParse(hostile)).toThrow(TypeError);
  expect(safely(schema, hostile).success).toBe(false);
});

test('everything else is as zod says', () => {
  expect(safely(schema, { cursor: 'next' })).toEqual(schema.safeParse({ cursor: 'next' }));
  expect(safely(schema, { cursor: 7 }).success).toBe(false);
});
