import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const needsWine = 'test/machine/wine.test.ts';
const wineIsPrepared = existsSync('node_modules/.cache/windows-logic/.stamp');
if (!wineIsPrepared) process.stderr.write(`${needsWine} is left out: \`npm test\` prepares Wine where it can be had\n`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**', ...(wineIsPrepared ? [] : [needsWine])],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});
