import { connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elevationByHelper, type HelperEnd } from '../../../src/machine/mending/ask-helper.ts';
import { serveMendHelper } from '../../../src/machine/mending/helper.ts';
import { readMendWords } from '../../../src/machine/mending/helper-word.ts';
import type { MendGround } from '../../../src/machine/mending/perform.ts';
import { startThroughUac } from '../../../src/machine/mending/windows-elevation.ts';
import type { CommandOutcome, System } from '../../../src/machine/system.ts';
import { noSuchProgram, printed, recordedSystem } from '../recorded-system.ts';

const order = { operation: 'start-smart-card-service' } as const;
const ended: HelperEnd = { kind: 'ended', exitCode: 0 };

const databases: MendGround['databases'] = {
  folderOf: () => Promise.reject(new Error('it looked')),
  kindOf: () => Promise.reject(new Error('it looked')),
  rename: () => Promise.reject(new Error('it renamed')),
  now: () => new Date(0),
};

const says = (pipe: string, text: string): Promise<void> =>
  new Promise((resolve) => {
    const socket = connect(pipe);
    socket.on('error', () => resolve());
    socket.on('close', () => resolve());
    socket.end(text);
  });

const pipeOf = (words: readonly string[]): string => readMendWords(words)?.report ?? '';

describe('an order through a helper', () => {
  test('is carried out by the helper, which reports and ends', async () => {
    const asked: string[] = [];
    const elevation = elevationByHelper(async (words) => {
      const exitCode = await serveMendHelper(words, {
        system: {
          platform: 'linux',
          run: async (program, args) => {
            asked.push([program, ...args].join(' '));
            return printed('');
          },
        },
        install: async () => ({ kind: 'unavailable', cause: '' }),
        databases,
      });
      return { kind: 'ended', exitCode };
    });
    expect(await elevation.perform(order)).toEqual({ kind: 'done', restartNeeded: false });
    expect(asked).toEqual(['/usr/bin/systemctl enable --now pcscd.socket']);
  });

  test.each<[HelperEnd]>([[{ kind: 'refused' }], [{ kind: 'unavailable', cause: 'no prompt' }]])(
    'that was never started: %j',
    async (end) => {
      expect(await elevationByHelper(async () => end).perform(order)).toEqual(end);
    },
  );

  test('that ended without a word is a failure with its exit code', async () => {
    const elevation = elevationByHelper(async () => ({ kind: 'ended', exitCode: 3 }));
    expect(await elevation.perform(order)).toEqual({ kind: 'failed', step: 'helper', exitCode: 3, output: '' });
  });

  test.each([
    ['nonsense', '{'],
    ['an outcome that is none', JSON.stringify({ kind: 'done', restartNeeded: 'no' })],
    ['more than anybody has to say', 'x'.repeat(100_000)],
  ])('of which somebody else says %s', async (_, text) => {
    const elevation = elevationByHelper(async (words) => {
      await says(pipeOf(words), text);
      return ended;
    });
    expect(await elevation.perform(order)).toMatchObject({ kind: 'failed', step: 'helper' });
  });

  test('a helper that is told no order does nothing', async () => {
    const ground = {
      system: { platform: 'win32' as const, run: () => Promise.reject(new Error('it ran')) },
      install: () => Promise.reject(new Error('it installed')),
      databases,
    };
    expect(await serveMendHelper(['--mend', 'bm90aGluZw'], ground)).toBe(2);
    expect(await serveMendHelper([], ground)).toBe(2);
  });
});

describe('the prompt of Windows', () => {
  const program = { file: 'C:\\Program Files\\ЕГАИС Мастер\\egais-wizard.exe', words: [] };
  const through = (outcome: CommandOutcome) =>
    startThroughUac({ ...recordedSystem({}), run: async () => outcome }, program)(['--mend', 'word']);

  test.each<[string, CommandOutcome, HelperEnd]>([
    ['granted', printed('{"Exit":0}'), ended],
    ['granted, the exit code not told', printed('{"Exit":null}'), { kind: 'ended', exitCode: null }],
    ['refused', printed('{"Code":1223,"Message":"Операция была отменена пользователем"}'), { kind: 'refused' }],
    [
      'forbidden by a policy',
      printed('{"Code":1260,"Message":"Программа заблокирована групповой политикой"}'),
      { kind: 'unavailable', cause: '1260 Программа заблокирована групповой политикой' },
    ],
    ['not to be had', noSuchProgram, { kind: 'unavailable', cause: 'PowerShell did not answer' }],
  ])('%s', async (_, outcome, end) => {
    expect(await through(outcome)).toEqual(end);
  });

  test('the script holds no double quote, whatever the program is called', () => {
    return fc.assert(
      fc.asyncProperty(fc.string(), fc.array(fc.string()), async (file, words) => {
        let script = '';
        const system: System = {
          ...recordedSystem({}),
          run: async (_program, args) => {
            script = args.at(-1) ?? '';
            return printed('{"Exit":0}');
          },
        };
        await startThroughUac(system, {
          file: file.replaceAll('"', ''),
          words: words.map((word) => word.replaceAll('"', '')),
        })(['--mend', 'a']);
        expect(script).not.toContain('"');
        expect(script).toContain("$start.Verb = 'runas'");
      }),
      { numRuns: 50 },
    );
  });
});
