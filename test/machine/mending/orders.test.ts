import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendWords, readMendWords } from '../../../src/machine/mending/helper-word.ts';
import { mendSteps } from '../../../src/machine/mending/steps.ts';
import { type MendOrder, mendOrderSchema } from '../../../src/shared/domain/mending.ts';

const lines = (order: MendOrder, platform: 'win32' | 'linux' | 'darwin' = 'win32') =>
  mendSteps(order, platform)?.map(({ program, args, ifDisabled }) =>
    [...(ifDisabled === null ? [] : [`if ${ifDisabled} is disabled:`]), program, ...args].join(' '),
  ) ?? null;

describe('an order is these commands and no others', () => {
  test.each<[MendOrder, readonly string[]]>([
    [{ operation: 'start-smart-card-service' }, ['sc.exe config SCardSvr start= auto', 'sc.exe start SCardSvr']],
    [
      { operation: 'start-utm-service' },
      [
        'sc.exe config SCardSvr start= auto',
        'sc.exe start SCardSvr',
        'if Transport is disabled: sc.exe config Transport start= auto',
        'sc.exe start Transport',
      ],
    ],
    [
      { operation: 'start-utm-service', service: 'Transport2' },
      [
        'sc.exe config SCardSvr start= auto',
        'sc.exe start SCardSvr',
        'if Transport2 is disabled: sc.exe config Transport2 start= auto',
        'sc.exe start Transport2',
      ],
    ],
    [
      { operation: 'restart-utm-service', service: 'Transport' },
      [
        'sc.exe stop Transport',
        'sc.exe config SCardSvr start= auto',
        'sc.exe start SCardSvr',
        'sc.exe start Transport',
      ],
    ],
    [{ operation: 'stop-utm-service', service: 'Transport12' }, ['sc.exe stop Transport12']],
    [
      { operation: 'set-clock', bySeconds: -93_600 },
      [
        'powershell.exe -NoLogo -NoProfile -NonInteractive -Command Set-Date -Adjust (New-TimeSpan -Seconds -93600)',
        'sc.exe config W32Time start= auto',
        'sc.exe start W32Time',
        'w32tm.exe /resync /rediscover',
      ],
    ],
    [
      { operation: 'allow-utm-port', port: 8080 },
      [
        'netsh.exe advfirewall firewall delete rule name=EGAIS-Wizard-UTM',
        'netsh.exe advfirewall firewall add rule name=EGAIS-Wizard-UTM dir=in action=allow protocol=TCP localport=8080 remoteip=localsubnet profile=private,domain',
      ],
    ],
  ])('%j on Windows', (order, commands) => {
    expect(lines(order)).toEqual(commands);
  });

  test.each<[MendOrder, readonly string[] | null]>([
    [{ operation: 'start-smart-card-service' }, ['/usr/bin/systemctl enable --now pcscd.socket']],
    [{ operation: 'start-utm-service' }, ['/usr/bin/supervisorctl start utm']],
    [{ operation: 'start-utm-service', service: 'utm2' }, ['/usr/bin/supervisorctl start utm2']],
    [{ operation: 'restart-utm-service', service: 'utm' }, ['/usr/bin/supervisorctl restart utm']],
    [{ operation: 'stop-utm-service', service: 'utm' }, ['/usr/bin/supervisorctl stop utm']],
    [{ operation: 'stop-utm-service', service: 'Transport' }, null],
    [{ operation: 'renew-utm-database', service: 'utm', start: true }, null],
    [{ operation: 'set-clock', bySeconds: 60 }, ['/usr/bin/timedatectl set-ntp true']],
    [{ operation: 'allow-utm-port', port: 8080 }, null],
  ])('%j on Linux, one command at the most', (order, commands) => {
    expect(lines(order, 'linux')).toEqual(commands);
  });

  test('a program of Linux is no service of Windows', () => {
    expect(lines({ operation: 'restart-utm-service', service: 'utm' })).toBeNull();
  });

  test('nowhere else is anything done', () => {
    expect(lines({ operation: 'start-utm-service' }, 'darwin')).toBeNull();
  });
});

const order: fc.Arbitrary<MendOrder> = fc.oneof(
  fc.constantFrom<MendOrder>({ operation: 'start-smart-card-service' }, { operation: 'start-utm-service' }),
  fc
    .record({
      operation: fc.constantFrom('start-utm-service', 'restart-utm-service', 'stop-utm-service'),
      service: fc.stringMatching(/^(?:Transport\d{0,4}|utm[\w-]{0,30})$/),
    })
    .map((one) => one as MendOrder),
  fc
    .record({ service: fc.constantFrom('Transport', 'Transport7', 'utm'), start: fc.boolean() })
    .map((rest) => ({ operation: 'renew-utm-database', ...rest }) as const),
  fc
    .integer({ min: -3_200_000_000, max: 3_200_000_000 })
    .map((bySeconds) => ({ operation: 'set-clock', bySeconds }) as const),
  fc.integer({ min: 1, max: 65_535 }).map((port) => ({ operation: 'allow-utm-port', port }) as const),
  fc
    .record({
      file: fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }),
      sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
    })
    .map((rest) => ({ operation: 'install-file', ...rest }) as const),
);

describe('the helper’s command line', () => {
  test('carries every order there and back, in letters that no shell and no quoting changes', () => {
    fc.assert(
      fc.property(
        order.filter((one) => mendOrderSchema.safeParse(one).success),
        (one) => {
          const words = mendWords({ order: one, report: '\\\\.\\pipe\\egais-wizard-mend-1' });
          expect(words[1]).toMatch(/^[A-Za-z0-9_-]+$/);
          expect(readMendWords(['program.exe', 'app', ...words])).toEqual({
            order: one,
            report: '\\\\.\\pipe\\egais-wizard-mend-1',
          });
        },
      ),
    );
  });

  test('whatever else stands there is no order', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        expect(readMendWords(words)).toBeNull();
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readMendWords(['--mend', Buffer.from(text).toString('base64url')])).toBeNull();
      }),
    );
  });

  test.each([
    ['an operation that is not of the list', { operation: 'run', file: 'C:\\Windows\\System32\\cmd.exe' }],
    ['a port that is none', { operation: 'allow-utm-port', port: '8080 & calc' }],
    ['seconds that are a script', { operation: 'set-clock', bySeconds: '1); calc; (' }],
    ['more than the order has', { operation: 'start-utm-service', service: 'TermService' }],
    ['another service, stopped', { operation: 'stop-utm-service', service: 'WinDefend' }],
    ['a service with more behind its name', { operation: 'restart-utm-service', service: 'Transport & calc' }],
    ['a service with a line behind its name', { operation: 'restart-utm-service', service: 'Transport\n' }],
    ['a restart of nothing', { operation: 'restart-utm-service' }],
    ['a path in the place of a service', { operation: 'renew-utm-database', service: 'C:\\Windows', start: true }],
    [
      'a folder of one’s own choice',
      { operation: 'renew-utm-database', service: 'Transport', start: true, folder: 'C:\\Windows' },
    ],
    ['a file without its digest', { operation: 'install-file', file: 'C:\\setup.exe' }],
  ])('%s is refused', (_, forged) => {
    const word = Buffer.from(JSON.stringify({ order: forged, report: 'x' })).toString('base64url');
    expect(readMendWords(['--mend', word])).toBeNull();
  });
});
