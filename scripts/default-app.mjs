// The default application of the npm-carried Electron: what `electron <folder>` needs and a packaged app does not carry.
// It honours `-r`/`--require` (a test driver passes its loader that way), takes the first plain argument as the
// application, gives Electron its name and version, and loads its entry. It is a module that awaits the entry, because
// Electron becomes ready when this has been evaluated, and applications have things to do before that.
import { existsSync, readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const preloads = [];
let target = null;
for (const rest = process.argv.slice(1); rest.length > 0 && target === null; ) {
  const argument = rest.shift();
  if (argument === '-r' || argument === '--require') preloads.push(rest.shift());
  else if (argument.startsWith('--require=')) preloads.push(argument.slice('--require='.length));
  else if (!argument.startsWith('-')) target = argument;
}
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

const folder = path.resolve(target ?? '.');
const manifestFile = path.join(folder, 'package.json');
const manifest = existsSync(manifestFile) ? JSON.parse(readFileSync(manifestFile, 'utf8')) : null;
if (manifest) {
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName || manifest.name || app.name;
}
const entry = createRequire(pathToFileURL(`${folder}/`)).resolve(folder);
app.setAppPath(manifest ? folder : path.dirname(entry));
if (entry.endsWith('.mjs') || (entry.endsWith('.js') && manifest?.type === 'module')) {
  await import(pathToFileURL(entry).href).catch((error) => {
    console.error(error);
    app.exit(1);
  });
} else {
  Module._load(entry, null, true);
}
