import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agencyUrl, timeSources } from '../../src/machine/addresses.ts';
import { network } from '../../src/machine/checks/network/network.ts';
import { clock, clockRule } from '../../src/machine/checks/time/clock.ts';
import { emptyContext } from './contexts.ts';
import { recordedSystem } from './recorded-system.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const truth = Date.UTC(2026, 2, 2, 9, 30, 15);

/** The finding on a computer whose clock is off by `offset`, when the given sources answer with the true time. */
const check = (offset: number, dates: Readonly<Record<string, string>>) =>
  clock.run(recordedSystem({ dates, now: truth + 500 + offset }), emptyContext);

const trueDate = new Date(truth).toUTCString();
const allSources = Object.fromEntries(timeSources.map((url) => [url, trueDate]));

describe('the clock', () => {
  test.each([
    ['right', 0, 'ok', 'right', { seconds: 1 }],
    ['five minutes off, not more', 5 * minute, 'ok', 'right', { seconds: 300 }],
    ['a little more than that', 5 * minute + second, 'attention', 'ahead-minutes', { minutes: 5 }],
    ['slow by 17 minutes', -17 * minute, 'attention', 'behind-minutes', { minutes: 17 }],
    ['fast by a time zone', 3 * hour, 'attention', 'ahead-hours', { hours: 3, minutes: 0 }],
    ['slow by half a day', -(12 * hour + 5 * minute), 'attention', 'behind-hours', { hours: 12, minutes: 5 }],
    ['a day, not more', day, 'attention', 'ahead-hours', { hours: 24, minutes: 0 }],
    ['fast by 40 days', 40 * day, 'bad', 'ahead-days', { days: 40 }],
    ['back in the past, its battery dead', -2250 * day, 'bad', 'behind-days', { days: 2250 }],
  ] as const)('%s', async (_, offset, status, variant, values) => {
    expect(await check(offset, allSources)).toMatchObject({ id: 'clock', status, variant, values });
  });

  test('one server that lies is outvoted', async () => {
    const lie = { ...allSources, [timeSources[1] ?? '']: new Date(truth + 900 * day).toUTCString() };
    expect(await check(0, lie)).toMatchObject({ status: 'ok', facts: { sources: 3, offsetSeconds: 0 } });
  });

  test('of two servers that disagree, the one that agrees with the computer is believed', async () => {
    const [first = '', second = ''] = timeSources;
    const dates = { [first]: new Date(truth - 900 * day).toUTCString(), [second]: trueDate };
    expect(await check(0, dates)).toMatchObject({ status: 'ok', facts: { sources: 2 } });
  });

  test.each([
    ['no server answers', {}],
    ['answers have no date', { [agencyUrl]: '' }],
    ['dates are no dates', { [agencyUrl]: 'вчера' }],
  ])('%s: said honestly, nothing is blocked', async (_, dates) => {
    expect(await check(0, dates)).toMatchObject({ status: 'info', variant: 'unknown' });
  });

  test('law: what is said depends on the size of the difference, and its side on its sign', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -400 * day, max: 400 * day }), { minLength: 1, maxLength: 7 }),
        (offsets) => {
          const finding = clockRule({ offsets, synchronised: 'on' });
          const mirrored = clockRule({ offsets: offsets.map((offset) => -offset), synchronised: 'on' });
          expect(mirrored.status).toBe(finding.status);
          expect(mirrored.values).toEqual(finding.values);
          const others = { ahead: 'behind', behind: 'ahead' } as const;
          expect(mirrored.variant).toBe(
            finding.variant.replace(/^(ahead|behind)/, (side) => others[side === 'ahead' ? 'ahead' : 'behind']),
          );
          const spread = [Math.min(...offsets), Math.max(...offsets)];
          if (spread.every((offset) => Math.abs(offset) <= 5 * minute)) expect(finding.status).toBe('ok');
          if (spread.every((offset) => offset > day)) expect(finding.status).toBe('bad');
        },
      ),
    );
  });
});

describe('the network', () => {
  const check = (dates: Readonly<Record<string, string>>) => network.run(recordedSystem({ dates }), emptyContext);

  test('any answer of the agency counts, also one without a date', async () => {
    expect(await check({ [agencyUrl]: '' })).toMatchObject({
      status: 'ok',
      variant: 'reachable',
      values: { host: 'fsrar.gov.ru' },
    });
  });

  test('silence calls for attention and blocks nothing', async () => {
    expect(await check({})).toMatchObject({ status: 'attention', variant: 'unreachable', actions: ['check-again'] });
  });
});
