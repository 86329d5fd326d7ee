import path from 'node:path';
import { utilityProcess } from 'electron';
import { practiceUtmArguments } from '../practice/utm/launcher.ts';
import type { TokenProcessHandle } from '../token/token-access.ts';
import { type ProcessStarters, processEntries } from './process-starters.ts';

/**
 * A clean environment for helpers: nothing of ours is passed in it. The standard output of a vendor library is nobody's
 * business and is dropped.
 */
function startTokenProcess(entry: string): TokenProcessHandle {
  const child = utilityProcess.fork(entry, [], { serviceName: 'egais-wizard-token', stdio: 'ignore' });
  return {
    get pid() {
      return child.pid;
    },
    post: (message) => child.postMessage(message),
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.on('exit', (code) => listener(code));
    },
    kill: () => {
      // `kill()` of a utility process asks; a library that hangs does not listen.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}

/** Helpers as Electron utility processes. `folder`: where the built entries stand. */
export const utilityStarters = (folder: string): ProcessStarters => ({
  tokenProcess: () => startTokenProcess(path.join(folder, processEntries.token)),
  practiceTokenProcess: () => startTokenProcess(path.join(folder, processEntries.practiceToken)),
  practiceUtm: (place) =>
    new Promise((resolve, reject) => {
      const child = utilityProcess.fork(
        path.join(folder, processEntries.practiceUtm),
        [...practiceUtmArguments(place)],
        {
          serviceName: 'egais-wizard-practice-utm',
          stdio: 'ignore',
        },
      );
      child.once('exit', (code) => reject(new Error(`The stand-in UTM ended with code ${code}`)));
      child.on('message', (message: { kind?: unknown; port?: unknown }) => {
        if (message.kind === 'listening' && typeof message.port === 'number') {
          resolve({ port: message.port, stop: () => child.kill() });
        }
      });
    }),
});
