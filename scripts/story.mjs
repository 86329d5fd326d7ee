// `npm run story`: walks the whole wizard in practice mode under a virtual display and leaves numbered screenshots.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { say } from './say.mjs';
import { orStop, root, setUpBuild, setUpDependencies, setUpElectron, setUpSystemPackages } from './set-up.mjs';
import { underDisplay } from './virtual-display.mjs';

await orStop(async () => {
  setUpSystemPackages(['build', 'window', 'display']);
  setUpDependencies();
  const electron = await setUpElectron();
  setUpBuild();
  rmSync(path.join(root, 'screenshots'), { recursive: true, force: true });
  const [command, args] = underDisplay('npx', ['playwright', 'test', '--project=story']);
  const run = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...electron.env } });
  if (run.status === 0) say('the screenshots are in screenshots/');
  process.exit(run.status ?? 1);
});
