import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { changeTransportSettings } from '../../../src/egais/utm/settings/change-settings.ts';
import { sweepLeftovers } from '../../../src/egais/utm/settings/leftover.ts';
import { diskFiles, type SettingsFiles } from '../../../src/egais/utm/settings/settings-files.ts';

const folders: string[] = [];
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'utm-settings-'));
  folders.push(folder);
  file = path.join(folder, 'transport.properties');
});
afterAll(() => {
  for (const each of folders) rmSync(each, { recursive: true, force: true });
});

const now = new Date(2026, 8, 18, 12, 30, 5);
const before = '# \xcf\xee\xf0\xf2\r\nweb.server.port=8080\r\ncrypto.lib.pki.keyPassword=22222222\r\n';
const pins = { gostPin: '0987654321', pkiPin: '11111111' };
const after = `${before.replace('22222222', '11111111')}${[
  'crypto.lib.gost.keystorePassword=0987654321',
  'crypto.lib.gost.keyPassword=0987654321',
  'crypto.lib.pki.keystorePassword=11111111',
].join('\r\n')}\r\n`;

const start = (): void => writeFileSync(file, before, 'latin1');
const content = (name = file): string => readFileSync(name, 'latin1');

/** The disk, on which nobody waits for a held file by the clock. */
const disk: SettingsFiles = { ...diskFiles, rest: () => Promise.resolve() };
const change = (files: SettingsFiles = disk, at = now) => changeTransportSettings(files, file, pins, at);

/** Every name beside the settings under which a PIN can be read. */
const pinsBeside = (): string[] =>
  readdirSync(folder)
    .filter((name) => name !== path.basename(file))
    .filter((name) => /11111111|22222222|09876/.test(content(path.join(folder, name))));

/** Names of the steps that change something, in the order in which they are made. */
const changing = ['create', 'write', 'give', 'flush', 'rename', 'flushFolder', 'remove', 'empty'] as const;

class PowerCut extends Error {}

/** A computer that loses its power before its n-th change, in the midst of it where it writes, and never comes back. */
function losingPower(n: number): { readonly files: SettingsFiles; readonly cut: () => boolean } {
  let made = 0;
  let dark = false;
  const step = async (half: () => Promise<void>, whole: () => Promise<void>): Promise<void> => {
    if (dark) throw new PowerCut();
    made += 1;
    if (made > n) {
      dark = true;
      await half();
      throw new PowerCut();
    }
    await whole();
  };
  const nothing = () => Promise.resolve();
  const guarded = Object.fromEntries(
    changing
      .filter((name) => name !== 'write')
      .map((name) => [
        name,
        (...args: unknown[]) =>
          step(nothing, () => (diskFiles[name] as (...args: unknown[]) => Promise<void>)(...args)),
      ]),
  );
  const write: SettingsFiles['write'] = (name, bytes) =>
    step(
      () => diskFiles.write(name, bytes.subarray(0, bytes.length / 2)),
      () => diskFiles.write(name, bytes),
    );
  return { files: { ...disk, ...guarded, write }, cut: () => dark };
}

/** The disk, but for one step that the system refuses. */
const refusing = (step: keyof SettingsFiles, code: string, times = 1): SettingsFiles => {
  let calls = 0;
  return {
    ...disk,
    [step]: async (...args: unknown[]) => {
      calls += 1;
      if (calls >= times) throw Object.assign(new Error(code), { code });
      return (diskFiles[step] as (...args: unknown[]) => Promise<unknown>)(...args);
    },
  };
};

describe('replacing the settings', () => {
  test('the new bytes stand under the name, the old ones without PINs beside it', async () => {
    start();
    const backup = path.join(folder, 'transport.properties.20260918-123005.bak');
    expect(await change()).toEqual({
      ok: true,
      value: {
        file,
        backup,
        changed: [
          'crypto.lib.pki.keyPassword',
          'crypto.lib.gost.keystorePassword',
          'crypto.lib.gost.keyPassword',
          'crypto.lib.pki.keystorePassword',
        ],
      },
    });
    expect(content()).toBe(after);
    expect(content(backup)).toBe(before.replace('22222222', ''));
    expect(readdirSync(folder).sort()).toEqual(['transport.properties', path.basename(backup)]);
  });

  test('what is so already is left alone', async () => {
    start();
    await change();
    const { ino } = statSync(file);
    expect(await change()).toMatchObject({ value: { changed: [], backup: null } });
    expect([statSync(file).ino, readdirSync(folder).length]).toEqual([ino, 2]);
  });

  test('a cut between any two steps, and in the midst of writing, leaves the old bytes or the new ones, whole', async () => {
    const left = new Set<string>();
    let cuts = 0;
    for (let n = 0; ; n += 1) {
      rmSync(folder, { recursive: true, force: true });
      folder = mkdtempSync(path.join(tmpdir(), 'utm-settings-'));
      folders.push(folder);
      file = path.join(folder, 'transport.properties');
      start();
      const power = losingPower(n);
      await change(power.files);
      if (!power.cut()) break;
      cuts += 1;
      expect([before, after]).toContain(content());
      left.add(content());
      const backups = readdirSync(folder).filter((name) => name.endsWith('.bak'));
      for (const name of backups) expect(content(path.join(folder, name))).toBe(before.replace('22222222', ''));

      // The next run finishes, and takes away what the cut left.
      expect(await change()).toMatchObject({ ok: true });
      expect(content()).toBe(after);
      expect(readdirSync(folder).filter((name) => /11111111|22222222/.test(content(path.join(folder, name))))).toEqual([
        'transport.properties',
      ]);
    }
    expect(cuts).toBeGreaterThan(12);
    expect(left.size).toBe(2);
  });

  test('rights stay, and a link stays a link', async () => {
    const target = path.join(folder, 'real.properties');
    writeFileSync(target, before, 'latin1');
    chmodSync(target, 0o640);
    symlinkSync(target, file);
    expect(await change()).toMatchObject({ ok: true, value: { file: target } });
    expect(content()).toBe(after);
    expect(statSync(target).mode & 0o777).toBe(0o640);
  });

  test('of the backups the last few stay, and nothing else goes', async () => {
    start();
    writeFileSync(path.join(folder, 'transport.properties.old.bak'), '');
    for (let port = 1; port <= 8; port += 1) {
      await changeTransportSettings(disk, file, { port: String(port) }, new Date(now.getTime() + port * 60_000));
    }
    const kept = readdirSync(folder).filter((name) => /\d\.bak$/.test(name));
    const ports = kept.map((name) => content(path.join(folder, name)).match(/port=(\d+)/)?.[1]);
    expect(ports.sort()).toEqual(['3', '4', '5', '6', '7']);
    // The clock was set back: the backup of now is not taken for the oldest.
    const past = await changeTransportSettings(disk, file, { port: '9' }, new Date(2001, 0, 1));
    expect(readdirSync(folder)).toContain(path.basename((past.ok && past.value.backup) || 'none'));
    expect(readdirSync(folder)).toContain('transport.properties.old.bak');
  });
});

describe('the file stays as it is, and nothing with a PIN beside it, when', () => {
  // The first rename is that of the backup.
  test.each([
    ['the folder takes no file', 'create', 'EACCES', 1, 'EGAIS_UTM_SETTINGS_NEED_ADMINISTRATOR'],
    ['the disk is mounted for reading', 'create', 'EROFS', 1, 'EGAIS_UTM_SETTINGS_NEED_ADMINISTRATOR'],
    ['another program holds the file', 'rename', 'EBUSY', 2, 'EGAIS_UTM_SETTINGS_HELD'],
    ['Windows does not let it be replaced', 'rename', 'EPERM', 2, 'EGAIS_UTM_SETTINGS_HELD'],
    ['the disk is full', 'write', 'ENOSPC', 2, 'EGAIS_UTM_SETTINGS_NOT_WRITTEN'],
    ['the disk fails', 'flush', 'EIO', 2, 'EGAIS_UTM_SETTINGS_NOT_WRITTEN'],
  ] as const)('%s', async (_, step, cause, times, code) => {
    start();
    expect(await change(refusing(step, cause, times))).toMatchObject({
      ok: false,
      problem: { code, values: { file }, details: { cause } },
    });
    expect(content()).toBe(before);
    for (const name of readdirSync(folder)) expect(content(path.join(folder, name))).not.toMatch(/11111111|09876/);
  });

  test('somebody changes it meanwhile', async () => {
    start();
    const theirs = before.replace('8080', '8082');
    const files: SettingsFiles = {
      ...disk,
      async write(name, bytes) {
        await diskFiles.write(name, bytes);
        writeFileSync(file, theirs, 'latin1');
      },
    };
    expect(await change(files)).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_SETTINGS_HELD' } });
    expect(content()).toBe(theirs);
  });

  test('it is no settings file of a UTM', async () => {
    writeFileSync(file, 'spring.application.name=shop\n');
    expect(await change()).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_SETTINGS_FOREIGN' } });
    expect(content()).toBe('spring.application.name=shop\n');
  });

  test('Java could not read it anyway', async () => {
    const broken = `${before}\r\nrsa.library.path=C:\\utm\\lib.dll\r\n`;
    writeFileSync(file, broken, 'latin1');
    expect(await change()).toMatchObject({
      ok: false,
      problem: { code: 'EGAIS_UTM_SETTINGS_MALFORMED', values: { line: 5 } },
    });
    expect(content()).toBe(broken);
    // The broken line is the one that is to be set: then it is mended.
    const mended = await changeTransportSettings(disk, file, { rsaLibrary: 'C:\\UTM\\lib.dll' }, now);
    expect(mended).toMatchObject({ ok: true, value: { changed: ['rsa.library.path'] } });
    expect(content()).toContain('rsa.library.path=C:\\\\UTM\\\\lib.dll\r\n');
  });

  test.each([
    ['it is not there', () => undefined, 'EGAIS_UTM_SETTINGS_NOT_FOUND'],
    ['it is a folder', () => mkdirSync(file), 'EGAIS_UTM_SETTINGS_UNREADABLE'],
    [
      'it is too large',
      () => writeFileSync(file, `web.server.port=1\n${'#'.repeat(300_000)}`),
      'EGAIS_UTM_SETTINGS_UNREADABLE',
    ],
  ])('%s', async (_, make, code) => {
    make();
    expect(await change()).toMatchObject({ ok: false, problem: { code } });
  });
});

/** A scanner that holds the successor of the settings: so many of these steps are refused while it does. */
function scanning(steps: readonly ('rename' | 'remove' | 'empty')[], code: string, refusals: number): SettingsFiles {
  const left = new Map(steps.map((step) => [step, refusals]));
  const refuse = (step: 'rename' | 'remove' | 'empty', name: string): void => {
    const more = left.get(step) ?? 0;
    if (name !== successor() || more === 0) return;
    left.set(step, more - 1);
    throw Object.assign(new Error(code), { code });
  };
  return {
    ...disk,
    async rename(from, to) {
      refuse('rename', from);
      await disk.rename(from, to);
    },
    async remove(name) {
      if (await disk.exists(name)) refuse('remove', name);
      await disk.remove(name);
    },
    async empty(name) {
      refuse('empty', name);
      await disk.empty(name);
    },
  };
}

const successor = (): string => `${file}.egais-wizard-new`;
const forGood = Number.POSITIVE_INFINITY;

describe('a scanner holds the file that is to take the place', () => {
  test.each(['EPERM', 'EACCES', 'EBUSY'])('for a moment (%s): the settings are replaced all the same', async (code) => {
    start();
    expect(await change(scanning(['rename', 'remove'], code, 2))).toMatchObject({ ok: true });
    expect(content()).toBe(after);
    expect(pinsBeside()).toEqual([]);
  });

  test('and lets go only after the replacement was given up: the file is taken away', async () => {
    start();
    const files = scanning(['rename', 'remove'], 'EBUSY', 2);
    const held: SettingsFiles = {
      ...files,
      rename: (from, to) =>
        from === successor()
          ? Promise.reject(Object.assign(new Error('EBUSY'), { code: 'EBUSY' }))
          : files.rename(from, to),
    };
    expect(await change(held)).toMatchObject({ problem: { code: 'EGAIS_UTM_SETTINGS_HELD', values: { file } } });
    expect(content()).toBe(before);
    expect(readdirSync(folder).filter((name) => name.endsWith('-new'))).toEqual([]);
  });

  test('for good, and lets it be written: no PIN stays in it', async () => {
    start();
    expect(await change(scanning(['rename', 'remove'], 'EPERM', forGood))).toMatchObject({
      problem: { code: 'EGAIS_UTM_SETTINGS_HELD', values: { file } },
    });
    expect([content(), pinsBeside()]).toEqual([before, []]);
  });

  test('for good and from everything: the person is told which file has the PINs', async () => {
    start();
    expect(await change(scanning(['rename', 'remove', 'empty'], 'EACCES', forGood))).toMatchObject({
      ok: false,
      problem: { code: 'EGAIS_UTM_SETTINGS_PINS_LEFT', values: { file: successor() }, details: { cause: 'EACCES' } },
    });
    expect(content()).toBe(before);
  });
});

describe('what a power cut left beside the settings', () => {
  const leave = (): void => {
    start();
    writeFileSync(successor(), after, 'latin1');
    writeFileSync(path.join(folder, 'transport.properties.20260917-090000.bak.egais-wizard-new'), before, 'latin1');
    writeFileSync(path.join(folder, 'transport.properties.theirs-new'), '');
  };
  const whatStays = ['transport.properties', 'transport.properties.theirs-new'];

  test('is gone after the next look, which changes nothing else', async () => {
    leave();
    expect(await sweepLeftovers(disk, file, 1)).toEqual({ ok: true, value: null });
    expect([content(), readdirSync(folder).sort()]).toEqual([before, whatStays]);
    expect(await sweepLeftovers(disk, path.join(folder, 'no', 'transport.properties'), 1)).toMatchObject({ ok: true });
  });

  test('is gone after a change that finds everything so already', async () => {
    leave();
    const same = await changeTransportSettings(disk, file, { port: '8080' }, now);
    expect(same).toMatchObject({ ok: true, value: { changed: [], backup: null } });
    expect(readdirSync(folder).sort()).toEqual(whatStays);
  });

  test('is told of where it can neither be removed nor emptied, and nothing is written', async () => {
    leave();
    const held = scanning(['remove', 'empty'], 'EBUSY', forGood);
    const told = { ok: false, problem: { code: 'EGAIS_UTM_SETTINGS_PINS_LEFT', values: { file: successor() } } };
    expect(await sweepLeftovers(held, file, 1)).toMatchObject(told);
    expect(await change(held)).toMatchObject(told);
    expect(content()).toBe(before);
  });

  test('is no matter to tell of where no PIN is in it', async () => {
    start();
    writeFileSync(successor(), 'web.server.port=8080\r\ncrypto.lib.pki.keyPassword=\r\n');
    expect(await sweepLeftovers(scanning(['remove', 'empty'], 'EBUSY', forGood), file, 1)).toMatchObject({ ok: true });
  });
});
