// `npm run fuzz`: a million broken inputs for every parser of what comes from outside. Ends with one line:
// `inputs: N, violations: N`. `-- --seed S --only PARSER --from N --runs N` tries the same inputs again.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { say } from '/work/main/scripts/say.mjs';
const root = '/work/main';


const entries = {
  fuzz: fileURLToPath(new URL('/work/main/test/fuzz/fuzz.ts', import.meta.url)),
  'fuzz-worker': fileURLToPath(new URL('/work/main/test/fuzz/fuzz-worker.ts', import.meta.url)),
};

/** Bundles the campaign and its worker into one folder. Node 20 cannot run TypeScript. */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['pkcs11js', 'koffi'] },
    build: {
      ssr: true,
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: {
        input: entries,
        output: { format: 'esm', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
  });
}

// Inside node_modules, so that the bundle finds what is not bundled.
const cache = path.join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'fuzz-'));
const started = Date.now();
try {
  await bundle(folder);
  const run = spawnSync(process.execPath, [path.join(folder, 'fuzz.mjs'), ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
say(`${((Date.now() - started) / 1000).toFixed(0)} s`);
