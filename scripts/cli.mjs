// `npm run -s cli -- COMMAND`: the command line from source. Set-up speaks on standard error only.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { orStop, root, setUpBuild, setUpDependencies, setUpSystemPackages } from './set-up.mjs';

await orStop(async () => {
  setUpSystemPackages(['build']);
  setUpDependencies();
  setUpBuild();
  const child = spawn(process.execPath, [path.join(root, 'out/main/cli.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
});
