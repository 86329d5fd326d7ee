import { defineConfig } from '@playwright/test';

// One worker: the stories share two cores with the tokens, the UTMs and the browsers they start.
export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  projects: [
    { name: 'story', testMatch: 'walk-through.story.ts' },
    { name: 'stories', testMatch: '*.e2e.ts' },
    { name: 'packaged', testMatch: 'packaged.packaged.ts' },
  ],
});
