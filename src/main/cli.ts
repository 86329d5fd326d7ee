import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { childStarters } from './child-starters.ts';
import { runCommandLine } from './cli/run.ts';
import { parseCommandLine } from './command-line.ts';

// The command line from source: plain Node, no Electron. Where the profile lies follows each system's own custom, as
// Electron's `userData` does for the installed program.
function ownProfileDir(): string {
  const home = homedir();
  const base =
    process.platform === 'win32'
      ? (process.env.APPDATA ?? path.join(home, 'AppData/Roaming'))
      : process.platform === 'darwin'
        ? path.join(home, 'Library/Application Support')
        : (process.env.XDG_CONFIG_HOME ?? path.join(home, '.config'));
  return path.join(base, 'ЕГАИС Мастер');
}

const words = process.argv.slice(2);
const line = parseCommandLine(words, true);
const profileDir = path.resolve((line.ok && line.value.global.profileDir) || ownProfileDir());
mkdirSync(profileDir, { recursive: true });

process.exitCode = await runCommandLine(words, { starters: childStarters(import.meta.dirname), profileDir });
