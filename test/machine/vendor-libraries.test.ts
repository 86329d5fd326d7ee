import { describe, expect, test } from 'vitest';
import { vendorLibraries } from '../../src/machine/checks/drivers/vendor-libraries.ts';
import { emptyContext } from './contexts.ts';
import { type Recording, recordedSystem } from './recorded-system.ts';

/** A PE header written out by the Microsoft specification: `MZ`, offset of `PE\0\0`, machine, characteristics DLL. */
function dll(machine: 'x64' | 'ia32' | 'arm64'): Uint8Array {
  const bytes = Buffer.alloc(0x200);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0xf8, 0x3c);
  bytes.write('PE\0\0', 0xf8, 'latin1');
  bytes.writeUInt16LE({ x64: 0x8664, ia32: 0x14c, arm64: 0xaa64 }[machine], 0xfc);
  bytes.writeUInt16LE(0x2022, 0xf8 + 22);
  return bytes;
}

/** An ELF header of a shared object (System V ABI). */
function sharedObject(machine: 'x64' | 'ia32'): Uint8Array {
  const bytes = Buffer.alloc(64);
  bytes.write('\x7fELF', 0, 'latin1');
  bytes[4] = machine === 'x64' ? 2 : 1;
  bytes[5] = 1;
  bytes.writeUInt16LE(3, 16);
  bytes.writeUInt16LE(machine === 'x64' ? 62 : 3, 18);
  return bytes;
}

const ours = (name: string) => `C:\\Windows\\System32\\${name}`;
const utms = (name: string) => `C:\\Windows\\SysWOW64\\${name}`;
const jacarta = 'jcPKCS11-2.dll';
const rutoken = 'rtPKCS11ECP.dll';

const check = (recording: Recording, libraryOverrides: readonly string[] = []) =>
  vendorLibraries.run(recordedSystem({ environment: { SystemRoot: 'C:\\Windows' }, ...recording }), {
    ...emptyContext,
    libraryOverrides,
  });

describe('libraries on Windows', () => {
  test.each([
    [
      'JaCarta',
      { [ours(jacarta)]: dll('x64'), [utms(jacarta)]: dll('ia32') },
      'ok',
      'jacarta',
      'Единый Клиент JaCarta',
    ],
    ['Рутокен', { [ours(rutoken)]: dll('x64'), [utms(rutoken)]: dll('ia32') }, 'ok', 'rutoken', 'Драйверы Рутокен'],
    [
      'both',
      {
        [ours(jacarta)]: dll('x64'),
        [utms(jacarta)]: dll('ia32'),
        [ours(rutoken)]: dll('x64'),
        [utms(rutoken)]: dll('ia32'),
      },
      'ok',
      'installed',
      'Единый Клиент JaCarta, Драйверы Рутокен',
    ],
  ])('both copies of %s', async (_, files, status, variant, products) => {
    expect(await check({ files })).toMatchObject({ status, variant, values: { products }, actions: [] });
  });

  test('a 64-bit copy without the 32-bit one: the wizard sees the token, the UTM will not', async () => {
    expect(await check({ files: { [ours(jacarta)]: dll('x64') } })).toMatchObject({
      status: 'attention',
      variant: 'utm-copy-missing',
      values: { file: utms(jacarta), product: 'Единый Клиент JaCarta' },
      actions: ['open-jacarta-page', 'install-driver-file', 'check-again'],
    });
  });

  test('a 64-bit file in the place of the 32-bit one helps the UTM no more than none', async () => {
    const files = { [ours(rutoken)]: dll('x64'), [utms(rutoken)]: dll('x64') };
    expect(await check({ files })).toMatchObject({
      variant: 'utm-copy-missing',
      actions: ['open-rutoken-page', 'install-driver-file', 'check-again'],
    });
  });

  test('a 32-bit file where a 64-bit one belongs is named with both numbers', async () => {
    const files = { [ours(jacarta)]: dll('ia32'), [utms(jacarta)]: dll('ia32') };
    expect(await check({ files })).toMatchObject({
      status: 'bad',
      variant: 'wrong-bitness',
      values: { file: ours(jacarta), product: 'Единый Клиент JaCarta', found: 32, needed: 64 },
    });
  });

  test('only the 32-bit client is installed', async () => {
    expect(await check({ files: { [utms(jacarta)]: dll('ia32') } })).toMatchObject({
      status: 'bad',
      variant: 'wrong-bitness',
      values: { file: utms(jacarta), found: 32, needed: 64 },
    });
  });

  test('a library for ARM', async () => {
    expect(await check({ files: { [ours(jacarta)]: dll('arm64') } })).toMatchObject({
      status: 'bad',
      variant: 'wrong-processor',
      values: { found: 'arm64', needed: 'x64' },
    });
  });

  test.each([
    ['an empty file', ''],
    ['a page saved in its place', '<!doctype html><title>404</title>'],
    ['a header cut short', dll('x64').slice(0, 0xfa)],
  ])('%s is a damaged driver', async (_, content) => {
    expect(await check({ files: { [ours(rutoken)]: content } })).toMatchObject({
      status: 'bad',
      variant: 'damaged',
      values: { file: ours(rutoken), product: 'Драйверы Рутокен' },
    });
  });

  test('one vendor sound, the other of the wrong bitness', async () => {
    const files = { [ours(jacarta)]: dll('x64'), [utms(jacarta)]: dll('ia32'), [ours(rutoken)]: dll('ia32') };
    expect(await check({ files })).toMatchObject({
      status: 'attention',
      variant: 'one-unfit',
      values: { file: rutoken, product: 'Драйверы Рутокен' },
    });
  });

  test('none: both vendors are offered', async () => {
    expect(await check({})).toMatchObject({
      status: 'bad',
      variant: 'absent',
      actions: ['open-jacarta-page', 'open-rutoken-page', 'install-driver-file', 'check-again'],
    });
  });

  test('support sees every copy with its processor', async () => {
    const files = { [ours(jacarta)]: dll('x64'), [utms(jacarta)]: 'text' };
    expect((await check({ files })).facts).toEqual({
      architecture: 'x64',
      'aladdin.own': `${ours(jacarta)} (x64)`,
      'aladdin.utm': `${utms(jacarta)} (not a library)`,
    });
  });
});

describe('libraries on Linux', () => {
  test('one copy serves all, and the fitting one of several places is taken', async () => {
    const files = {
      '/opt/aktivco/rutokenecp/amd64/librtpkcs11ecp.so': sharedObject('ia32'),
      '/usr/lib/librtpkcs11ecp.so': sharedObject('x64'),
    };
    expect(await check({ platform: 'linux', files })).toMatchObject({
      status: 'ok',
      variant: 'rutoken',
      facts: { 'aktiv.own': '/usr/lib/librtpkcs11ecp.so (x64)' },
    });
  });
});

describe('a library given by hand', () => {
  const path = 'C:\\Мои программы\\токен\\jcPKCS11-2.dll';

  test('counts, wherever it lies', async () => {
    expect(await check({ files: { [path]: dll('x64') } }, [path])).toMatchObject({
      status: 'ok',
      variant: 'by-hand',
      values: { files: path },
    });
  });

  test('is refused when it is not there, though a driver is installed', async () => {
    const files = { [ours(jacarta)]: dll('x64'), [utms(jacarta)]: dll('ia32') };
    expect(await check({ files }, [path])).toMatchObject({
      status: 'bad',
      variant: 'by-hand-absent',
      values: { file: path },
    });
  });

  test('is refused when it is of the wrong bitness', async () => {
    expect(await check({ files: { [path]: dll('ia32') } }, [path])).toMatchObject({ variant: 'by-hand-unfit' });
  });
});
