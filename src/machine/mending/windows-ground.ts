import { win32 } from 'node:path';
import { z } from 'zod';
import { registeredFolder } from '../questions/installed-utms.ts';
import { runProgram } from '../run-program.ts';
import { createInstaller } from './install-file.ts';
import type { MendGround } from './perform.ts';
import { databasesOnDisk } from './renew-database.ts';

const reportSchema = z.object({ sharedObjects: z.array(z.string()) });

/** An installer stands open as long as a person needs; the helper ends with it. */
const longestInstallMs = 55 * 60_000;

/**
 * The folder of Windows' own programs, told by where Windows loaded its own library into this process from. The
 * environment is not asked: an ordinary program may set its variables for a helper that has more rights.
 */
function systemFolder(): string {
  const report = reportSchema.safeParse(process.report?.getReport());
  const ntdll = report.success ? report.data.sharedObjects.find((path) => /\\ntdll\.dll$/i.test(path)) : undefined;
  return ntdll === undefined ? 'C:\\Windows\\System32' : win32.dirname(ntdll);
}

const homes: Readonly<Record<string, string>> = { 'powershell.exe': 'WindowsPowerShell\\v1.0\\powershell.exe' };

/** SIDs of the administrators and of the system («Well-known SIDs»): their names are translated. */
const administrators = '*S-1-5-32-544:(OI)(CI)F';
const localSystem = '*S-1-5-18:(OI)(CI)F';

/** What the helper works with on a real Windows. */
export function windowsGround(): MendGround {
  const folder = systemFolder();
  const own = (program: string): string =>
    /[\\/]/.test(program) ? program : win32.join(folder, homes[program] ?? program);
  const run: MendGround['system']['run'] = (program, args, limitMs) => runProgram(own(program), args, { limitMs });
  return {
    system: { platform: 'win32', run },
    databases: databasesOnDisk((service) => registeredFolder({ run }, service)),
    install: createInstaller({
      temporaryFolder: win32.join(win32.dirname(folder), 'Temp'),
      closeFolder: (closed) =>
        run('icacls.exe', [closed, '/inheritance:r', '/grant:r', administrators, '/grant:r', localSystem]),
      run: (program, args) => runProgram(own(program), args, { limitMs: longestInstallMs, inSight: true }),
    }),
  };
}
