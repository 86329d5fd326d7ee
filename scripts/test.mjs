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
/** Names of what failed, said once more at the end: a long run has scrolled them away. */
const failures = [];

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
  if (!passed) failures.push(name);
}

/** A runner with a report adds its counts; a runner that fell without one is a failure. */
function suite(name, command, report, count, extra = {}) {
  say(name);
  const passed = run(command, extra);
  const nothing = { passed: 0, failed: [] };
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : nothing;
  const failed = [...counted.failed];
  if (failed.length === 0 && !(passed && counted.passed > 0)) failed.push(`${name}: no report of a pass`);
  totals.passed += counted.passed;
  totals.failed += failed.length;
  failures.push(...failed);
}

const vitestCounts = ({ testResults }) => {
  const tests = testResults.flatMap(({ name, status, message, assertionResults }) =>
    // A file that fell before its first test has none to name.
    status === 'failed' && assertionResults.length === 0
      ? [{ title: `${path.relative(root, name)}: ${message}`, passed: false }]
      : assertionResults.map((test) => ({
          title: `${path.relative(root, name)}: ${test.fullName}`,
          passed: test.status === 'passed',
        })),
  );
  return countsOf(tests);
};

const playwrightCounts = ({ suites, errors }) => {
  const within = ({ specs = [], suites: inner = [] }) => [...specs, ...inner.flatMap(within)];
  const tests = suites
    .flatMap(within)
    .flatMap(({ file, title, tests: runs }) =>
      runs.map(({ status }) => ({ title: `${file}: ${title}`, passed: status === 'expected' })),
    );
  return countsOf([...tests, ...errors.map(({ message }) => ({ title: message, passed: false }))]);
};

function countsOf(tests) {
  const failed = tests.filter(({ passed }) => !passed).map(({ title }) => title);
  return { passed: tests.length - failed.length, failed };
}

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
for (const name of failures) say(`failed: ${name}`);
process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed\n`);
process.exit(totals.failed === 0 ? 0 : 1);
