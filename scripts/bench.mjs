// `npm run bench`: how fast it is where people wait, beside a floor measured in the same run. Fails when a time misses
// its goal by far, or a ratio its limit at all: times belong to a machine, ratios do not.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';
import { orStop, root, setUpBuild, setUpDependencies, setUpElectron, setUpSystemPackages } from './set-up.mjs';
import { underDisplay } from './virtual-display.mjs';

const FAR = 3;

const electron = await orStop(async () => {
  setUpSystemPackages(['build', 'window', 'display']);
  setUpDependencies();
  const runtime = await setUpElectron();
  setUpBuild();
  return runtime;
});

// Inside node_modules, so that the bundle finds what is not bundled.
const cache = path.join(root, 'node_modules/.cache');
mkdirSync(cache, { recursive: true });
const folder = mkdtempSync(path.join(cache, 'bench-'));
const inFolder = (name) => path.join(folder, name);

/** Bundles what needs no window, as the product is bundled. Node 20 cannot run TypeScript. */
async function bundleComputation() {
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['pkcs11js', 'koffi'] },
    build: {
      ssr: path.join(root, 'bench/computation.ts'),
      target: 'node20.18',
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { format: 'esm', entryFileNames: 'computation.mjs' } },
    },
  });
}

/** Runs a part, its own words on standard error; answers what it measured, `null` when it fell. */
function measure(name, [command, args], file, environment = {}) {
  say(name);
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
  });
  return run.status === 0 && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const ms = (time) => `${time.toFixed(1)} ms`;

function figureLine({ name, count, p50, p95, goal, floor }) {
  const beside = floor ? `, ${(p95 / floor.p95).toFixed(2)} × ${floor.name} (p95 ${ms(floor.p95)})` : '';
  const aim = goal === null ? '' : `  goal p95 ≤ ${goal} ms: ${p95 <= goal ? 'met' : 'missed'}`;
  return `${name}: p50 ${ms(p50)}, p95 ${ms(p95)} of ${count}${beside}${aim}`;
}

const ratioLine = ({ name, bareMs, checkMs, ratio, limit }) =>
  `${name}: ${ms(checkMs)} against ${ms(bareMs)} bare, ratio ${ratio.toFixed(2)}  goal ≤ ${limit}: ${ratio <= limit ? 'met' : 'missed'}`;

const parts = [];
try {
  await bundleComputation();
  const computed = inFolder('computation.json');
  parts.push(measure('what needs no window', [process.execPath, [inFolder('computation.mjs'), computed]], computed));
  const typed = inFolder('keystrokes.json');
  parts.push(
    measure(
      'keystrokes in a real Electron',
      underDisplay(path.join(root, 'node_modules/.bin/playwright'), ['test', '--config=bench/playwright.config.ts']),
      typed,
      { ...electron.env, BENCH_FIGURES: typed },
    ),
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const figures = parts.flatMap((part) => part?.figures ?? []);
const ratios = parts.flatMap((part) => part?.ratios ?? []);
process.stdout.write(`${[...figures.map(figureLine), ...ratios.map(ratioLine)].join('\n')}\n`);
const far = figures.some(({ p95, goal }) => goal !== null && p95 > goal * FAR);
const over = ratios.some(({ ratio, limit }) => ratio > limit);
process.exit(parts.includes(null) || far || over ? 1 : 0);
