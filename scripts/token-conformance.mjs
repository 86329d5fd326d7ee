// `npm run -s token:conformance [-- --library PATH] [--report FILE]`: looks at the plugged-in tokens without a PIN and
// writes a report. With `--destructive --serial SERIAL` it also makes, uses and deletes a key pair of its own.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { orStop, root, setUpBuild, setUpDependencies, setUpSystemPackages } from './set-up.mjs';

await orStop(async () => {
  setUpSystemPackages(['build']);
  setUpDependencies();
  setUpBuild();
  const program = path.join(root, 'out/main/token-conformance.js');
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
});
