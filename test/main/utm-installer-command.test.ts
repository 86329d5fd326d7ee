import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { commandResults } from '../../src/shared/results.ts';
import { type ArchiveServer, archiveServer } from '../egais/utm-installer/archive-server.ts';
import { installerBytes, installerName, zip } from '../egais/utm-installer/zips.ts';
import { runBuiltCli } from '../support/built-cli.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let entry: BundledEntry;
let site: ArchiveServer;
let ground: string;
let folder: string;
beforeAll(async () => {
  entry = await bundleEntry('src/main/cli.ts');
  site = await archiveServer();
});
afterAll(async () => {
  entry?.remove();
  await site?.close();
});
beforeEach(() => {
  ground = mkdtempSync(path.join(tmpdir(), 'utm-installer-'));
  folder = path.join(ground, 'utm');
});
afterEach(() => rmSync(ground, { recursive: true, force: true }));

const content = installerBytes(400_000);
const archive = zip([{ name: installerName, content }]);
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const utm = (words: readonly string[]) =>
  runBuiltCli(entry.path, ['utm', ...words, '--profile-dir', path.join(ground, 'p')]);

const record = (): string => {
  const profile = path.join(ground, 'p');
  const files = readdirSync(profile, { recursive: true, withFileTypes: true }).filter((found) => found.isFile());
  return files.map((found) => readFileSync(path.join(found.parentPath, found.name), 'utf8')).join('\n');
};

describe('utm download', () => {
  test('goes on after a break, takes the installer out, and records what it is', async () => {
    site.serve(archive, '"a"', { cutAfter: 150_000 }, {});
    const { code, document, said } = await utm(['download', folder, '--url', site.url.href]);
    expect(code).toBe(0);
    expect(commandResults['utm-download'].parse(document.result)).toEqual({
      archive: {
        file: path.join(folder, 'utm-4.2.0-windows.zip'),
        size: archive.length,
        sha256: sha256(archive),
        lastModified: '2026-09-18T10:00:00.000Z',
      },
      installer: {
        file: path.join(folder, installerName),
        build: '4.2.0-b2689',
        size: content.length,
        sha256: sha256(content),
        // Only Windows knows of these signatures.
        signature: null,
      },
    });
    expect(readFileSync(path.join(folder, installerName)).equals(content)).toBe(true);
    expect(readdirSync(folder).sort()).toEqual([installerName, 'utm-4.2.0-windows.zip'].sort());
    expect(said).toContain('100 %');
    expect(record()).toContain(sha256(content));
    expect(site.requests.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=150000-']);
  });

  test('ended in its midst goes on at the next start', async () => {
    site.serve(archive, '"a"', { silentAfter: 150_000 }, {});
    const words = ['utm', 'download', folder, '--url', site.url.href, '--profile-dir', path.join(ground, 'p')];
    const child = spawn(process.execPath, [entry.path, ...words], { stdio: ['ignore', 'ignore', 'pipe'] });
    await new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => chunk.toString('utf8').includes('35 %') && resolve());
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGKILL');
    await ended;
    const { document } = await utm(['download', folder, '--url', site.url.href]);
    expect(document).toMatchObject({ ok: true, result: { archive: { sha256: sha256(archive) } } });
    expect(site.requests.at(-1)?.headers.range).toMatch(/^bytes=1[0-5]\d{4}-$/);
  });

  test.each([
    ['403', { status: 403 }, 7, 'EGAIS_DOWNLOAD_FORBIDDEN'],
    [
      'a page',
      { body: Buffer.from('<html>'), headers: { 'content-type': 'text/html' } },
      7,
      'EGAIS_DOWNLOAD_NOT_ARCHIVE',
    ],
    ['another host', { status: 302, headers: { location: 'http://example.com/' } }, 7, 'EGAIS_DOWNLOAD_OTHER_HOST'],
    [
      'a broken archive',
      { body: Buffer.concat([archive.subarray(0, 900), Buffer.alloc(100)]) },
      9,
      'EGAIS_ARCHIVE_DAMAGED',
    ],
  ])('is refused: %s', async (_, manner, exit, code) => {
    site.serve(archive, '"a"', manner);
    const { code: exitCode, document } = await utm(['download', folder, '--url', site.url.href]);
    expect([exitCode, document.problem.code]).toEqual([exit, code]);
    expect(existsSync(path.join(folder, installerName))).toBe(false);
    expect(record()).toContain(code);
  });

  test.each(['http://fsrar.gov.ru/utm.zip', 'ftp://127.0.0.1/utm.zip', 'utm.zip'])(
    'takes no such address: %s',
    async (url) => {
      expect((await utm(['download', folder, '--url', url])).code).toBe(2);
      expect(existsSync(folder)).toBe(false);
    },
  );
});

describe('utm unpack', () => {
  test('takes the installer out of a file that a person brought', async () => {
    const file = path.join(ground, 'установщик УТМ.zip');
    writeFileSync(file, archive);
    const { document } = await utm(['unpack', file, folder]);
    expect(commandResults['utm-unpack'].parse(document.result)).toMatchObject({
      archive: { file, sha256: sha256(archive), lastModified: null },
      installer: { build: '4.2.0-b2689', sha256: sha256(content) },
    });
    expect(readdirSync(folder)).toEqual([installerName]);
  });

  test.each([
    ['an archive that climbs out', zip([{ name: `../${installerName}`, content }]), 9, 'EGAIS_ARCHIVE_UNSAFE'],
    ['a bomb', zip([{ name: installerName, content: Buffer.alloc(8 * 1024 ** 2) }]), 9, 'EGAIS_ARCHIVE_BOMB'],
    ['another archive', zip([{ name: 'photo.jpg', content }]), 6, 'EGAIS_ARCHIVE_NO_INSTALLER'],
  ])('refuses %s', async (_, bytes, exit, code) => {
    const file = path.join(ground, 'utm.zip');
    writeFileSync(file, bytes);
    const outcome = await utm(['unpack', file, folder]);
    expect([outcome.code, outcome.document.problem.code]).toEqual([exit, code]);
    expect(existsSync(folder)).toBe(false);
  });

  test('wants a file and a folder', async () => {
    expect((await utm(['unpack', 'file.zip'])).code).toBe(2);
    expect((await utm(['unpack', path.join(ground, 'nowhere.zip'), folder])).code).toBe(6);
  });
});
