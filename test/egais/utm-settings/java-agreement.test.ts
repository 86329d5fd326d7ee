import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setProperties } from '../../../src/egais/utm/settings/edit-properties.ts';
import { readEntries } from '../../../src/egais/utm/settings/java-properties.ts';
import { type JavaPropertiesOracle, openJavaPropertiesOracle } from '../../oracle/java-properties.ts';
import { anyChange, anyFile } from './properties-files.ts';

let java: JavaPropertiesOracle;
beforeAll(() => {
  java = openJavaPropertiesOracle();
});
afterAll(() => java.close());

const runs = { numRuns: 3000 };
const withoutEmptyKey = (pairs: ReadonlyMap<string, string>) => new Map([...pairs].filter(([key]) => key !== ''));
const sorted = (pairs: ReadonlyMap<string, string>) => [...pairs].sort(([a], [b]) => (a < b ? -1 : 1));

describe('as Java reads it', () => {
  test('every file is read alike', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, async (file) => {
        const entries = readEntries(file);
        const read = await java.read(file);
        expect(read === null).toBe(entries.some(({ malformed }) => malformed));
        if (read === null) return;
        expect(sorted(new Map(entries.map(({ key, value }) => [key, value])))).toEqual(sorted(read));
      }),
      runs,
    );
  });

  test('after an edit the keys have their values, and all others have theirs', async () => {
    await fc.assert(
      fc.asyncProperty(anyFile, anyChange, async (file, change) => {
        const before = await java.read(file);
        const after = await java.read(setProperties(file, change).bytes);
        fc.pre(before !== null);
        // A lone backslash that ends a file is an entry without key or value to Java, and none once a line follows it.
        expect(after && sorted(withoutEmptyKey(after))).toEqual(
          sorted(withoutEmptyKey(new Map([...before, ...change]))),
        );
      }),
      runs,
    );
  });
});
