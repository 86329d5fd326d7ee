// `npm run faults`: every fault at every PKCS#11 call of every flow. Ends with one line: `injections: N, violations: N`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './say.mjs';
import { orStop, root, setUpDependencies, setUpSystemPackages } from './set-up.mjs';

await orStop(async () => {
  setUpSystemPackages(['build', 'oracles']);
  setUpDependencies();
});

const tallies = mkdtempSync(path.join(tmpdir(), 'egais-wizard-faults-'));
const started = Date.now();
// Most of the time is spent waiting for what hangs, so the three matrices run side by side whatever the cores.
const run = spawnSync(path.join(root, 'node_modules/.bin/vitest'), ['run', 'test/faults', '--maxWorkers=3'], {
  cwd: root,
  stdio: ['ignore', 2, 2],
  env: { ...process.env, FAULTS_TALLY: tallies },
});

const counted = readdirSync(tallies).map((file) => JSON.parse(readFileSync(path.join(tallies, file), 'utf8')));
rmSync(tallies, { recursive: true, force: true });
let injections = 0;
let violations = 0;
for (const tally of counted) {
  injections += tally.injections;
  violations += tally.violations.length;
  process.stdout.write(`${tally.name}: ${tally.injections} injections, ${tally.violations.length} violations\n`);
}
say(`${((Date.now() - started) / 1000).toFixed(0)} s`);
process.stdout.write(`\ninjections: ${injections}, violations: ${violations}\n`);
process.exit(run.status === 0 && violations === 0 && injections > 0 ? 0 : 1);
