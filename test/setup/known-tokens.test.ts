import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rememberedSecrets } from '../../src/setup/diagnostics/known-secrets.ts';
import { Journey } from '../../src/setup/journey/journey.ts';
import {
  afterShown,
  dueReminders,
  knownAfter,
  knownBy,
  noKnownTokens,
  withoutToken,
} from '../../src/setup/known-tokens.ts';
import { afterGiven, nextReminder, reminderNotice } from '../../src/setup/reminders.ts';
import { type KnownTokens, knownTokensSchema } from '../../src/shared/domain/known-token.ts';
import type { Device } from '../../src/shared/domain/token.ts';
import { accessKey, qualified } from '../renderer/states/certificates.ts';
import { applet, jacarta } from '../renderer/states/devices.ts';
import { chosen, practiceJourneys, signedIn } from './practice-journey.ts';

const dayMs = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-11-27T09:00:00.000Z');
const onDay = (day: number): Date => new Date(start + day * dayMs);
const inDays = (day: number): string => onDay(day).toISOString();

/** A token whose signature and key end on these days; the key was issued on the day `issued`. */
const device = (signature: number | null, key: number | null, issued = -300, serial = '0B5300A1'): Device => ({
  ...jacarta([
    applet(
      'gost',
      signature === null ? [] : [{ ...qualified(1), notBefore: inDays(-400), notAfter: inDays(signature) }],
    ),
    applet('pki', key === null ? [] : [{ ...accessKey(1), notBefore: inDays(issued), notAfter: inDays(key) }]),
  ]),
  serial,
  printedSerial: serial,
});

const due = (known: KnownTokens, day: number) =>
  dueReminders(known, onDay(day)).map(({ key, days, daysLeft }) => [key, days, daysLeft]);

describe('what is known of a token', () => {
  test('reading it again on the same day is nothing new; a day later it is', () => {
    const known = knownAfter(noKnownTokens, device(200, 100), onDay(0));
    expect(known.tokens).toMatchObject([
      { serial: '0B5300A1', qualifiedUntil: inDays(200), accessKeyUntil: inDays(100) },
    ]);
    expect(knownAfter(known, device(200, 100), new Date(start + 60_000))).toBe(known);
    expect(knownAfter(known, device(200, 100), onDay(1))).not.toBe(known);
  });

  test('a token without keys is known only if it had some, and then without them', () => {
    expect(knownAfter(noKnownTokens, device(null, null), onDay(0))).toBe(noKnownTokens);
    const emptied = knownAfter(knownAfter(noKnownTokens, device(20, 20), onDay(0)), device(null, null), onDay(0));
    expect(emptied.tokens).toMatchObject([{ qualifiedUntil: null, accessKeyUntil: null, holder: null }]);
    expect(due(emptied, 0)).toEqual([]);
  });

  test('a part that was not read leaves standing what was known of it', () => {
    const known = knownAfter(noKnownTokens, device(200, 100), onDay(0));
    const whole = device(200, 100);
    const half = { ...whole, applets: whole.applets.filter(({ kind }) => kind === 'gost') };
    expect(knownAfter(known, half, onDay(1)).tokens).toMatchObject([{ accessKeyUntil: inDays(100) }]);
  });

  test('the longest unseen goes first, and the file holds what its schema lets through', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 80 }), { maxLength: 200 }), (serials) => {
        const known = serials.reduce(
          (before, serial, day) => knownAfter(before, device(200, 100, -300, `S${serial}`), onDay(day)),
          noKnownTokens,
        );
        const latest = [...new Set([...serials].reverse())].slice(0, 50).map((serial) => `S${serial}`);
        expect(known.tokens.map(({ serial }) => serial).reverse()).toEqual(latest);
        expect(knownTokensSchema.parse(JSON.parse(JSON.stringify(known)))).toEqual(known);
      }),
      { numRuns: 30 },
    );
  });

  test('a token is found by what stands on its case, and forgotten', () => {
    const known = knownAfter(noKnownTokens, { ...device(20, 20), printedSerial: 'A1' }, onDay(0));
    expect(knownBy(known, 'A1')?.serial).toBe('0B5300A1');
    expect(knownBy(withoutToken(known, '0B5300A1'), 'A1')).toBeNull();
  });

  test('its serial, holder and place are nobody’s business', () => {
    const { tokens } = knownAfter(noKnownTokens, device(20, 20), onDay(0));
    const [token] = tokens;
    const secrets = rememberedSecrets({ tokens, changes: [{ serial: 'C-1', printedSerial: 'C1' }] });
    expect(secrets).toEqual(
      expect.arrayContaining([
        { kind: 'serial', text: '0B5300A1' },
        { kind: 'serial', text: 'C1' },
        { kind: 'name', text: token?.holder },
        { kind: 'number', text: token?.fsrarId },
      ]),
    );
  });
});

describe('reminders', () => {
  test('come ninety, thirty and seven days before an end and once it has come, each once', () => {
    let known = knownAfter(noKnownTokens, device(100, null), onDay(0));
    const told: unknown[] = [];
    for (let day = 0; day <= 110; day += 1) {
      told.push(...due(known, day));
      known = afterShown(known, dueReminders(known, onDay(day)));
    }
    expect(told).toEqual([
      ['qualified', 90, 90],
      ['qualified', 30, 30],
      ['qualified', 7, 7],
      ['qualified', 0, -1],
    ]);
  });

  test('a key that has ended is told as that, until the last day it is told to last', () => {
    const known = { ...knownAfter(noKnownTokens, device(null, 3), onDay(0)), remind: true };
    const told = nextReminder(known, onDay(1));
    expect(told).toMatchObject({ days: 7, daysLeft: 2 });
    const later = told ? afterGiven(known, told) : known;
    expect(nextReminder(later, onDay(3))).toBeNull();
    const over = nextReminder(later, new Date(start + 3 * dayMs + 1));
    expect(over && reminderNotice(over)).toMatchObject({ code: 'SETUP_ACCESS_KEY_ENDED', values: { tail: '00A1' } });
    expect(told && reminderNotice(told).code).toBe('SETUP_ACCESS_KEY_ENDS');
    expect(nextReminder({ ...later, remind: false }, onDay(9))).toBeNull();
    expect(over && nextReminder(afterGiven(later, over), onDay(400))).toBeNull();
  });

  test('a computer that was off for long tells the nearest alone', () => {
    const known = knownAfter(noKnownTokens, device(5, 20), onDay(0));
    expect(due(known, 0)).toEqual([
      ['qualified', 7, 5],
      ['access-key', 30, 20],
    ]);
    expect(due(afterShown(known, dueReminders(known, onDay(0))), 1)).toEqual([]);
  });

  test('whatever is read and shown on whatever days: of what is on the token, in time, and never twice', () => {
    const keys = fc.record({ signature: fc.integer({ min: -20, max: 150 }), key: fc.integer({ min: -20, max: 150 }) });
    const events = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), read: fc.option(keys) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(events, (story) => {
        let known = noKnownTokens;
        let there: { signature: number; key: number } | null = null;
        let day = 0;
        const told = new Set<string>();
        for (const { wait, read } of story) {
          day += wait;
          if (read) {
            there = read;
            known = knownAfter(known, device(read.signature, read.key, day), onDay(day));
          }
          const now = dueReminders(known, onDay(day));
          for (const { key, until, days, daysLeft } of now) {
            expect(until).toBe(inDays((key === 'qualified' ? there?.signature : there?.key) ?? Number.NaN));
            expect(daysLeft).toBeLessThanOrEqual(days);
            const name = `${key} ${until} ${days}`;
            expect(told).not.toContain(name);
            told.add(name);
          }
          known = afterShown(known, now);
        }
      }),
    );
  });
});

/** What is to be told of one end, found by looking at every threshold alone and not at how the program looks. */
function owed(leftMs: number, told: ReadonlySet<number>): number | null {
  const passed = [90, 30, 7].filter((days) => leftMs < (days + 1) * dayMs).concat(leftMs < 0 ? [0] : []);
  const nearest = Math.min(...passed);
  return passed.length === 0 || [...told].some((days) => days <= nearest) ? null : nearest;
}

test('nothing that is due is lost, whenever the computer is on: the nearest passed threshold is said, and said once', () => {
  const hour = 60 * 60 * 1000;
  const story = fc.record({
    ends: fc.integer({ min: -48, max: 130 * 24 }),
    looks: fc.array(fc.integer({ min: 1, max: 60 * 24 }), { minLength: 1, maxLength: 25 }),
    renewedAt: fc.option(fc.record({ look: fc.nat(24), lasts: fc.integer({ min: 1, max: 130 * 24 }) })),
  });
  fc.assert(
    fc.property(story, ({ ends, looks, renewedAt }) => {
      let at = 0;
      let end = ends * hour;
      let known = { ...knownAfter(noKnownTokens, device(end / dayMs, null), onDay(0)), remind: true };
      let told = new Set<number>();
      for (const [index, wait] of looks.entries()) {
        at += wait * hour;
        if (renewedAt?.look === index) {
          end = at + renewedAt.lasts * hour;
          told = new Set();
          known = { ...knownAfter(known, device(end / dayMs, null), new Date(start + at)), remind: true };
        }
        const due = nextReminder(known, new Date(start + at));
        expect(due?.days ?? null).toBe(owed(end - at, told));
        if (!due) continue;
        expect(told).not.toContain(due.days);
        told.add(due.days);
        known = afterGiven(known, due);
      }
    }),
    { numRuns: 500 },
  );
});

describe('a walk', () => {
  const begin = practiceJourneys();

  test('knows the token it has read, and its new days once the key was changed', async () => {
    const walk = await begin('renewal');
    const { journey, open } = walk;
    await journey.machine.check(null);
    const first = await walk.until(({ knownTokens }) => knownTokens.tokens.length === 1);
    const [before] = first.knownTokens.tokens;
    expect(dueReminders(first.knownTokens, new Date())).toMatchObject([{ key: 'access-key', days: 30 }]);

    await journey.knownTokens.tellDue();
    expect(journey.state.notice).toBeNull();
    await journey.knownTokens.remind(true);
    expect(journey.state.knownTokens).toMatchObject({ remind: true, startsWithSystem: true, problem: null });
    await journey.knownTokens.tellDue();
    expect(journey.state.notice).toMatchObject({ code: 'SETUP_ACCESS_KEY_ENDS' });
    journey.dismissNotice();
    await journey.knownTokens.tellDue();
    expect(journey.state.notice).toBeNull();

    await signedIn(walk);
    await chosen(walk, journey.state.subdivisions.current ?? '');
    await journey.accessKey.issue(true, '');
    const after = await walk.until(
      ({ knownTokens: { tokens } }) => tokens[0]?.accessKeyUntil !== before?.accessKeyUntil,
    );
    expect(dueReminders(after.knownTokens, new Date())).toEqual([]);

    await journey.knownTokens.forget(before?.serial ?? '');
    expect(journey.state.knownTokens.tokens).toEqual([]);
    expect(await open.workplace.knownTokens.read()).toEqual({ ok: true, value: { remind: true, tokens: [] } });
  });

  test('a reminder that finds another notice in its place is not noted as given, and follows it', async () => {
    const walk = await begin('renewal');
    const { journey, open } = walk;
    await journey.machine.check(null);
    await walk.until(({ knownTokens }) => knownTokens.tokens.length === 1);
    await journey.knownTokens.remind(true);
    const shown = async () => {
      const known = await open.workplace.knownTokens.read();
      return known.ok ? known.value.tokens.flatMap((token) => token.shown) : null;
    };

    await open.plug?.(false);
    await journey.tokens.refresh();
    const { notice } = await walk.until((state) => state.notice?.code === 'SETUP_TOKEN_GONE');
    await journey.knownTokens.tellDue();
    expect(journey.state.notice).toBe(notice);
    expect(await shown()).toEqual([]);

    journey.dismissNotice();
    const told = await walk.until((state) => state.notice !== null);
    expect(told.notice).toMatchObject({ code: 'SETUP_ACCESS_KEY_ENDS' });
    await walk.until(({ knownTokens }) => knownTokens.tokens[0]?.shown.length === 1);
    expect(await shown()).toMatchObject([{ key: 'access-key', days: 30 }]);
  });

  test('puts a broken book aside, begins a new one, and says so in one walk', async () => {
    const walk = await begin('renewal');
    const { journey, open } = walk;
    await journey.machine.check(null);
    await walk.until(({ knownTokens }) => knownTokens.tokens.length === 1);
    await journey.knownTokens.remind(true);
    const world = path.join(walk.folder, 'world');
    const broken = readFileSync(path.join(world, 'known-tokens.json'), 'utf8').replace('"', '\u0000');
    writeFileSync(path.join(world, 'known-tokens.json'), broken);

    const afterwards = new Journey(open.workplace, 'ru', null);
    await afterwards.knownTokens.recall();
    expect(afterwards.state.knownTokens).toMatchObject({ remind: false, tokens: [] });
    const { problem } = afterwards.state.knownTokens;
    expect(problem).toMatchObject({ code: 'SETUP_KNOWN_TOKENS_SET_ASIDE' });
    expect(readFileSync(path.join(world, String(problem?.values.file)), 'utf8')).toBe(broken);
    await afterwards.machine.check(null);
    await afterwards.knownTokens.recall();
    expect(afterwards.state.knownTokens).toMatchObject({ tokens: [{ name: 'JaCarta-2 SE' }], problem });
    expect(await afterwards.knownTokens.remind(true)).toMatchObject({ ok: true });
    expect(afterwards.state.knownTokens).toMatchObject({ remind: true, problem: null });
    afterwards.close();

    const next = new Journey(open.workplace, 'ru', null);
    await next.knownTokens.recall();
    expect(next.state.knownTokens).toMatchObject({ remind: true, tokens: [{}], problem: null });
    next.close();
    expect(readdirSync(world).filter((name) => name.startsWith('known-tokens.'))).toHaveLength(2);
  });
});
