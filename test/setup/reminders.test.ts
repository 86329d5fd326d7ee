import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LoginItems, loginItem } from '../../src/main/login-item.ts';
import { knownTokensIn } from '../../src/main/open-workplace.ts';
import { practiceStartWithSystem, realStartWithSystem } from '../../src/main/start-with-system.ts';
import { xdgAutostart, xdgConfigFolder } from '../../src/main/xdg-autostart.ts';
import { remindOnce, type SystemNotice } from '../../src/setup/remind-once.ts';
import { afterGiven, nextReminder, readReminders, setReminders } from '../../src/setup/reminders.ts';
import type { KnownTokens } from '../../src/shared/domain/known-token.ts';
import type { Problem } from '../../src/shared/problems/problem.ts';

const now = new Date('2026-11-27T09:00:00.000Z');
const words = ['/opt/ЕГАИС Мастер/egais-wizard', '--remind'];

const ending = (remind: boolean): KnownTokens => ({
  remind,
  tokens: [
    {
      serial: '0B5300A1',
      printedSerial: '0B5300A1',
      name: 'JaCarta-2 SE',
      holder: 'ООО «Ромашка»',
      fsrarId: '030000000001',
      qualifiedUntil: '2026-12-02T09:00:00.000Z',
      accessKeyUntil: '2026-11-20T09:00:00.000Z',
      lastSeenAt: '2026-10-01T09:00:00.000Z',
      shown: [],
    },
  ],
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'reminders-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const autostart = () => path.join(folder, 'autostart');
const place = () => ({ knownTokens: knownTokensIn(folder), startWithSystem: xdgAutostart(folder, words) });

describe('a wish to be reminded', () => {
  test('is remembered and starts the program with the session; taken back, nothing of it is left', async () => {
    expect(await readReminders(place())).toEqual({ ok: true, value: { remind: false, startsWithSystem: false } });
    const on = { ok: true, value: { remind: true, startsWithSystem: true } };
    expect(await setReminders(place(), true)).toEqual(on);
    expect(await setReminders(place(), true)).toEqual(on);
    // Written whole, with nothing beside it.
    expect(readdirSync(autostart())).toEqual(['egais-wizard-reminders.desktop']);
    const text = readFileSync(path.join(autostart(), 'egais-wizard-reminders.desktop'), 'utf8');
    expect(text).toContain('Exec="/opt/ЕГАИС Мастер/egais-wizard" --remind\n');

    expect(await setReminders(place(), false)).toEqual({ ok: true, value: { remind: false, startsWithSystem: false } });
    expect(readdirSync(autostart())).toEqual([]);
    expect(await setReminders(place(), false)).toMatchObject({ ok: true });
  });

  test('that the system refuses is not granted by half', async () => {
    // Where a folder should be there is a file: for root as for anybody.
    writeFileSync(autostart(), '');
    expect(await setReminders(place(), true)).toMatchObject({
      ok: false,
      problem: { code: 'SETUP_START_WITH_SYSTEM_REFUSED' },
    });
    expect((await place().knownTokens.read()).ok && existsSync(path.join(folder, 'known-tokens.json'))).toBe(false);
  });

  test('that cannot be remembered starts nothing', async () => {
    mkdirSync(path.join(folder, 'known-tokens.json'));
    expect(await setReminders(place(), true)).toMatchObject({ ok: false });
    expect(readdirSync(autostart())).toEqual([]);
  });

  test('is told apart from what the desktop does: a file that its settings switched off starts nothing', async () => {
    await setReminders(place(), true);
    const file = path.join(autostart(), 'egais-wizard-reminders.desktop');
    writeFileSync(file, `${readFileSync(file, 'utf8')}X-GNOME-Autostart-enabled=false\n`);
    expect(await readReminders(place())).toEqual({ ok: true, value: { remind: true, startsWithSystem: false } });
    expect(await setReminders(place(), true)).toMatchObject({ value: { startsWithSystem: true } });
  });

  test('cannot be granted where no program has a window, nor where a path cannot be written', async () => {
    const windowless = { ...place(), startWithSystem: realStartWithSystem(null, null) };
    expect(await setReminders(windowless, true)).toMatchObject({
      problem: { code: 'SETUP_START_WITH_SYSTEM_UNSUPPORTED' },
    });
    expect(await setReminders(windowless, false)).toMatchObject({ ok: true });
    const unsayable = { ...place(), startWithSystem: xdgAutostart(folder, ['/a=b/egais-wizard', '--remind']) };
    expect(await setReminders(unsayable, true)).toMatchObject({ problem: { code: 'SETUP_START_WITH_SYSTEM_REFUSED' } });
    expect(await readReminders(unsayable)).toMatchObject({ value: { remind: false, startsWithSystem: false } });
  });

  test('of practice stays in the folder of practice', async () => {
    const practice = path.join(folder, 'practice', 'renewal');
    await practiceStartWithSystem(null, { folder: practice, scenario: 'renewal' }).set();
    const [name = ''] = readdirSync(path.join(practice, 'autostart'));
    expect(readFileSync(path.join(practice, 'autostart', name), 'utf8')).toContain(
      `Exec=egais-wizard --remind --practice renewal --profile-dir ${folder}\n`,
    );
  });
});

test('the folder of the desktop is where its specification looks for it', () => {
  expect(xdgConfigFolder({ XDG_CONFIG_HOME: '/elsewhere' }, '/home/a')).toBe('/elsewhere');
  expect(xdgConfigFolder({ XDG_CONFIG_HOME: 'relative' }, '/home/a')).toBe('/home/a/.config');
  expect(xdgConfigFolder({ XDG_CONFIG_HOME: '' }, '/home/a')).toBe('/home/a/.config');
  expect(xdgConfigFolder({}, '/home/a')).toBe('/home/a/.config');
});

describe('the start with Windows', () => {
  /** The key `Run` as Electron keeps it: one line, path and words joined by blanks as they came. */
  function registry({ allowed = true, writes = true } = {}) {
    let run: string | null = null;
    const lineOf = ({ path: program, args }: { path: string; args: string[] }) => [program, ...args].join(' ');
    const items: LoginItems = {
      setLoginItemSettings: (settings) => {
        if (writes) run = settings.openAtLogin ? lineOf(settings) : null;
      },
      getLoginItemSettings: (options) => ({
        openAtLogin: run === lineOf(options),
        executableWillLaunchAtLogin: run !== null && allowed,
      }),
    };
    return { items, line: () => run };
  }
  const program = ['C:\\Program Files\\egais-wizard\\egais-wizard.exe', '--remind', '--profile-dir', 'D:\\Мой профиль'];

  test('is one line of the registry, every word in its own quotes', async () => {
    const { items, line } = registry();
    const start = loginItem(items, program);
    expect(await start.set()).toEqual({ ok: true, value: null });
    expect(line()).toBe('"C:\\Program Files\\egais-wizard\\egais-wizard.exe" --remind --profile-dir "D:\\Мой профиль"');
    expect(await start.read()).toEqual({ ok: true, value: true });
    expect(await loginItem(items, [...program, 'x']).read()).toEqual({ ok: true, value: false });
    expect(await start.unset()).toEqual({ ok: true, value: null });
    expect(line()).toBeNull();
  });

  test('that Windows does not take, or a person forbade, is a problem and no start', async () => {
    const refused = { ok: false, problem: { code: 'SETUP_START_WITH_SYSTEM_REFUSED' } };
    expect(await loginItem(registry({ writes: false }).items, program).set()).toMatchObject(refused);
    expect(await loginItem(registry({ allowed: false }).items, program).set()).toMatchObject(refused);
  });
});

describe('one look when the session starts', () => {
  const never = new Promise<never>(() => undefined);

  /** Looks once; the system, the person and the clock answer as told, or not at all. */
  async function look(
    known: KnownTokens | ((standing: KnownTokens) => KnownTokens),
    answers: { readonly shown?: boolean; readonly answered?: 'pressed' | 'closed' },
  ) {
    const knownTokens = knownTokensIn(folder);
    await knownTokens.update(typeof known === 'function' ? known : () => known);
    const notices: Problem[] = [];
    const end = await remindOnce({
      knownTokens,
      now: () => now,
      show(notice): SystemNotice {
        notices.push(notice);
        return {
          shown: answers.shown === undefined ? never : Promise.resolve(answers.shown),
          answered: answers.answered === undefined ? never : Promise.resolve(answers.answered),
        };
      },
      // Who answers is heard first.
      patience: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const after = await knownTokens.read();
    return { end, notices, after: after.ok ? after.value : null };
  }

  test('gives one notice, of the nearest end, and keeps the book that the window keeps', async () => {
    const { end, notices, after } = await look(ending(true), { shown: true, answered: 'pressed' });
    expect(end).toEqual({ kind: 'pressed', problem: null });
    expect(notices).toMatchObject([{ code: 'SETUP_ACCESS_KEY_ENDED', values: { tail: '00A1' } }]);
    const told = nextReminder(ending(true), now);
    expect(after).toEqual(told && afterGiven(ending(true), told));
    // The other end is told at the next look, and then there is silence.
    const second = await look(after ?? ending(true), { shown: true, answered: 'closed' });
    expect(second.notices).toMatchObject([{ code: 'SETUP_QUALIFIED_ENDS' }]);
    expect((await look(second.after ?? ending(true), { shown: true })).end).toEqual({ kind: 'nothing-due' });
  });

  test('says nothing to who did not ask, and nothing of what cannot be read', async () => {
    const { end, notices } = await look(ending(false), { shown: true });
    expect([end, notices]).toEqual([{ kind: 'nothing-due' }, []]);
    rmSync(path.join(folder, 'known-tokens.json'));
    mkdirSync(path.join(folder, 'known-tokens.json'));
    const unreadable = await look(ending(true), {});
    expect(unreadable.end).toMatchObject({ kind: 'unreadable', problem: { code: 'SETUP_SETTINGS_UNREADABLE' } });
  });

  test('puts a broken book aside and says so until the window has said it: nobody is reminded without it', async () => {
    writeFileSync(path.join(folder, 'known-tokens.json'), 'not JSON');
    for (const _start of ['one', 'another']) {
      const { end, notices } = await look((known) => known, { shown: true, answered: 'closed' });
      expect(end).toEqual({ kind: 'closed', problem: null });
      expect(notices).toMatchObject([{ code: 'SETUP_KNOWN_TOKENS_SET_ASIDE' }]);
    }
    const asides = readdirSync(folder).filter((name) => name !== 'known-tokens.json');
    expect(asides.map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['not JSON']);
  });

  test('ends when nobody answers, and the notice was given', async () => {
    const { end, after } = await look(ending(true), { shown: true });
    expect(end).toEqual({ kind: 'ignored', problem: null });
    expect(after?.tokens[0]?.shown).toHaveLength(1);
  });

  test('a notice that the system did not take, or says nothing of, was not given', async () => {
    for (const answers of [{ shown: false }, {}]) {
      const { end, after } = await look(ending(true), answers);
      expect([end, after]).toEqual([{ kind: 'not-shown' }, ending(true)]);
    }
  });
});
