import { defineConfig } from '@playwright/test';

// The runner of the stories starts the window here too; what is measured goes into the file of BENCH_FIGURES.
export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: 'keystrokes.ts',
  outputDir: '../test-results',
  workers: 1,
  timeout: 900_000,
  expect: { timeout: 120_000 },
  reporter: 'list',
});
