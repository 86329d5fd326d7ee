import path from 'node:path';
import { app, type UtilityProcess, utilityProcess } from 'electron';
import { practiceAccountArguments } from '../practice/account/arguments.ts';
import { practiceCertificationArguments } from '../practice/certification-account/arguments.ts';
import { serviceNoticeSchema } from '../practice/service-notice.ts';
import { practiceUtmArguments } from '../practice/utm/arguments.ts';
import type { TokenProcessHandle } from '../token/token-access.ts';
import { mchdCheckProcess } from './mchd-check-process.ts';
import { type ProcessStarters, processEntries, type StartedService } from './process-starters.ts';

/** `kill()` of a utility process asks; a library that hangs does not listen. */
function endNow(child: UtilityProcess): void {
  if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
}

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
    kill: () => endNow(child),
  };
}

/** Without it Chromium does not start for root; whoever is root has given it already. */
const rootSwitch = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : []);

/** Starts a stand-in service and waits until it knows its port. */
const startService = (entry: string, args: readonly string[], serviceName: string): Promise<StartedService> =>
  new Promise((resolve, reject) => {
    const child = utilityProcess.fork(entry, [...args], { serviceName, stdio: 'ignore' });
    const gone = new Promise<void>((resolveGone) => child.once('exit', () => resolveGone()));
    child.once('exit', (code) => reject(new Error(`${serviceName} ended with code ${code}`)));
    const stop = () => {
      endNow(child);
      return gone;
    };
    const listening = new Promise<void>((answers) => {
      child.on('message', (message: unknown) => {
        const notice = serviceNoticeSchema.safeParse(message);
        if (!notice.success) return;
        if (notice.data.kind === 'listening') answers();
        resolve({ port: notice.data.port, listening, stop });
      });
    });
  });

/** Helpers as Electron utility processes. `folder`: where the built entries stand. */
export const utilityStarters = (folder: string): ProcessStarters => {
  // The installed program is its own helper; from source, Electron needs to be told where the program lies.
  const ownFolder = app.isPackaged ? [] : [app.getAppPath()];
  const entry = (id: keyof typeof processEntries): string => path.join(folder, processEntries[id]);
  return {
    tokenProcess: () => startTokenProcess(entry('token')),
    practiceTokenProcess: () => startTokenProcess(entry('practiceToken')),
    practiceUtm: (start) =>
      startService(entry('practiceUtm'), practiceUtmArguments(start), 'egais-wizard-practice-utm'),
    practiceAccount: (start) =>
      startService(entry('practiceAccount'), practiceAccountArguments(start), 'egais-wizard-practice-account'),
    practiceDownloadSite: () => startService(entry('practiceDownloadSite'), [], 'egais-wizard-practice-download-site'),
    practiceCertification: (start) =>
      startService(
        entry('practiceCertification'),
        practiceCertificationArguments(start),
        'egais-wizard-practice-certification',
      ),
    checkMchd: mchdCheckProcess(entry('mchd')),
    mendProgram: { file: process.execPath, words: ownFolder },
    windowProgram: { words: [process.execPath, ...ownFolder, ...rootSwitch()], loginItems: app },
    practiceMendHelper: (args) =>
      new Promise((resolve) => {
        const child = utilityProcess.fork(entry('practiceMendHelper'), [...args], {
          serviceName: 'egais-wizard-practice-mend',
          stdio: 'ignore',
        });
        child.once('exit', resolve);
      }),
  };
};
