import { fork, type Serializable } from 'node:child_process';
import type { TokenProcessLauncher } from './token-access.ts';

/**
 * Starts token processes under plain Node, for the command line and the tests.
 * @param entry absolute path of the built entry of a token process
 */
export function childProcessLauncher(entry: string): TokenProcessLauncher {
  return () => {
    // Vendors' libraries may print; our standard output belongs to the command line's one document.
    const child = fork(entry, [], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
    return {
      pid: child.pid,
      // A child that has just died answers by its exit; the failure to send says nothing more.
      post: (message) => void child.send(message as Serializable, () => undefined),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.on('exit', listener);
        // A process that could not be started has no exit.
        child.on('error', () => child.pid === undefined && listener(null));
      },
      kill: () => child.kill('SIGKILL'),
    };
  };
}
