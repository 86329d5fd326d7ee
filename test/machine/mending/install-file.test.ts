import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createInstaller, type InstallGround } from '../../../src/machine/mending/install-file.ts';
import { readPickedInstaller } from '../../../src/machine/mending/picked-installer.ts';
import { createNodeSystem } from '../../../src/machine/node-system.ts';
import { printed, recordedSystem } from '../recorded-system.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'egais-wizard-installer-'));
  mkdirSync(join(folder, 'temp'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const program = 'MZ and the rest of a program';

function file(name: string, text = program): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** Runs nothing; remembers what would have run, and what stood there at that moment. */
function ground(exitCode = 0, closed = 0) {
  const ran: { program: string; args: readonly string[]; bytes: string; beside: readonly string[] }[] = [];
  const on: InstallGround = {
    temporaryFolder: join(folder, 'temp'),
    closeFolder: async () => printed('', closed),
    async run(path, args) {
      const own = args.at(-1) ?? path;
      ran.push({ program: path, args, bytes: readFileSync(own, 'utf8'), beside: readdirSync(dirname(own)) });
      return printed('', exitCode);
    },
  };
  return { ran, install: createInstaller(on) };
}

describe('an installer with an administrator’s rights', () => {
  test('is run from a copy in a folder of its own, of which nothing is left', async () => {
    const picked = file('Драйвер токена.exe');
    const { ran, install } = ground();
    expect(await install(picked, sha256(program))).toEqual({ kind: 'done', restartNeeded: false });
    expect(ran).toMatchObject([{ args: [], bytes: program, beside: ['Драйвер токена.exe'] }]);
    expect(dirname(ran[0]?.program ?? '')).not.toBe(folder);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  test('a package is given to the system’s installer', async () => {
    const { ran, install } = ground();
    await install(file('client.msi'), sha256(program));
    expect(ran).toMatchObject([{ program: 'msiexec.exe', args: ['/i', expect.stringMatching(/client\.msi$/)] }]);
  });

  test('is not run when it is another file than the one that was shown', async () => {
    const picked = file('driver.exe');
    const { ran, install } = ground();
    writeFileSync(picked, 'MZ something else');
    expect(await install(picked, sha256(program))).toEqual({ kind: 'file-changed' });
    expect(ran).toEqual([]);
    expect(readdirSync(join(folder, 'temp'))).toEqual([]);
  });

  test('is not run from a folder that others can write to', async () => {
    const { ran, install } = ground(0, 5);
    expect(await install(file('driver.exe'), sha256(program))).toMatchObject({ kind: 'failed', exitCode: 5 });
    expect(ran).toEqual([]);
  });

  test.each([
    [3010, { kind: 'done', restartNeeded: true }],
    [1641, { kind: 'done', restartNeeded: true }],
    [1602, { kind: 'failed', step: 'driver.exe', exitCode: 1602 }],
  ])('ends with %i', async (code, outcome) => {
    expect(await ground(code).install(file('driver.exe'), sha256(program))).toMatchObject(outcome);
  });
});

describe('a picked file', () => {
  const system = createNodeSystem();

  test('is told by its name, size, digest and kind; here nobody tells its signature', async () => {
    const picked = await readPickedInstaller(system, file('driver.exe'));
    expect(picked).toEqual({
      ok: true,
      value: { name: 'driver.exe', size: program.length, sha256: sha256(program), kind: 'program', signature: null },
    });
  });

  test.each([
    ['archive.zip', 'PK'],
    ['notes.exe', 'just text'],
    ['program.msi', program],
    ['empty.exe', ''],
  ])('%s is no installer', async (name, text) => {
    expect(await readPickedInstaller(system, file(name, text))).toMatchObject({
      problem: { code: 'MACHINE_INSTALLER_UNKNOWN', values: { file: name } },
    });
  });

  test('that is gone is a problem with its name', async () => {
    expect(await readPickedInstaller(system, join(folder, 'gone.exe'))).toMatchObject({
      problem: { code: 'MACHINE_INSTALLER_UNREADABLE', values: { file: 'gone.exe' } },
    });
  });

  test.each([
    ['Valid', 'valid'],
    ['NotSigned', 'absent'],
    ['HashMismatch', 'broken'],
    ['NotTrusted', 'untrusted'],
    ['UnknownError', 'untrusted'],
  ])('Windows calls its signature %s', async (status, state) => {
    const picked = file('driver.exe');
    const answer = [{ Path: picked, Version: '1.0', Status: status, Signer: 'АО «Изготовитель»' }];
    const windows = recordedSystem({
      files: { [picked]: program },
      commands: { 'powershell signatures': printed(JSON.stringify(answer)) },
    });
    expect(await readPickedInstaller(windows, picked)).toMatchObject({
      value: { name: basename(picked), signature: { state, publisher: 'АО «Изготовитель»' } },
    });
  });
});
