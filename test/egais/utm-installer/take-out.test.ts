import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeOutInstaller } from '../../../src/egais/utm/installer/take-out.ts';
import { problemCatalogue } from '../../../src/shared/problems/problem.ts';
import { installerBytes, installerName, type ZipFile, zip, zip64Extra } from './zips.ts';

let ground: string;
let folder: string;
let archive: string;
beforeEach(() => {
  ground = mkdtempSync(path.join(tmpdir(), 'utm-archive-'));
  folder = path.join(ground, 'out');
  archive = path.join(ground, 'utm.zip');
});
afterEach(() => rmSync(ground, { recursive: true, force: true }));

const content = installerBytes(300_000);
const sha256 = createHash('sha256').update(content).digest('hex');
const installer: ZipFile = { name: installerName, content };

const taken = (bytes: Uint8Array) => {
  writeFileSync(archive, bytes);
  return takeOutInstaller(archive, folder);
};

/** Everything below the ground but the archive itself. */
const written = (): readonly string[] =>
  readdirSync(ground, { recursive: true, encoding: 'utf8' }).filter((name) => name !== 'utm.zip' && name !== 'out');

describe('the installer is taken out', () => {
  test('of an archive that another program made', async () => {
    writeFileSync(path.join(ground, installerName), content);
    const script =
      'import sys, zipfile\nwith zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z: z.write(sys.argv[2], sys.argv[3])';
    execFileSync('python3', ['-c', script, archive, path.join(ground, installerName), installerName]);
    rmSync(path.join(ground, installerName));
    const file = path.join(folder, installerName);
    expect(await takeOutInstaller(archive, folder)).toEqual({
      ok: true,
      value: { file, build: '4.2.0-b2689', size: content.length, sha256 },
    });
    expect(readFileSync(file).equals(content)).toBe(true);
    expect(written()).toEqual([path.join('out', installerName)]);
  });

  test.each([
    ['stored', [{ ...installer, stored: true }]],
    [
      'in a folder, beside other files',
      [{ name: 'УТМ/' }, { ...installer, name: `УТМ/${installerName}` }, { name: 'УТМ/читай.txt' }],
    ],
    ['with numbers of 64 bits', [{ ...installer, size: 0xffffffff, extra: zip64Extra(BigInt(content.length)) }]],
  ] as const)('%s', async (_, files) => {
    expect(await taken(zip(files))).toMatchObject({ ok: true, value: { sha256 } });
    expect(written()).toEqual([path.join('out', installerName)]);
  });

  test('of Linux', async () => {
    const file: ZipFile = { name: 'u-trans-4.2.0-2662-i386-test.deb', content };
    expect(await taken(zip([file]))).toMatchObject({ ok: true, value: { build: '4.2.0-2662' } });
  });

  test('in place of an older one, and never through a link that lies there', async () => {
    const elsewhere = path.join(ground, 'elsewhere');
    writeFileSync(elsewhere, 'precious');
    mkdirSync(folder);
    symlinkSync(elsewhere, path.join(folder, installerName));
    symlinkSync(elsewhere, path.join(folder, `${installerName}.part`));
    expect(await taken(zip([installer]))).toMatchObject({ ok: true });
    expect(readFileSync(elsewhere, 'utf8')).toBe('precious');
    expect(readFileSync(path.join(folder, installerName)).equals(content)).toBe(true);
  });
});

const zeros = Buffer.alloc(8 * 1024 ** 2);
const unsafe = 'EGAIS_ARCHIVE_UNSAFE';
const bomb = 'EGAIS_ARCHIVE_BOMB';
const damaged = 'EGAIS_ARCHIVE_DAMAGED';

/** Files whose data are one stretch of bytes, each with a header of its own inside that of the one before. */
function overlapping(): Buffer {
  const kernel = zip([{ name: 'a.exe', content: installerBytes(2_000), stored: true }]);
  const list = Array.from(
    { length: 20 },
    (_, index): ZipFile => ({
      name: 'a.exe'.replace('a', String.fromCharCode(97 + index)),
      raw: Buffer.alloc(0),
      size: 2_000,
      compressedSize: 2_000,
      stored: true,
      offset: 0,
      listedOnly: true,
    }),
  );
  const body = kernel.subarray(0, 30 + 5 + 2_000);
  const directory = zip(list, { offset: body.length });
  return Buffer.concat([body, directory]);
}

describe('refused, with nothing written', () => {
  test.each<readonly [string, string, Buffer]>([
    ['a name that climbs out', unsafe, zip([installer, { name: '../evil.exe', content }])],
    ['a name that climbs out backwards', unsafe, zip([installer, { name: '..\\evil.exe', content }])],
    ['an installer that climbs out', unsafe, zip([{ name: `../${installerName}`, content }])],
    ['a name with a dot at its end', unsafe, zip([installer, { name: 'a/.. /evil.exe', content }])],
    ['an absolute name', unsafe, zip([installer, { name: '/etc/cron.d/evil', content }])],
    ['a name with a drive', unsafe, zip([installer, { name: 'C:\\evil.exe', content }])],
    ['a stream of a file', unsafe, zip([installer, { name: 'a.txt:evil', content }])],
    ['a name with a zero byte', unsafe, zip([installer, { name: 'evil.exe\0.txt', content }])],
    ['a link', unsafe, zip([{ name: installerName, content: Buffer.from('/etc/passwd'), unixMode: 0o120777 }])],
    ['a device', unsafe, zip([installer, { name: 'device', unixMode: 0o020666 }])],
    ['one name twice', unsafe, zip([installer, installer])],
    ['one name in two cases', unsafe, zip([installer, { ...installer, name: installerName.toUpperCase() }])],
    ['two names for one file', unsafe, zip([{ ...installer, ownName: 'silent-setup-4.2.0-b0000.exe' }])],
    ['a password', 'EGAIS_ARCHIVE_ENCRYPTED', zip([{ ...installer, flags: 0x801 }])],
    ['a password of the strong kind', damaged, zip([{ ...installer, flags: 0x841 }])],
    ['a bomb that owns up to it', bomb, zip([{ name: installerName, content: zeros }])],
    ['a bomb beside the installer', bomb, zip([installer, { name: 'zeros', content: zeros }])],
    ['a bomb of one stretch for all', bomb, overlapping()],
    ['a size beyond all disks', bomb, zip([{ ...installer, size: 0xffffffff, extra: zip64Extra(2n ** 45n) }])],
    ['two gigabytes that are said to shrink little', bomb, zip([{ ...installer, stored: false, size: 2 ** 31 }])],
    [
      'more files than an honest archive has',
      bomb,
      zip(Array.from({ length: 101 }, (_, index) => ({ name: `${index}` }))),
    ],
    ['a bomb that says it is small', damaged, zip([{ name: installerName, content: zeros, size: 500_000 }])],
    ['fewer bytes than it says', damaged, zip([{ ...installer, size: content.length + 1 }])],
    ['another checksum', damaged, zip([{ ...installer, crc: 1 }])],
    ['broken compressed data', damaged, zip([{ ...installer, raw: installerBytes(300_000) }])],
    ['an unknown compression', damaged, zip([{ ...installer, method: 12 }])],
    ['a file beyond the end', damaged, zip([{ ...installer, offset: 0xfffffff0 }])],
    ['a file beyond all ends', damaged, zip([{ ...installer, offset: 0xffffffff, extra: zip64Extra(2n ** 63n) }])],
    ['a list beyond the end', damaged, zip([installer], { offset: 0xfffffff0 })],
    ['more files than there are', damaged, zip([installer], { count: 50 })],
    ['a page', damaged, Buffer.from('<html>403</html>')],
    ['nothing', damaged, Buffer.alloc(0)],
    ['no installer', 'EGAIS_ARCHIVE_NO_INSTALLER', zip([{ name: 'setup.exe', content }])],
    ['no file at all', 'EGAIS_ARCHIVE_NO_INSTALLER', zip([])],
    [
      'two installers',
      'EGAIS_ARCHIVE_SEVERAL_INSTALLERS',
      zip([installer, { ...installer, name: 'silent-setup-4.2.0-b2698.exe' }]),
    ],
  ])('%s: %s', async (_, code, bytes) => {
    expect(await taken(bytes)).toMatchObject({ ok: false, problem: { code } });
    expect(written()).toEqual([]);
  });

  test('an archive that is not there, a folder that cannot be', async () => {
    expect(await takeOutInstaller(archive, folder)).toMatchObject({ problem: { code: 'SETUP_FILE_UNREADABLE' } });
    writeFileSync(folder, 'a file in its place');
    expect(await taken(zip([installer]))).toMatchObject({ problem: { code: 'SETUP_FILE_NOT_WRITTEN' } });
  });
});

const small = zip([
  { name: installerName, content: installerBytes(900) },
  { name: 'читай.txt', content: Buffer.from('УТМ'.repeat(60)), stored: true },
  { ...installer, name: 'b.bin', content: installerBytes(50), size: 0xffffffff, extra: zip64Extra(50n) },
]);

/** An answer, whatever the bytes: a code of the catalogue or the installer, and not one byte elsewhere. */
async function answers(bytes: Uint8Array): Promise<boolean> {
  const outcome = await taken(bytes);
  if (!outcome.ok) expect(Object.keys(problemCatalogue)).toContain(outcome.problem.code);
  expect(written().filter((name) => name !== path.join('out', installerName))).toEqual([]);
  expect(existsSync(path.join(folder, installerName))).toBe(outcome.ok);
  rmSync(folder, { recursive: true, force: true });
  return outcome.ok;
}

describe('any bytes', () => {
  test('an archive cut anywhere is damaged', async () => {
    expect(await answers(small)).toBe(true);
    for (let length = 0; length < small.length; length += 1)
      expect(await answers(small.subarray(0, length))).toBe(false);
  });

  test('an archive with any bytes changed has an answer', async () => {
    const change = fc.array(fc.tuple(fc.nat(small.length - 1), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(change, async (changes) => {
        const bytes = Buffer.from(small);
        for (const [at, value] of changes) bytes[at] = value;
        await answers(bytes);
      }),
      { numRuns: 1500 },
    );
  });

  test('an archive whose list has any numbers has an answer', async () => {
    const listAt = small.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    const number = fc.constantFrom(0, 1, 0x7f, 0x80, 0xff);
    const change = fc.tuple(
      fc.integer({ min: listAt, max: small.length - 5 }),
      fc.tuple(number, number, number, number),
    );
    await fc.assert(
      fc.asyncProperty(change, async ([at, four]) => {
        const bytes = Buffer.from(small);
        bytes.set(four, at);
        await answers(bytes);
      }),
      { numRuns: 1500 },
    );
  });

  test('any bytes at all have an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await answers(bytes);
      }),
      { numRuns: 300 },
    );
  });
});
