import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { linuxElevation } from '../../../src/machine/mending/linux-elevation.ts';
import { type MendGround, performMend } from '../../../src/machine/mending/perform.ts';
import { databasesOnDisk, keptName } from '../../../src/machine/mending/renew-database.ts';
import type { CommandOutcome } from '../../../src/machine/system.ts';
import * as windows from '../recorded/outputs/windows.ts';
import { printed, recordedSystem } from '../recorded-system.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const at = new Date(2026, 8, 8, 15, 33, 15);
const stamped = 'transportDB-2026-09-08-153315';

/** A UTM's folder with a database in it. */
function utmFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'УТМ-'));
  folders.push(folder);
  mkdirSync(join(folder, 'transportDB', 'seg0'), { recursive: true });
  writeFileSync(join(folder, 'transportDB', 'seg0', 'c10.dat'), 'все документы');
  return folder;
}

const isWhole = (folder: string, name: string): boolean =>
  existsSync(join(folder, name, 'seg0', 'c10.dat')) &&
  readFileSync(join(folder, name, 'seg0', 'c10.dat'), 'utf8') === 'все документы';

/** A supervisor of one UTM, whose database stands on the real disk. `refuses`: what it does not do. */
function ground(folder: string, refuses: readonly string[] = []) {
  const did: string[] = [];
  let running = true;
  const run = async (program: string, args: readonly string[]): Promise<CommandOutcome> => {
    const [action = ''] = args;
    did.push([program.split('/').at(-1), ...args].join(' '));
    if (action === 'status') return printed(`utm   ${running ? 'RUNNING   pid 1' : 'STOPPED   Not started'}\n`);
    if (refuses.includes(action)) return printed('utm: ERROR (abnormal termination)', 7);
    running = action === 'start';
    return printed('');
  };
  const databases = { ...databasesOnDisk(async () => folder), now: () => at };
  const all: MendGround = {
    system: { platform: 'linux', run },
    install: async () => ({ kind: 'unavailable', cause: '' }),
    databases,
  };
  return { did, all, isRunning: () => running };
}

const renew = (start: boolean) => ({ operation: 'renew-utm-database', service: 'utm', start }) as const;

describe('a database that is put aside', () => {
  test('stands whole beside its old place, and the UTM is started', async () => {
    const folder = utmFolder();
    const { all, did } = ground(folder);
    expect(await performMend(renew(true), all)).toEqual({
      kind: 'done',
      restartNeeded: false,
      movedTo: join(folder, stamped),
    });
    expect(readdirSync(folder)).toEqual([stamped]);
    expect(isWhole(folder, stamped)).toBe(true);
    expect(did).toEqual(['supervisorctl status utm', 'supervisorctl stop utm', 'supervisorctl start utm']);
  });

  test('without its PINs the UTM stays stopped', async () => {
    const folder = utmFolder();
    const { all, isRunning } = ground(folder);
    expect(await performMend(renew(false), all)).toMatchObject({ kind: 'done', movedTo: join(folder, stamped) });
    expect(isRunning()).toBe(false);
  });

  test('a UTM that cannot be stopped keeps it', async () => {
    const folder = utmFolder();
    const { all } = ground(folder, ['stop']);
    expect(await performMend(renew(true), all)).toMatchObject({
      kind: 'failed',
      step: '/usr/bin/supervisorctl stop utm',
    });
    expect(readdirSync(folder)).toEqual(['transportDB']);
  });

  test('a UTM that does not start afterwards: it is told where the database is', async () => {
    const folder = utmFolder();
    const { all } = ground(folder, ['start']);
    expect(await performMend(renew(true), all)).toMatchObject({ kind: 'failed', movedTo: join(folder, stamped) });
    expect(isWhole(folder, stamped)).toBe(true);
  });

  test('where the name is taken nothing is overwritten, and the UTM is put back as it was', async () => {
    const folder = utmFolder();
    mkdirSync(join(folder, stamped));
    const { all, isRunning } = ground(folder);
    expect(await performMend(renew(true), all)).toMatchObject({ kind: 'failed', output: 'exists already' });
    expect(isWhole(folder, 'transportDB')).toBe(true);
    expect(readdirSync(join(folder, stamped))).toEqual([]);
    expect(isRunning()).toBe(true);
  });

  test('a database held for a moment is waited for', async () => {
    const folder = utmFolder();
    const { all } = ground(folder);
    let tries = 0;
    const held: MendGround = {
      ...all,
      databases: {
        ...all.databases,
        rename: (from, to) => {
          tries += 1;
          const busy = Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
          return tries < 3 ? Promise.reject(busy) : all.databases.rename(from, to);
        },
      },
    };
    expect(await performMend(renew(true), held)).toMatchObject({ kind: 'done' });
    expect(tries).toBe(3);
  });

  test('a rename that fails for good: the UTM is put back as it was', async () => {
    const folder = utmFolder();
    const { all, isRunning } = ground(folder);
    const full: MendGround = {
      ...all,
      databases: { ...all.databases, rename: () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' })) },
    };
    expect(await performMend(renew(true), full)).toMatchObject({ kind: 'failed', output: 'Error: EIO' });
    expect([isWhole(folder, 'transportDB'), isRunning()]).toEqual([true, true]);
  });

  test.each([
    ['there is none', (folder: string) => rmSync(join(folder, 'transportDB'), { recursive: true })],
    [
      'a link stands in its place',
      (folder: string) => {
        const elsewhere = utmFolder();
        rmSync(join(folder, 'transportDB'), { recursive: true });
        symlinkSync(join(elsewhere, 'transportDB'), join(folder, 'transportDB'));
      },
    ],
    [
      'a file stands in its place',
      (folder: string) => {
        rmSync(join(folder, 'transportDB'), { recursive: true });
        writeFileSync(join(folder, 'transportDB'), '');
      },
    ],
  ])('%s: the UTM is not even stopped', async (_, make) => {
    const folder = utmFolder();
    make(folder);
    const { all, did } = ground(folder);
    expect(await performMend(renew(true), all)).toMatchObject({ kind: 'failed' });
    expect(did).toEqual([]);
  });

  test('a UTM whose folder nobody knows is left alone', async () => {
    const { all, did } = ground(utmFolder());
    const lost = { ...all, databases: { ...all.databases, folderOf: async () => null } };
    expect(await performMend(renew(true), lost)).toMatchObject({ kind: 'failed', output: 'not found' });
    expect(did).toEqual([]);
  });
});

class PowerCut extends Error {}

test('whenever the power goes, the old database stands whole under the one name or the other', async () => {
  for (let cutAt = 0; ; cutAt += 1) {
    const folder = utmFolder();
    const { all } = ground(folder);
    let step = 0;
    const orCut =
      <Args extends unknown[], Answer>(call: (...args: Args) => Promise<Answer>) =>
      async (...args: Args): Promise<Answer> => {
        if (step === cutAt) throw new PowerCut();
        const answer = await call(...args);
        step += 1;
        return answer;
      };
    const { databases, system } = all;
    const cut: MendGround = {
      ...all,
      system: { ...system, run: orCut(system.run) },
      databases: {
        ...databases,
        folderOf: orCut(databases.folderOf),
        kindOf: orCut(databases.kindOf),
        // After the step, too: the name has changed, and nobody came to know.
        rename: async (from, to) => {
          await orCut(databases.rename)(from, to);
          if (step === cutAt) throw new PowerCut();
        },
      },
    };
    const outcome = await performMend(renew(true), cut).catch((error: unknown) => {
      expect(error).toBeInstanceOf(PowerCut);
      return null;
    });
    const names = readdirSync(folder);
    expect(names).toHaveLength(1);
    expect(isWhole(folder, names[0] ?? '')).toBe(true);
    if (outcome?.kind === 'done') break;
  }
});

test('the name has the time on the wall', () => {
  expect(keptName(at)).toBe(stamped);
  expect(keptName(new Date(2026, 0, 2, 3, 4, 5))).toBe('transportDB-2026-01-02-030405');
});

test('without root, one command of polkit is not enough', async () => {
  const system = recordedSystem({ platform: 'linux', files: { '/usr/bin/pkexec': '' } });
  expect(await linuxElevation(system, false).perform(renew(true))).toMatchObject({ kind: 'unavailable' });
});

describe('a service of Windows', () => {
  const line = (program: string, args: readonly string[]): string => [program, ...args].join(' ');
  /** `outcomes`: of each command one after the other, the last for ever. */
  function windowsGround(outcomes: Readonly<Record<string, readonly CommandOutcome[]>>) {
    const did: string[] = [];
    const left = new Map(Object.entries(outcomes).map(([name, all]) => [name, [...all]]));
    const run = async (program: string, args: readonly string[]): Promise<CommandOutcome> => {
      const asked = line(program, args);
      did.push(asked);
      const all = left.get(asked) ?? [];
      return (all.length > 1 ? all.shift() : all[0]) ?? printed('');
    };
    return { did, all: { ...ground(utmFolder()).all, system: { platform: 'win32' as const, run } } };
  }
  const state = (code: Parameters<typeof windows.service>[1]) => printed(windows.service('Transport', code));
  const restart = { operation: 'restart-utm-service', service: 'Transport' } as const;
  const smartCard = { 'sc.exe query SCardSvr': [printed(windows.scRunning)] };

  test('is started only once it has stopped, not while it stops', async () => {
    const { did, all } = windowsGround({
      ...smartCard,
      'sc.exe query Transport': [
        state('3  STOP_PENDING'),
        state('3  STOP_PENDING'),
        state('1  STOPPED'),
        state('4  RUNNING'),
      ],
    });
    expect(await performMend(restart, all)).toEqual({ kind: 'done', restartNeeded: false });
    const asked = did.filter((one) => one.includes('Transport'));
    expect(asked).toEqual([
      'sc.exe stop Transport',
      'sc.exe query Transport',
      'sc.exe query Transport',
      'sc.exe query Transport',
      'sc.exe start Transport',
      'sc.exe query Transport',
    ]);
    expect(did.indexOf('sc.exe start SCardSvr')).toBeLessThan(did.indexOf('sc.exe start Transport'));
  });

  test('that cannot listen yet is asked again, one that does not run is stopped already', async () => {
    const { did, all } = windowsGround({
      'sc.exe stop Transport': [printed('[SC] 1061', 1061), printed('[SC] 1061', 1061), printed('[SC] 1062', 1062)],
      'sc.exe query Transport': [state('1  STOPPED')],
    });
    expect(await performMend({ operation: 'stop-utm-service', service: 'Transport' }, all)).toMatchObject({
      kind: 'done',
    });
    expect(did.filter((one) => one === 'sc.exe stop Transport')).toHaveLength(3);
  });

  test('that is started on demand stays so when it starts with a new database', async () => {
    const { did, all } = windowsGround({
      ...smartCard,
      'sc.exe qc Transport': [printed(windows.qc('3   DEMAND_START'))],
      'sc.exe query Transport': [state('4  RUNNING'), state('1  STOPPED'), state('4  RUNNING')],
    });
    const databases: MendGround['databases'] = {
      folderOf: async () => 'C:\\UTM\\transporter',
      kindOf: async (path) => (path.endsWith('transportDB') ? 'folder' : 'absent'),
      rename: async () => undefined,
      now: () => at,
    };
    const order = { operation: 'renew-utm-database', service: 'Transport', start: true } as const;
    expect(await performMend(order, { ...all, databases })).toMatchObject({ kind: 'done' });
    expect(did).toContain('sc.exe start Transport');
    expect(did.filter((one) => one.startsWith('sc.exe config Transport'))).toEqual([]);
  });

  test('that may not be stopped is not started either', async () => {
    const { did, all } = windowsGround({ 'sc.exe stop Transport': [printed('[SC] 5', 5)] });
    expect(await performMend(restart, all)).toMatchObject({ kind: 'failed', exitCode: 5 });
    expect(did).toEqual(['sc.exe stop Transport']);
  });
});
