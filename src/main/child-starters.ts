import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { launchPracticeAccount } from '../practice/account/launcher.ts';
import { practiceCertificationArguments } from '../practice/certification-account/arguments.ts';
import { launchPracticeService } from '../practice/service-launcher.ts';
import { launchPracticeUtm } from '../practice/utm/launcher.ts';
import { checkMchd } from '../setup/check-mchd.ts';
import { childProcessLauncher } from '../token/child-process-launcher.ts';
import { type ProcessStarters, processEntries } from './process-starters.ts';

/** Runs an entry under plain Node; answers its exit code. */
export const runToItsEnd =
  (entry: string) =>
  async (args: readonly string[]): Promise<number | null> => {
    const [code] = await once(fork(entry, [...args], { stdio: 'ignore', execArgv: [] }), 'exit');
    return typeof code === 'number' ? code : null;
  };

/** Helpers as Node child processes, for the command line from source. `folder`: where the built entries stand. */
export const childStarters = (folder: string): ProcessStarters => ({
  tokenProcess: childProcessLauncher(path.join(folder, processEntries.token)),
  practiceTokenProcess: childProcessLauncher(path.join(folder, processEntries.practiceToken)),
  practiceUtm: (start) => launchPracticeUtm({ entry: path.join(folder, processEntries.practiceUtm), ...start }),
  practiceAccount: (start) =>
    launchPracticeAccount({ entry: path.join(folder, processEntries.practiceAccount), ...start }),
  practiceDownloadSite: () => launchPracticeService(path.join(folder, processEntries.practiceDownloadSite), []),
  practiceCertification: (start) =>
    launchPracticeService(
      path.join(folder, processEntries.practiceCertification),
      practiceCertificationArguments(start),
    ),
  checkMchd: async (question) => checkMchd(question),
  mendProgram: { file: process.execPath, words: [path.join(folder, processEntries.mendHelper)] },
  windowProgram: null,
  practiceMendHelper: runToItsEnd(path.join(folder, processEntries.practiceMendHelper)),
});
