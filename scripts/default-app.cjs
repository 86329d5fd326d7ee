// The default application of the npm-carried Electron: what `electron <folder>` needs and a packaged app does not carry.
// It honours `-r`/`--require` (a test driver passes its loader that way), takes the first plain argument as the
// application, gives Electron its name and version, and loads its entry as the main module.
const { app } = require('electron');
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { pathToFileURL } = require('node:url');

const preloads = [];
let target = null;
for (let rest = process.argv.slice(1); rest.length > 0 && target === null; ) {
  const argument = rest.shift();
  if (argument === '-r' || argument === '--require') preloads.push(rest.shift());
  else if (argument.startsWith('--require=')) preloads.push(argument.slice('--require='.length));
  else if (!argument.startsWith('-')) target = argument;
}
if (preloads.length > 0) Module._preloadModules(preloads);
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });

const folder = path.resolve(target ?? '.');
const manifestFile = path.join(folder, 'package.json');
const manifest = fs.existsSync(manifestFile) ? JSON.parse(fs.readFileSync(manifestFile, 'utf8')) : null;
if (manifest) {
  if (manifest.version) app.setVersion(manifest.version);
  app.name = manifest.productName || manifest.name || app.name;
}
const entry = Module._resolveFilename(folder, null, true);
app.setAppPath(manifest ? folder : path.dirname(entry));
if (entry.endsWith('.mjs') || (entry.endsWith('.js') && manifest?.type === 'module')) {
  import(pathToFileURL(entry).href).catch((error) => {
    console.error(error);
    app.exit(1);
  });
} else {
  Module._load(entry, Module, true);
}
