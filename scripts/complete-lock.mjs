// `node scripts/complete-lock.mjs`, after `npm install` has changed package-lock.json.
//
// Some package mirrors carry only a few platforms' builds of native tools. npm then leaves the others out of the lock
// file, and `npm ci` refuses such a lock everywhere. This adds the optional platform packages that are missing, pinned
// to the version their parent names, so that one lock serves every platform; without an integrity hash, because the
// mirror could not give one.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const file = path.resolve(import.meta.dirname, '../package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'aix', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'x64', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** The platform that a package of the form `name-<os>-<cpu>[-<libc>]` is for, as npm writes it. */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const musl = words.some((word) => word.startsWith('musl'));
  const glibc = words.some((word) => word.startsWith('gnu'));
  return {
    ...(cpu && { cpu: [cpu] }),
    ...(os && { os: [os] }),
    ...(musl && { libc: ['musl'] }),
    ...(glibc && os === 'linux' && { libc: ['glibc'] }),
  };
}

const exactVersion = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
let added = 0;
for (const parent of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] || !exactVersion.test(version)) continue;
    lock.packages[place] = { version, ...platformOf(name), dev: true, optional: true };
    added += 1;
  }
}

const byPlace = ([left], [right]) => left.localeCompare(right, 'en');
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(byPlace));
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stderr.write(`${added} platform packages added\n`);
