// `npm test`: everything, in the order in which a failure is cheapest. Ends with one line: `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { say } from './say.mjs';
import { orStop, root, setUpBuild, setUpDependencies, setUpElectron, setUpSystemPackages } from './set-up.mjs';
import { underDisplay } from './virtual-display.mjs';
import { setUpWindowsLogic } from './windows-logic.mjs';

const reports = mkdtempSync(path.join(tmpdir(), 'egais-wizard-test-'));
const totals = { passed: 0, failed: 0 };

const electron = await orStop(async () => {
  setUpSystemPackages(['build', 'window', 'display', 'oracles']);
  setUpDependencies();
  setUpWindowsLogic();
  const runtime = await setUpElectron();
  setUpBuild();
  return runtime;
});

const environment = { ...process.env, ...electron.env };
const tool = (name, ...args) => [path.join(root, 'node_modules/.bin', name), args];

function run([command, args], extra = {}) {
  const started = Date.now();
  const outcome = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...environment, ...extra } });
  say(`${path.basename(command)}: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return outcome.status === 0;
}

/** A check without counts of its own is one test. */
function check(name, command) {
  say(name);
  const passed = run(command);
  totals[passed ? 'passed' : 'failed'] += 1;
  if (!passed) say(`${name}: failed`);
}

/** A runner with a report adds its counts; a runner that fell without one is a failure. */
function suite(name, command, report, count, extra = {}) {
  say(name);
  const passed = run(command, extra);
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  totals.passed += counted.passed;
  totals.failed += counted.failed;
  if (!passed && counted.failed === 0) totals.failed += 1;
  if (passed && counted.passed === 0) totals.failed += 1;
}

const vitestCounts = (report) => ({
  passed: report.numPassedTests,
  failed: report.numTotalTests - report.numPassedTests,
});
const playwrightCounts = ({ stats }) => ({
  passed: stats.expected,
  failed: stats.unexpected + stats.flaky + stats.skipped,
});

check('types', tool('tsc', '--noEmit'));
check('lint and format', tool('biome', 'check', '.'));
check('floors', tool('depcruise', 'src', 'test', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'));
check('dead code', tool('knip'));

const vitestReport = path.join(reports, 'vitest.json');
suite(
  'unit, contract and oracle tests',
  tool('vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`),
  vitestReport,
  vitestCounts,
);

check('packaged application for Linux', [process.execPath, [path.join(root, 'scripts/package-linux.mjs')]]);

const playwrightReport = path.join(reports, 'playwright.json');
suite(
  'stories in a real Electron',
  underDisplay(...tool('playwright', 'test', '--reporter=list,json')),
  playwrightReport,
  playwrightCounts,
  { PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport },
);

rmSync(reports, { recursive: true, force: true });
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
