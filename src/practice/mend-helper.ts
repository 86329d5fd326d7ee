import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { serveMendHelper } from '../machine/mending/helper.ts';
import { createInstaller } from '../machine/mending/install-file.ts';
import type { CommandOutcome } from '../machine/system.ts';
import { changeBy } from './computers/commands-that-change.ts';
import { ComputerFile } from './computers/computer-file.ts';
import { follow } from './computers/follow.ts';
import type { ComputerRecord } from './computers/records.ts';
import { practiceDatabases } from './computers/utm-databases.ts';
import { installOnComputer } from './install-utm.ts';
import { readMendHelperArguments } from './mend-helper-arguments.ts';
import { createPracticeSystem } from './practice-system.ts';
import { buildToInstall } from './utm/installer.ts';
import { isRunning } from './utm/service-order.ts';
import { UtmFolder } from './utm/utm-folder.ts';

/**
 * The helper of practice mode: the same orders, the same commands, the same report; only the prompt is missing, and the
 * computer that is changed is a practice one.
 */
const { computer: file, ...around } = readMendHelperArguments(process.argv);
const computer = new ComputerFile(file);
const system = createPracticeSystem({
  computer: () => computer.read(),
  now: () => Date.now(),
  utmFolder: around.utmFolder,
});

function put(after: ComputerRecord): void {
  const before = computer.read();
  computer.write(after);
  follow(before, after, around);
}

async function run(program: string, args: readonly string[]): Promise<CommandOutcome> {
  const moment = { utmIsUp: isRunning(new UtmFolder(around.utmFolder)) };
  const change = changeBy(computer.read(), program, args, moment);
  if (change === null) return system.run(program, args);
  put(change.record);
  return change.outcome;
}

const fine: CommandOutcome = { exitCode: 0, stdout: '', stderr: '', missing: false, timedOut: false };

const temporaryFolder = join(dirname(file), 'installing');
mkdirSync(temporaryFolder, { recursive: true });

process.exit(
  await serveMendHelper(process.argv, {
    system: { platform: system.platform, run },
    databases: practiceDatabases(system, around.utmFolder),
    install: createInstaller({
      temporaryFolder,
      closeFolder: async () => fine,
      // The UTM's installer installs the UTM, whatever else was picked the drivers; nothing of it is run.
      async run(program, args) {
        const build = await buildToInstall(args.at(-1) ?? program);
        if (build !== null) {
          return { ...fine, exitCode: await installOnComputer(build, { computer, utmFolder: around.utmFolder, put }) };
        }
        put({ ...computer.read(), drivers: 'both-copies' });
        return fine;
      },
    }),
  }),
);
