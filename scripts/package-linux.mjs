// `npm run package:linux`: the unpacked application for Linux x64, offline, from the runtime that is already here.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { orStop, root, setUpBuild, setUpDependencies, setUpElectron, setUpSystemPackages } from './set-up.mjs';

await orStop(async () => {
  setUpSystemPackages(['build', 'window']);
  setUpDependencies();
  const electron = await setUpElectron();
  setUpBuild();
  const version = readFileSync(path.join(electron.folder, 'version'), 'utf8').trim().replace(/^v/, '');
  const builder = path.join(root, 'node_modules/electron-builder/cli.js');
  const options = ['--linux', 'dir', `-c.electronDist=${electron.folder}`, `-c.electronVersion=${version}`];
  const run = spawnSync(process.execPath, [builder, ...options, ...process.argv.slice(2)], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  // The runtime from source carries a default application; a packaged one has no use for it.
  rmSync(path.join(root, 'dist/linux-unpacked/resources/default_app.asar'), { force: true });
  process.exit(run.status ?? 1);
});
