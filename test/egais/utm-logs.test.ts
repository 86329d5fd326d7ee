import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastPostIn } from '../../src/egais/utm/access-log.ts';
import { failureInOutput, readInfoLog } from '../../src/egais/utm/info-log.ts';
import { withoutSecrets } from '../../src/egais/utm/log-secrets.ts';
import { utmStateSchema } from '../../src/shared/domain/utm.ts';
import { access, exchangeFinished, exchangeRefused, failures, line, stampOf, start } from './utm-log-lines.ts';

const read = (...lines: readonly string[]) => readInfoLog(`${lines.join('\n')}\n`);
/** The stamps of a log are in the time zone of its computer. */
const momentOf = (time: string): string => new Date(stampOf(time).replace(' ', 'T').replace(',', '.')).toISOString();

describe('transport_info.log', () => {
  test.each([
    [1, 'begun'],
    [2, 'database'],
    [3, 'cheques'],
    [4, 'scheduler'],
    [5, 'update'],
    [6, 'exchange'],
  ])('a start that came to its mark %i', (count, mark) => {
    expect(read(...start('10:00').slice(0, count))).toMatchObject({
      startedAt: momentOf('10:00:01'),
      mark,
      ended: false,
      failure: null,
      exchangedAt: count === 6 ? momentOf('10:00:06') : null,
    });
  });

  test('the last run counts, and what was before its beginning is not its own', () => {
    const log = read(
      ...start('09:00'),
      ...failures['pin-refused'],
      'Shutdown completed.',
      ...start('11:00').slice(0, 2),
    );
    expect(log).toMatchObject({ startedAt: momentOf('11:00:01'), mark: 'database', failure: null, errors: [] });
    expect(log.exchangedAt).toBe(momentOf('09:00:06'));
  });

  test('a run that began before the end of the log', () => {
    expect(read(exchangeFinished('10:00:00'), exchangeFinished('10:02:00'))).toMatchObject({
      since: momentOf('10:00:00'),
      startedAt: null,
      mark: 'exchange',
      exchangedAt: momentOf('10:02:00'),
    });
  });

  test('a stop, and a start after it', () => {
    const stop = line('12:00:00', 'INFO', 'HikariPool-1 - Shutdown completed.');
    expect(read(...start('10:00'), stop).ended).toBe(true);
    expect(read(...start('10:00'), stop, ...start('12:01')).ended).toBe(false);
  });

  test.each(Object.entries(failures))('a start that failed: %s', (failure, lines) => {
    const log = read(...start('10:00').slice(0, 1), line('10:00:02', 'ERROR', 'Ошибка'), ...lines);
    expect(log.failure).toBe(failure);
    expect(log.errors.length).toBeGreaterThan(0);
  });

  test('of several failures the gravest is told; a finished exchange ends them all', () => {
    const both = [...start('10:00').slice(0, 1), ...failures['files-missing'], ...failures['pin-refused']];
    expect(read(...both, ...failures['pin-missing']).failure).toBe('pin-refused');
    expect(read(...both, exchangeFinished('10:05:00')).failure).toBeNull();
  });

  test('words of a failure in an ordinary line are no failure', () => {
    expect(read(line('10:00:02', 'INFO', 'Проверка на CKR_PIN_INCORRECT пройдена')).failure).toBeNull();
  });

  test('a harmless race after the start is a line of trouble and no failure', () => {
    const log = read(...start('10:00'), line('10:00:07', 'ERROR', 'KeyStore is not initialized', 'WSExchangeJob'));
    expect(log.failure).toBeNull();
    expect(log.errors).toEqual([{ at: momentOf('10:00:07'), text: 'WSExchangeJob - KeyStore is not initialized' }]);
  });

  test.each(['ERROR', 'WARN', 'INFO'])('an exchange given up because of the access key, at level %s', (level) => {
    expect(read(exchangeRefused('10:02:00', level)).exchangeRefusedAt).toBe(momentOf('10:02:00'));
  });

  test('the version it names', () => {
    expect(read(line('10:00:00', 'INFO', 'UTM-Version: 4.2.0b002698')).version).toBe('4.2.0b002698');
  });

  test('errors are few, short, and without anything that may be a PIN', () => {
    const lines = Array.from({ length: 50 }, (_, second) =>
      line(`10:00:${String(second + 10)}`, 'ERROR', `crypto.lib.pki.keystorePassword=11111111 ${'я'.repeat(9_000)}`),
    );
    const { errors } = read(...lines);
    expect(errors).toHaveLength(5);
    for (const { text } of errors) {
      expect(text.length).toBeLessThanOrEqual(300);
      expect(text).not.toContain('1111');
    }
    expect(errors.at(-1)?.at).toBe(momentOf('10:00:59'));
  });

  test('any text: nothing is thrown, and the answer has its form', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...start('10:00'), ...Object.values(failures).flat(), '2026-99-99 99:99:99,999 ERROR a - b'),
    );
    const log = utmStateSchema.shape.computer.unwrap().shape.log;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', ''), (lines, end) => {
        log.parse(readInfoLog(lines.join(end)));
        failureInOutput(lines.join(end));
      }),
    );
  });

  test.each([
    ['one line without end', 'x'.repeat(4_000_000)],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['a stamp over and over', `${stampOf('10:00:00')} ERROR `.repeat(50_000)],
    ['words of secrets without end', `${stampOf('10:00:00')} ERROR a - ${'пароль'.repeat(300)}\n`.repeat(500)],
    ['texts that nearly match', 'FSRAR_ID NumberFormatException Отсутствует пароль\n'.repeat(30_000)],
  ])('%s costs no more than its length', (_, text) => {
    const began = performance.now();
    readInfoLog(text);
    failureInOutput(text);
    lastPostIn([text]);
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

test('Java’s error output has no form of its own, and its failures are found all the same', () => {
  expect(failureInOutput(`шум\n${failures['registered-wrongly'].join('\n')}\nещё шум`)).toBe('registered-wrongly');
  expect(failureInOutput('всё хорошо\n')).toBeNull();
});

describe('nothing that may be a PIN is left', () => {
  test.each([
    ['crypto.lib.gost.keyPassword=0987654321', 'crypto.lib.gost.keyPassword=•••'],
    ['PIN-код: qwerty12, токен 1', 'PIN-код: •••, токен 1'],
    ['неверный пароль «Секрет»', 'неверный пароль «•••'],
    ['login(12345678) failed', 'login(•••) failed'],
    ['FSRAR_ID 030000000001 не найден', 'FSRAR_ID 030000000001 не найден'],
    ['java.lang.IllegalStateException', 'java.lang.IllegalStateException'],
  ])('%s', (text, left) => expect(withoutSecrets(text)).toBe(left));

  test('a number of four to ten digits does not stand alone in any line', () => {
    const around = fc.constantFrom(' ', '(', '[', '"', '«', '', '=', ': ', ', ');
    const pin = fc.stringMatching(/^[0-9]{4,10}$/);
    fc.assert(
      fc.property(around, pin, around, (before, digits, after) => {
        expect(withoutSecrets(`ошибка ${before}${digits}${after}`)).not.toContain(digits);
      }),
    );
  });
});

describe('access_log', () => {
  const at = (time: string): string => new Date(`2026-10-01T${time}Z`).toISOString();

  test('the last document, whatever is asked after it', () => {
    const log = [
      access('10:00:00', 'POST /opt/in/WayBillAct_v4', 200, 213),
      access('10:01:00', 'POST /opt/in/QueryClients_v2', 500, 362),
      access('10:02:00', 'GET /opt/out', 200, 90),
      access('10:03:00', 'POST /xml?type=ChequeV4', 200, 90),
      access('10:04:00', 'GET /opt/in/', 200, 362),
    ].join('\r\n');
    expect(lastPostIn([log])).toEqual({ at: at('10:01:00'), document: 'QueryClients_v2', status: 500, size: 362 });
  });

  test.each([
    ['no document named', access('10:00:00', 'POST /opt/in', 500, 89), { document: '', status: 500, size: 89 }],
    ['an empty answer', access('10:00:00', 'POST /opt/in/X', 500, '-'), { status: 500, size: null }],
    ['a query', access('10:00:00', 'POST /opt/in/X?a=1', 200, 5), { document: 'X', status: 200 }],
    ['the bare form that is seen', '… "POST /opt/in/X HTTP/1.1" 500 362', { at: null, status: 500, size: 362 }],
    ['a stamp of no month', access('10:00:00', 'POST /opt/in/X', 200, 5).replace('Oct', 'Окт'), { at: null }],
  ])('%s', (_, log, told) => expect(lastPostIn([log])).toMatchObject(told));

  test('a day without documents leaves the word to the day before', () => {
    const today = access('00:00:10', 'GET /opt/out', 200, 90);
    const yesterday = access('10:00:00', 'POST /opt/in/X', 500, 89);
    expect(lastPostIn([today, yesterday])).toMatchObject({ status: 500 });
    expect(lastPostIn([today])).toBeNull();
    expect(lastPostIn([])).toBeNull();
  });

  test('any text: nothing is thrown, and the answer has its form', () => {
    const post = utmStateSchema.shape.computer.unwrap().shape.lastPost;
    const pieces = fc.oneof(fc.string({ unit: 'binary' }), fc.constant(access('10:00:00', 'POST /opt/in/X', 500, 362)));
    fc.assert(fc.property(fc.array(pieces), (parts) => void post.parse(lastPostIn([parts.join('')]))));
  });
});
