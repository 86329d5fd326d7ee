import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { defineConfig } from 'vitest/config';
import { ownDisk } from './test/support/own-disk.ts';

const runs = (program: string, ...args: readonly string[]): boolean => spawnSync(program, args).status === 0;

/** Tests that want something of the machine that not every machine has. Without it they are left out, and it is said. */
const demanding = [
  {
    test: 'test/machine/wine.test.ts',
    here: existsSync('node_modules/.cache/windows-logic/.stamp'),
    wants: 'Wine, which `npm test` prepares where it can be had',
  },
  // A JDK runs a program from its source, a bare runtime does not.
  { test: 'test/egais/utm-settings/java-agreement.test.ts', here: runs('javac', '-version'), wants: 'a JDK' },
  {
    test: 'test/main/full-disk.test.ts',
    here: runs(ownDisk[0], ...ownDisk.slice(1), tmpdir(), 'true'),
    wants: 'leave to mount a small disk',
  },
];
const leftOut = demanding.filter(({ here }) => !here);
for (const { test, wants } of leftOut) process.stderr.write(`${test} is left out: it wants ${wants}\n`);

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'node_modules/**', ...leftOut.map(({ test }) => test)],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
});
