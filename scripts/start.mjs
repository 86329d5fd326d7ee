// `npm start`: opens the wizard in practice mode. Arguments after `--` go to the application (`npm start -- --real`).
import { spawn } from 'node:child_process';
import {
  orStop,
  root,
  rootSwitches,
  setUpBuild,
  setUpDependencies,
  setUpElectron,
  setUpSystemPackages,
} from './set-up.mjs';

const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (!hasDisplay) {
  const russian = (process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '').startsWith('ru');
  process.stderr.write(
    russian
      ? 'Экрана нет, и окну мастера негде открыться: команда «npm run story» пройдёт тот же путь и оставит снимки.\n'
      : 'There is no display for the window to open on: “npm run story” walks the same path and leaves screenshots.\n',
  );
  process.exit(1);
}

await orStop(async () => {
  setUpSystemPackages(['build', 'window']);
  setUpDependencies();
  const electron = await setUpElectron();
  setUpBuild();
  const given = process.argv.slice(2);
  const mode = given.includes('--real') ? [] : ['--practice'];
  const child = spawn(
    electron.executable,
    [...rootSwitches, root, ...mode, ...given.filter((word) => word !== '--real')],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...electron.env },
    },
  );
  child.on('exit', (code) => process.exit(code ?? 1));
});
