import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInfoList } from '../../src/egais/utm/info-list.ts';
import { utmVerdict } from '../../src/egais/utm/utm-verdict.ts';
import {
  type UtmInfo,
  type UtmLog,
  type UtmOnComputer,
  type UtmPost,
  type UtmState,
  utmStartFailureSchema,
} from '../../src/shared/domain/utm.ts';
import { utmVerdictTexts } from '../../src/shared/texts/utm-verdicts.ts';
import { infoListAnswers } from './utm-answers.ts';

const now = '2026-10-01T12:00:00.000Z';
const ago = (minutes: number): string => new Date(Date.parse(now) - minutes * 60_000).toISOString();

const quiet: UtmLog = {
  version: null,
  since: ago(600),
  startedAt: null,
  mark: 'exchange',
  ended: false,
  exchangedAt: ago(1),
  exchangeRefusedAt: null,
  failure: null,
  errors: [],
};
const running = { state: 'running', start: 'automatic' } as const;
const stopped = { state: 'stopped', start: 'automatic' } as const;

const onComputer = (change: Partial<UtmOnComputer> = {}, log: Partial<UtmLog> = {}): UtmOnComputer => ({
  installed: true,
  service: running,
  folder: 'C:\\UTM\\transporter',
  log: { ...quiet, ...log },
  lastPost: null,
  ...change,
});
const post = (status: number, size: number | null, minutes = 3): UtmPost => ({
  at: ago(minutes),
  document: 'QueryClients_v2',
  status,
  size,
});

const info = (change: object = {}): UtmInfo | null =>
  parseInfoList(JSON.stringify({ ...infoListAnswers.healthy, ...change }));

const judged = (
  computer: UtmOnComputer | null,
  rest: Partial<Pick<UtmState, 'reachability' | 'info' | 'subjects' | 'build'>> = {},
) =>
  utmVerdict({
    url: 'http://127.0.0.1:8080',
    reachability: 'answering',
    build: '4.2.0b002698',
    info: info(),
    subjects: { rsa: 'read', gost: 'read' },
    computer,
    expectedFsrarId: null,
    now: Date.parse(now),
    ...rest,
  });
const silent = { reachability: 'silent', build: null, info: null } as const;

describe('nobody answers', () => {
  test.each<[string, UtmOnComputer | null, string]>([
    ['nothing is known of its computer', null, 'silent'],
    ['the computer does not tell', onComputer({ installed: null, service: null, folder: null, log: null }), 'silent'],
    ['no UTM is installed', onComputer({ installed: false, service: null, folder: null, log: null }), 'not-installed'],
    ['its service is stopped', onComputer({ service: stopped }), 'stopped'],
    ['its service is disabled', onComputer({ service: { state: 'stopped', start: 'disabled' } }), 'disabled'],
    ['no service to ask, and the log ends with a stop', onComputer({ service: null }, { ended: true }), 'stopped'],
    [
      'a service that runs is believed before the end of its log',
      onComputer({}, { ended: true, startedAt: ago(90) }),
      'silent',
    ],
    ['on its way up', onComputer({}, { startedAt: ago(1), mark: 'cheques' }), 'coming-up'],
    ['Windows says it starts', onComputer({ service: { state: 'starting', start: 'automatic' } }), 'coming-up'],
    ['a start without end', onComputer({}, { startedAt: ago(20), mark: 'database' }), 'start-stuck'],
    ['started, and still silent', onComputer({}, { startedAt: ago(20) }), 'silent'],
  ])('%s', (_, computer, verdict) => expect(judged(computer, silent).id).toBe(verdict));

  test('how far a start has come, of how many marks', () => {
    const values = (log: Partial<UtmLog>) => judged(onComputer({}, log), silent).values;
    expect(values({ startedAt: ago(1), mark: 'cheques' })).toMatchObject({ step: 3, steps: 6 });
    expect(values({ startedAt: ago(100), mark: 'exchange' })).toMatchObject({ step: 0 });
  });

  test.each(utmStartFailureSchema.options.filter((failure) => failure !== 'foreign-database'))(
    'a start that failed is told by its reason, whether the service stopped of it or not: %s',
    (failure) => {
      expect(judged(onComputer({}, { failure }), silent).id).toBe(failure);
      expect(judged(onComputer({ service: stopped }, { failure }), silent).id).toBe(failure);
    },
  );

  test('what cannot start is enabled before its old failures are looked at, PINs apart', () => {
    const disabled = { state: 'stopped', start: 'disabled' } as const;
    expect(judged(onComputer({ service: disabled }, { failure: 'files-missing' }), silent).id).toBe('disabled');
    expect(judged(onComputer({ service: disabled }, { failure: 'pin-refused' }), silent).id).toBe('pin-refused');
  });

  test('a start is offered for a service that is stopped, and never where it spends a try', () => {
    expect(judged(onComputer({ service: stopped }), silent).actions).toContain('start-utm-service');
    expect(judged(onComputer({ service: { ...stopped, start: 'disabled' } }), silent).actions).toContain(
      'start-utm-service',
    );
    for (const failure of ['pin-locked', 'pin-refused', 'pin-missing'] as const) {
      const verdict = judged(onComputer({ service: stopped }, { failure }), silent);
      expect(verdict.actions).not.toContain('start-utm-service');
    }
    expect(utmVerdictTexts['pin-refused'].ru.reason).toMatch(/^Сразу остановите УТМ: каждый его запуск тратит попытку/);
  });
});

describe('another program answers', () => {
  const other = { ...silent, reachability: 'other-program' } as const;
  test.each<[string, UtmOnComputer | null, string]>([
    ['no UTM is installed', onComputer({ installed: false, service: null, log: null }), 'not-installed'],
    ['the service stopped of it', onComputer({ service: stopped }, { failure: 'port-taken' }), 'other-program'],
    ['a PIN is refused besides', onComputer({}, { failure: 'pin-refused' }), 'pin-refused'],
  ])('%s', (_, computer, verdict) => expect(judged(computer, other).id).toBe(verdict));
});

describe('it answers', () => {
  // The access key of the healthy answer was issued months before.
  const answer = (rsa: object) => ({ info: info({ rsa: { ...infoListAnswers.healthy.rsa, ...rsa } }) });
  const issued = (minutes: number) => answer({ startDate: `${ago(minutes).slice(0, 19).replace('T', ' ')} +0000` });

  test.each<[string, UtmOnComputer, string]>([
    ['all is well', onComputer(), 'working'],
    ['a document was signed', onComputer({ lastPost: post(200, 213) }), 'working'],
    ['the signature was renewed', onComputer({ lastPost: post(500, 362) }), 'signature-renewed'],
    ['the same with a longer name in it', onComputer({ lastPost: post(500, 401) }), 'signature-renewed'],
    [
      'a restart does not mend that',
      onComputer({ lastPost: post(500, 362) }, { startedAt: ago(2) }),
      'signature-renewed',
    ],
    ['signing is broken', onComputer({ lastPost: post(500, 89) }), 'signing-broken'],
    ['signing fails for a reason without a name', onComputer({ lastPost: post(500, 1_500) }), 'signing-fails'],
    ['an answer of unknown size', onComputer({ lastPost: post(500, null) }), 'signing-fails'],
    ['restarted since', onComputer({ lastPost: post(500, 89, 30) }, { startedAt: ago(10) }), 'working'],
    ['a document that was no document', onComputer({ lastPost: post(400, 362) }), 'working'],
    ['a failure at an unknown time', onComputer({ lastPost: { ...post(500, 362), at: null } }), 'working'],
    ['no exchange for long', onComputer({}, { exchangedAt: ago(7) }), 'exchange-stale'],
    ['no exchange since the end of the log begins', onComputer({}, { exchangedAt: null }), 'exchange-stale'],
    ['no exchange yet after a start', onComputer({}, { exchangedAt: ago(90), startedAt: ago(5) }), 'working'],
    ['a log that has just begun anew', onComputer({}, { exchangedAt: null, since: ago(2) }), 'working'],
    ['a log that tells nothing', onComputer({}, { exchangedAt: null, since: null }), 'working'],
    ['a log of the future', onComputer({}, { exchangedAt: ago(-90) }), 'working'],
    ['a PIN is refused in this run', onComputer({}, { failure: 'pin-refused' }), 'pin-refused'],
    ['a harmless failure behind it', onComputer({}, { failure: 'port-taken' }), 'working'],
    ['the service is another one', onComputer({ installed: false, service: null }), 'working'],
  ])('%s', (_, computer, verdict) => expect(judged(computer).id).toBe(verdict));

  test('a new access key ends the troubles of the former one, though it is dated ten minutes back', () => {
    const failing = onComputer({ lastPost: post(500, 362, 4) });
    expect(judged(failing, issued(13)).id).toBe('working');
    expect(judged(failing, issued(15)).id).toBe('signature-renewed');
    const stale = onComputer({}, { exchangedAt: ago(60) });
    expect(judged(stale, issued(15)).id).toBe('working');
    expect(judged(stale, issued(17)).id).toBe('exchange-stale');
  });

  test('the minutes without an exchange', () => {
    expect(judged(onComputer({}, { exchangedAt: ago(42) })).values.minutes).toBe(42);
  });

  test('cheques that were not sent come last', () => {
    const unsent = { info: info({ checkInfo: '2026-09-01 10:00:00' }) };
    expect(judged(onComputer(), unsent)).toMatchObject({
      id: 'cheques-unsent',
      healthy: false,
      values: { cheques: '2026-09-01 10:00:00' },
    });
    expect(judged(onComputer({}, { exchangedAt: ago(7) }), unsent).id).toBe('exchange-stale');
  });

  test('what the certificates tell goes before documents and exchange', () => {
    const troubled = onComputer({ lastPost: post(500, 362) }, { exchangedAt: ago(60) });
    expect(judged(troubled, answer({ isValid: 'revoked' })).id).toBe('access-key-revoked');
    expect(judged(troubled, { info: null }).id).toBe('starting');
  });

  test('a certificate that cannot be named is not there, whatever the list says', () => {
    expect(judged(onComputer(), { subjects: { rsa: 'none', gost: 'read' } }).id).toBe('needs-access-key');
    expect(judged(onComputer(), { subjects: { rsa: 'none', gost: 'none' } }).id).toBe('token-unreadable');
    expect(judged(onComputer(), { subjects: { rsa: 'read', gost: 'none' } }).id).toBe('token-unreadable');
    expect(judged(onComputer(), { subjects: { rsa: 'unknown', gost: 'unknown' } }).id).toBe('working');
  });
});

test('law: without its computer nothing of it is told, and a verdict always finds its words and values', () => {
  const minutes = fc.option(fc.integer({ min: -10, max: 1_000 }).map(ago), { nil: null });
  const log = fc.record<UtmLog>({
    version: fc.constant(null),
    since: minutes,
    startedAt: minutes,
    mark: fc.constantFrom(null, 'begun', 'scheduler', 'exchange'),
    ended: fc.boolean(),
    exchangedAt: minutes,
    exchangeRefusedAt: minutes,
    failure: fc.constantFrom(null, ...utmStartFailureSchema.options),
    errors: fc.constant([]),
  });
  const computer = fc.record<UtmOnComputer>({
    installed: fc.constantFrom(null, true, false),
    service: fc.constantFrom(null, running, stopped),
    folder: fc.constant(null),
    log: fc.option(log, { nil: null }),
    lastPost: fc.constantFrom(null, post(500, 362), post(500, 89), post(200, 89)),
  });
  const answers = fc.constantFrom(silent, { ...silent, reachability: 'other-program' } as const, {});
  const told = new Set(['silent', 'other-program', 'working']);
  fc.assert(
    fc.property(fc.option(computer, { nil: null }), answers, (known, rest) => {
      const verdict = judged(known, rest);
      if (known === null) expect(told).toContain(verdict.id);
      const { title, reason } = utmVerdictTexts[verdict.id].ru;
      for (const [, name = ''] of `${title} ${reason}`.matchAll(/\{\{(\w+)\}\}/g)) {
        expect(verdict.values).toHaveProperty(name);
      }
    }),
  );
});
