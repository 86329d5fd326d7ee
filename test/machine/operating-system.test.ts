import { describe, expect, test } from 'vitest';
import { operatingSystem } from '../../src/machine/checks/computer/operating-system.ts';
import { readOsRelease } from '../../src/machine/outputs/os-release.ts';
import { emptyContext } from './contexts.ts';
import { alt11, astra17, debian12, redos8 } from './recorded/outputs/linux.ts';
import { type Recording, recordedSystem } from './recorded-system.ts';

const check = async (recording: Recording) => {
  const { status, variant, values } = await operatingSystem.run(recordedSystem(recording), emptyContext);
  return { status, variant, values };
};

const windows = (osRelease: string, osVersion: string, more: Recording = {}) =>
  check({ osRelease, osVersion, ...more });
const linux = (release: string | null, more: Recording = {}) =>
  check({ platform: 'linux', files: release === null ? {} : { '/etc/os-release': release }, ...more });

describe('the operating system of a shop', () => {
  test.each([
    ['10.0.19045', 'Windows 10 Pro', 'suitable', 'ok', 'Windows 10'],
    ['10.0.22631', 'Windows 11 Pro', 'suitable', 'ok', 'Windows 11'],
    ['10.0.26100', 'Windows 10 Pro', 'suitable', 'ok', 'Windows 11'],
    ['10.0.17763', 'Windows Server 2019 Standard', 'suitable', 'ok', 'Windows Server 2019'],
    ['6.1.7601', 'Windows 7 Professional', 'too-old', 'bad', 'Windows 7'],
    ['6.3.9600', 'Windows 8.1 Pro', 'too-old', 'bad', 'Windows 8.1'],
    ['6.3.9600', 'Windows Server 2012 R2 Standard', 'too-old', 'bad', 'Windows Server 2012'],
  ])('%s «%s» is %s', async (release, version, variant, status, name) => {
    expect(await windows(release, version)).toEqual({ status, variant, values: { name } });
  });

  test('a 32-bit Windows 10 is told apart from a 32-bit program on a 64-bit one', async () => {
    expect(await windows('10.0.19045', 'Windows 10 Pro', { architecture: 'ia32' })).toMatchObject({
      status: 'bad',
      variant: 'thirty-two-bit',
    });
    const translated = { architecture: 'ia32', environment: { PROCESSOR_ARCHITEW6432: 'AMD64' } };
    expect(await windows('10.0.19045', 'Windows 10 Pro', translated)).toMatchObject({ variant: 'suitable' });
  });

  test('Windows on ARM is told even where the program itself runs translated', async () => {
    expect(await windows('10.0.22631', 'Windows 11 Home', { architecture: 'arm64' })).toEqual({
      status: 'attention',
      variant: 'another-processor',
      values: { name: 'Windows 11', architecture: 'arm64' },
    });
    const translated = { architecture: 'x64', environment: { PROCESSOR_ARCHITEW6432: 'ARM64' } };
    expect(await windows('10.0.22631', 'Windows 11 Home', translated)).toMatchObject({ variant: 'another-processor' });
  });

  test.each([
    ['Debian 12', debian12, 'suitable', 'ok', 'Debian GNU/Linux 12 (bookworm)'],
    ['Astra, whose pretty name has no version', astra17, 'suitable', 'ok', 'Astra Linux 1.7'],
    ['ALT', alt11, 'suitable', 'ok', 'ALT Workstation 11.1 (Prometheus)'],
    ['РЕД ОС, not tried', redos8, 'unfamiliar', 'info', 'RED OS 8.0.3 (Standard Desktop)'],
    ['a system without os-release', null, 'unfamiliar', 'info', 'Linux'],
  ])('%s', async (_, release, variant, status, name) => {
    expect(await linux(release)).toEqual({ status, variant, values: { name } });
  });

  test('macOS has no UTM', async () => {
    expect(await check({ platform: 'darwin', osRelease: '24.1.0' })).toMatchObject({
      status: 'bad',
      variant: 'unsupported',
    });
  });
});

test('os-release keeps quoting rules of os-release(5) and passes over what is no assignment', () => {
  const text = '# comment\nNAME="Сборка \\"Ромашка\\""\nID=\'дом\'\nEMPTY=\n  broken line\nURL=https://a/?b=c\r\n';
  expect(Object.fromEntries(readOsRelease(text))).toEqual({
    NAME: 'Сборка "Ромашка"',
    ID: 'дом',
    EMPTY: '',
    URL: 'https://a/?b=c',
  });
});
