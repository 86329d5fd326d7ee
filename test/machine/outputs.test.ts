import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNetstatHolder, readSsHolder, readTasklistProgram } from '../../src/machine/outputs/listening-ports.ts';
import { readOwner, readPackages } from '../../src/machine/outputs/packages.ts';
import { readProperties } from '../../src/machine/outputs/properties.ts';
import { readWinHttpProxy } from '../../src/machine/outputs/proxy.ts';
import { readPcscReaders } from '../../src/machine/outputs/readers.ts';
import { readDword, readRegistry } from '../../src/machine/outputs/registry.ts';
import { readServiceStart, readServiceState } from '../../src/machine/outputs/service-control.ts';
import { readUnixIdentity, readWindowsGroups } from '../../src/machine/outputs/user-rights.ts';
import * as windows from './recorded/outputs/windows.ts';
import { printed } from './recorded-system.ts';

describe('reg query', () => {
  test('keys with their values, names with spaces, empty values, keys without any', () => {
    const output = windows.internetSettings(
      'AutoConfigURL    REG_SZ    http://wpad/прокси.pac',
      'Empty One    REG_SZ    ',
      'None    REG_NONE',
    );
    const [settings, connections] = readRegistry(output);
    expect(settings?.values.get('User Agent')).toBe('Mozilla/4.0 (compatible; MSIE 8.0; Win32)');
    expect(settings?.values.get('AutoConfigURL')).toBe('http://wpad/прокси.pac');
    expect(settings?.values.get('Empty One')).toBe('');
    expect(settings?.values.get('None')).toBe('');
    expect(connections?.path).toMatch(/\\Connections$/);
    expect(connections?.values.size).toBe(0);
  });

  test('the unnamed value has a translated name and is nobody’s', () => {
    const [, key] = readRegistry(windows.programs('SOFTWARE', ['A', 'Программа', '1.0']));
    expect([...(key?.values.keys() ?? [])]).toEqual(['DisplayName', 'DisplayVersion', 'EstimatedSize']);
  });

  test('a key that does not exist holds nothing', () => {
    expect(readRegistry('Ошибка: Не удается найти указанный раздел или параметр в реестре.\r\n')).toEqual([]);
  });

  test.each([
    ['0x0', 0, 0],
    ['0x1', 1, 1],
    ['0xffffff4c', 0xffffff4c, -180],
    ['1', null, null],
    ['0x', null, null],
    [undefined, null, null],
  ])('a number %s', (data, unsigned, signed) => {
    expect(readDword(data)).toBe(unsigned);
    expect(readDword(data, true)).toBe(signed);
  });

  test('law: what was written into values comes out again', () => {
    const word = fc.stringMatching(/^[A-Za-zА-я0-9_{}.]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(word, word), (values) => {
        const rows = Object.entries(values).map(([name, data]) => `    ${name}    REG_SZ    ${data}\r\n`);
        const [key] = readRegistry(`\r\nHKEY_LOCAL_MACHINE\\SOFTWARE\\A B\r\n${rows.join('')}\r\n`);
        expect(Object.fromEntries(key?.values ?? [])).toEqual({ ...values });
      }),
    );
  });
});

describe('packages', () => {
  test('dpkg: what is only known is left out, what is half removed is not', () => {
    const output = 'pcscd\t\tnot-installed\t\nu-trans\t4.2.0-2662\tconfig-files\tCenter-Inform\n';
    expect(readPackages(output)).toEqual([
      { name: 'u-trans', version: '4.2.0-2662', state: 'config-files', maintainer: 'Center-Inform' },
    ]);
  });

  test.each([
    ['librtpkcs11ecp: /usr/lib/librtpkcs11ecp.so\n', 'librtpkcs11ecp'],
    ['libpcsclite1:amd64: /usr/lib/x86_64-linux-gnu/libpcsclite.so.1\n', 'libpcsclite1'],
    ['jcpkcs11-2: ', 'jcpkcs11-2'],
    ['файл /x не принадлежит ни одному из пакетов\n', null],
    ['', null],
  ])('the owner in «%s»', (output, owner) => {
    expect(readOwner(output)).toBe(owner);
  });
});

describe('pcsc_scan -r', () => {
  test.each([
    ['No reader found.\n', []],
    [
      '0: Aktiv Rutoken ECP 00 00\n1: Aladdin R.D. JaCarta 01 00\n',
      ['Aktiv Rutoken ECP 00 00', 'Aladdin R.D. JaCarta 01 00'],
    ],
    ['\u001b[34m 0: Aktiv Rutoken ECP 00 00\u001b[0m\n', ['Aktiv Rutoken ECP 00 00']],
    ['SCardEstablishContext: Service not available.\n', null],
    ['', null],
  ])('%j', (output, readers) => {
    expect(readPcscReaders(output)).toEqual(readers);
  });
});

test('netsh: the proxy of the services of Windows in either language, or none', () => {
  expect(readWinHttpProxy(windows.winHttpProxy('10.20.0.1:3128'))).toBe('10.20.0.1:3128');
  expect(readWinHttpProxy('\r\n    Proxy Server(s) :  http=proxy:8080;https=proxy:8443\r\n')).toBe(
    'http=proxy:8080;https=proxy:8443',
  );
  expect(readWinHttpProxy(windows.directWinHttp)).toBeNull();
});

test('systemctl show and timedatectl show: values may hold anything, objects are parted by an empty line', () => {
  const [first, second, ...rest] = readProperties('Id=a.service\nEnvironment=A=1 B=2\nEmpty=\n\nId=b.socket\n');
  expect(Object.fromEntries(first ?? [])).toEqual({ Id: 'a.service', Environment: 'A=1 B=2', Empty: '' });
  expect(second?.get('Id')).toBe('b.socket');
  expect(rest).toEqual([]);
});

test('id: the groups that may act as administrators', () => {
  expect(readUnixIdentity('uid=0(root) gid=0(root) groups=0(root)\n')).toEqual({ administrator: true, elevated: true });
  expect(readUnixIdentity('uid=1000(sudo) gid=1000(kassa) groups=1000(kassa)\n')?.elevated).toBe(false);
  expect(readUnixIdentity('uid=500(a) gid=500(a) группы=500(a),10(wheel)\n')?.administrator).toBe(true);
  expect(readUnixIdentity('')).toBeNull();
});

describe('law: no output makes a reader fail', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string().map((text) => `HKEY_\r\n    ${text}`),
  );
  const readers: readonly (readonly [string, (output: string) => unknown])[] = [
    ['registry', readRegistry],
    ['packages', readPackages],
    ['owner', readOwner],
    ['properties', readProperties],
    ['readers', readPcscReaders],
    ['proxy', readWinHttpProxy],
    ['groups', readWindowsGroups],
    ['identity', readUnixIdentity],
    ['service state', (output) => readServiceState(printed(output))],
    ['service start', (output) => readServiceStart(printed(output))],
    ['netstat', (output) => readNetstatHolder(output, 8080)],
    ['tasklist', (output) => readTasklistProgram(output, 1)],
    ['ss', (output) => readSsHolder(output, 8080)],
  ];

  test.each(readers)('%s', (_, read) => {
    fc.assert(
      fc.property(anything, (output) => {
        read(output);
      }),
    );
  });

  test.each(readers)('%s in time that grows with the output alone', (_, read) => {
    const began = performance.now();
    for (const unit of [' ', 'a', '\t', '\n', '"', ':', ' a: b', '    REG_', '0: ', 'HKEY_']) read(unit.repeat(40_000));
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});
