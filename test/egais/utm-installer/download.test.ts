import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  type DownloadConduct,
  type DownloadOrder,
  download,
  downloadWhole,
} from '../../../src/egais/utm/installer/download.ts';
import { utmDownload } from '../../../src/egais/utm/installer/download-source.ts';
import { deadAddress } from '../raw-server.ts';
import { type ArchiveServer, archiveServer, type Manner } from './archive-server.ts';
import { installerBytes, installerName, zip } from './zips.ts';

let site: ArchiveServer;
let folder: string;
let file: string;
beforeAll(async () => {
  site = await archiveServer();
});
afterAll(() => site.close());
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'utm-download-'));
  file = path.join(folder, 'utm.zip');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const archive = zip([{ name: installerName, content: installerBytes(600) }]);
const newer = zip([{ name: installerName, content: installerBytes(900) }]);

const orderOf = (url = site.url): DownloadOrder => ({
  url,
  hosts: utmDownload.hosts,
  userAgent: utmDownload.userAgent,
  file,
});
const conduct: DownloadConduct = {
  maxBytes: 10_000,
  silenceMs: 10_000,
  onProgress: () => undefined,
  signal: new AbortController().signal,
};
const once = (change: Partial<DownloadConduct> = {}, url?: URL) => download(orderOf(url), { ...conduct, ...change });

const arrived = (content = archive): void => {
  expect(readFileSync(file).equals(content)).toBe(true);
  expect(readdirSync(folder)).toEqual(['utm.zip']);
};
const ranges = () => site.requests.map(({ headers }) => headers.range ?? null);
const problemOf = async (outcome: ReturnType<typeof once>) => {
  const value = await outcome;
  return value.ok ? null : value.problem.code;
};

describe('a download', () => {
  test('comes whole, and asks as a browser does', async () => {
    site.serve(archive, '"a"');
    const seen: number[] = [];
    expect(await once({ onProgress: (got, length) => seen.push(got / length) })).toEqual({
      ok: true,
      value: { file, size: archive.length, lastModified: 'Fri, 18 Sep 2026 10:00:00 GMT' },
    });
    arrived();
    expect(seen.at(-1)).toBe(1);
    expect(site.requests[0]?.headers).toMatchObject({
      'user-agent': expect.stringMatching(/^Mozilla\/5\.0 \(Windows/),
      'accept-encoding': 'identity',
    });
  });

  test('cut at any byte goes on from there', async () => {
    for (let cutAfter = 0; cutAfter < archive.length; cutAfter += 1) {
      rmSync(file, { force: true });
      site.serve(archive, '"a"', { cutAfter }, {});
      expect(await problemOf(once())).toBe('EGAIS_DOWNLOAD_BROKEN');
      expect(existsSync(file)).toBe(false);
      expect(await once()).toMatchObject({ ok: true, value: { size: archive.length } });
      arrived();
      expect(ranges()).toEqual([null, cutAfter === 0 ? null : `bytes=${cutAfter}-`]);
    }
  });

  test.each([7, 97])('cut after every %i bytes arrives by itself', async (cutAfter) => {
    site.serve(archive, '"a"', { cutAfter });
    const outcome = downloadWhole(orderOf(), conduct, 0);
    expect(await outcome).toMatchObject({ ok: true });
    arrived();
    expect(site.requests.length).toBeGreaterThan(archive.length / cutAfter - 1);
    const starts = ranges().map((range) => Number(/\d+/.exec(range ?? '0')?.[0]));
    expect([...starts].sort((a, b) => a - b)).toEqual(starts);
    expect(starts.at(-1)).toBe(Math.floor((archive.length - 1) / cutAfter) * cutAfter);
  });

  test('that does not get on is given up', async () => {
    site.serve(archive, '"a"', { cutAfter: 100 }, { cutAfter: 0 });
    expect(await downloadWhole(orderOf(), conduct, 0)).toMatchObject({
      ok: false,
      problem: { code: 'EGAIS_DOWNLOAD_BROKEN', values: { length: archive.length } },
    });
    expect(site.requests.length).toBe(3);
  });

  test('of a file that was replaced meanwhile begins anew', async () => {
    site.serve(archive, '"a"', { cutAfter: 500 });
    await once();
    site.serve(newer, '"b"');
    expect(await once()).toMatchObject({ ok: true });
    arrived(newer);
    expect(ranges()).toEqual([expect.stringMatching(/^bytes=\d+-$/)]);
  });

  test.each<readonly [string, Manner]>([
    ['does not know parts', { ignoresRange: true }],
    ['gives another part', { headers: { 'content-range': `bytes 7-${archive.length - 1}/${archive.length}` } }],
    ['gives a part of a longer file', { headers: { 'content-range': `bytes 500-99999/100000` } }],
    ['gives a part of another file', { headers: { etag: '"other"' } }],
    ['gives a part that is shorter than it says', { headers: { 'content-length': '10' }, body: Buffer.alloc(10) }],
    ['gives a part without saying which', { headers: { 'content-range': null } }],
    ['knows no such part', { status: 416, headers: { 'content-range': `bytes */${archive.length}` } }],
  ])('from a site that %s begins anew', async (_, manner) => {
    site.serve(archive, '"a"', { cutAfter: 500 });
    await once();
    site.serve(archive, '"a"', manner, {});
    expect(await once()).toMatchObject({ ok: true });
    arrived();
    expect(ranges().slice(1)).toEqual(manner.ignoresRange ? [] : [null]);
  });

  test('without a word on whether the file is the same is never gone on with', async () => {
    const headers = { etag: 'W/"weak"', 'last-modified': null };
    site.serve(archive, '"a"', { cutAfter: 500, headers }, { headers });
    await once();
    expect(await once()).toMatchObject({ ok: true, value: { lastModified: null } });
    expect(ranges()).toEqual([null, null]);
  });

  test('by the day of the file where it has no tag', async () => {
    const headers = { etag: null };
    site.serve(archive, '"a"', { cutAfter: 500, headers }, { headers });
    await once();
    expect(await once()).toMatchObject({ ok: true });
    arrived();
    expect(site.requests[1]?.headers['if-range']).toBe('Fri, 18 Sep 2026 10:00:00 GMT');
    expect(ranges()[1]).toMatch(/^bytes=\d+-$/);
  });

  test.each([
    '{',
    '[]',
    '{"url":1}',
    'null',
    '{"url":"http://other/","etag":"\\"a\\"","lastModified":null,"length":1200}',
  ])('whose note was spoilt begins anew: %s', async (note) => {
    writeFileSync(`${file}.part`, 'PK\x03\x04rubbish');
    writeFileSync(`${file}.part.json`, note);
    site.serve(archive, '"a"');
    expect(await once()).toMatchObject({ ok: true });
    arrived();
    expect(ranges()).toEqual([null]);
  });

  test('that was whole before its last step needs no other request', async () => {
    site.serve(archive, '"a"');
    await once();
    writeFileSync(`${file}.part`, archive);
    const note = { url: site.url.href, etag: '"a"', lastModified: null, length: archive.length };
    writeFileSync(`${file}.part.json`, JSON.stringify(note));
    rmSync(file);
    site.serve(archive, '"a"');
    expect(await once()).toMatchObject({ ok: true });
    arrived();
    expect(site.requests).toEqual([]);
  });

  test('follows within the site', async () => {
    site.serve(archive, '"a"', { status: 302, headers: { location: '/dist/moved.zip' } }, {});
    expect(await once()).toMatchObject({ ok: true });
    expect(site.requests.map(({ url }) => url)).toEqual(['/dist/utm.zip', '/dist/moved.zip']);
  });

  test('stopped by the person goes on later', async () => {
    site.serve(archive, '"a"', { silentAfter: 500 }, {});
    const stop = new AbortController();
    const outcome = once({ signal: stop.signal, onProgress: () => stop.abort() });
    expect(await problemOf(outcome)).toBe('EGAIS_DOWNLOAD_STOPPED');
    expect(await once()).toMatchObject({ ok: true });
    arrived();
  });

  test('that falls silent is broken, and goes on', async () => {
    site.serve(archive, '"a"', { silentAfter: 500 }, {});
    expect(await problemOf(once({ silenceMs: 300 }))).toBe('EGAIS_DOWNLOAD_BROKEN');
    expect(await once()).toMatchObject({ ok: true });
    arrived();
    expect(ranges()[1]).toBe('bytes=500-');
  });
});

const page = Buffer.from('<!doctype html><title>Вход в сеть</title>');

describe('a download is refused', () => {
  test.each<readonly [string, Manner, string]>([
    ['403', { status: 403, body: page }, 'EGAIS_DOWNLOAD_FORBIDDEN'],
    ['404', { status: 404, body: page }, 'EGAIS_DOWNLOAD_REFUSED'],
    ['500', { status: 500, body: page }, 'EGAIS_DOWNLOAD_REFUSED'],
    ['a part that nobody asked for', { status: 206 }, 'EGAIS_DOWNLOAD_REFUSED'],
    ['a page', { body: page, headers: { 'content-type': 'text/html; charset=utf-8' } }, 'EGAIS_DOWNLOAD_NOT_ARCHIVE'],
    ['a page that says it is an archive', { body: page }, 'EGAIS_DOWNLOAD_NOT_ARCHIVE'],
    ['a compressed answer', { headers: { 'content-encoding': 'gzip' } }, 'EGAIS_DOWNLOAD_NOT_ARCHIVE'],
    ['no length', { headers: { 'content-length': null, 'transfer-encoding': 'chunked' } }, 'EGAIS_DOWNLOAD_LENGTH'],
    ['a length of nothing', { body: Buffer.alloc(0) }, 'EGAIS_DOWNLOAD_LENGTH'],
    ['a length beyond all measure', { headers: { 'content-length': '10001' }, cutAfter: 10 }, 'EGAIS_DOWNLOAD_LENGTH'],
    ['another host', { status: 302, headers: { location: 'http://example.com/utm.zip' } }, 'EGAIS_DOWNLOAD_OTHER_HOST'],
    [
      'a host of the same beginning',
      { status: 301, headers: { location: 'http://fsrar.gov.ru.example/' } },
      'EGAIS_DOWNLOAD_OTHER_HOST',
    ],
    ['another port', { status: 307, headers: { location: 'http://127.0.0.1:1/utm.zip' } }, 'EGAIS_DOWNLOAD_OTHER_HOST'],
    ['another protocol', { status: 302, headers: { location: 'file:///etc/passwd' } }, 'EGAIS_DOWNLOAD_OTHER_HOST'],
    ['a circle', { status: 302, headers: { location: '/dist/utm.zip' } }, 'EGAIS_DOWNLOAD_REFUSED'],
    ['a redirect to nowhere', { status: 302, headers: { location: 'http://' } }, 'EGAIS_DOWNLOAD_REFUSED'],
  ])('%s', async (_, manner, code) => {
    site.serve(archive, '"a"', manner);
    expect(await problemOf(once())).toBe(code);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('fewer bytes than were said, again and again', async () => {
    site.serve(archive, '"a"', { headers: { 'content-length': String(archive.length + 5) }, cutAfter: archive.length });
    expect(await problemOf(downloadWhole(orderOf(), conduct, 0))).toBe('EGAIS_DOWNLOAD_BROKEN');
    expect(existsSync(file)).toBe(false);
  });

  test('nobody there, nothing said', async () => {
    expect(await problemOf(once({}, new URL(await deadAddress())))).toBe('EGAIS_DOWNLOAD_UNREACHABLE');
    site.serve(archive, '"a"', { mute: true });
    expect(await problemOf(once({ silenceMs: 200 }))).toBe('EGAIS_DOWNLOAD_UNREACHABLE');
    const stopped = AbortSignal.abort();
    expect(await problemOf(once({ signal: stopped }))).toBe('EGAIS_DOWNLOAD_STOPPED');
  });

  test('a certificate that nobody vouches for', async () => {
    const [key, certificate] = [path.join(folder, 'key.pem'), path.join(folder, 'certificate.pem')];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=127.0.0.1', '-keyout', key, '-out', certificate],
      { stdio: 'ignore' },
    );
    const server = createSecureServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (_, response) =>
      response.end(archive),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await problemOf(once({}, new URL(`https://127.0.0.1:${port}/utm.zip`)))).toBe('EGAIS_DOWNLOAD_UNTRUSTED');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('a folder that cannot be', async () => {
    writeFileSync(path.join(folder, 'taken'), '');
    site.serve(archive, '"a"');
    const order = { ...orderOf(), file: path.join(folder, 'taken', 'utm.zip') };
    expect(await download(order, conduct)).toMatchObject({ problem: { code: 'SETUP_FILE_NOT_WRITTEN' } });
  });
});

test('the configured address is a protected one of the agency', () => {
  const url = new URL(utmDownload.url);
  expect([url.protocol, utmDownload.hosts.includes('fsrar.gov.ru')]).toEqual(['https:', true]);
  expect(utmDownload.hosts).toContain(url.hostname);
});
