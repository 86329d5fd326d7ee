import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { subjectPublicKeyInfo } from '../../src/pki/certificate-file.ts';
import { commandResults } from '../../src/shared/results.ts';
import {
  type LocalAuthority,
  localAuthorities,
  phone,
  romashkaApplication,
} from '../egais/certification-authority/local-authority.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import { softwareRequest } from '../support/software-request.ts';

let entry: BundledEntry;
let profile: string;
beforeAll(async () => {
  entry = await bundleEntry('src/main/cli.ts');
  profile = mkdtempSync(path.join(tmpdir(), 'certification-'));
});
afterAll(() => {
  entry?.remove();
  rmSync(profile, { recursive: true, force: true });
});

const openAuthority = localAuthorities();

const gather = (child: ChildProcess, stream: 'stdout' | 'stderr') => {
  let text = '';
  child[stream]?.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
  return () => text;
};

/** A command whose person reads the SMS once it has come. `typed`: what is typed instead of its code. */
async function command(authority: LocalAuthority, words: readonly string[], typed?: string) {
  const before = authority.folder.messages(new Date()).length;
  const args = [...words, '--json', '--lang', 'en', '--profile-dir', profile, '--pin-stdin', '--phone', phone];
  const child = spawn(process.execPath, [entry.path, ...args, '--certification-account-url', authority.url]);
  const [out, said] = [gather(child, 'stdout'), gather(child, 'stderr')];
  const closed = once(child, 'close');
  await Promise.race([
    closed,
    vi.waitFor(() => expect(authority.folder.messages(new Date()).length).toBeGreaterThan(before), { timeout: 20_000 }),
  ]);
  child.stdin.end(`sms:${typed ?? authority.code()}\n`);
  const [code] = await closed;
  return { code, document: JSON.parse(out()), said: said() };
}

describe('request obtain', () => {
  test('from a request file to a certificate of its key, with one command', async () => {
    const authority = await openAuthority({ issue: { orderedAfterMs: 0, readyAfterMs: 2_000 } });
    const { der } = await softwareRequest();
    const [request, out] = [path.join(profile, 'one.p10'), path.join(profile, 'one.cer')];
    writeFileSync(request, der);
    const words = ['request', 'obtain', request, '--application', romashkaApplication, '--out', out];
    const { code, document, said } = await command(authority, [...words, '--timeout', '60']);
    expect([code, document.problem]).toEqual([0, undefined]);
    expect(commandResults['request-obtain'].parse(document.result).certificate.purpose).toBe('qualified');
    expect(said).toContain('The certificate is being issued');
    expect(subjectPublicKeyInfo(readFileSync(out))).toEqual(subjectPublicKeyInfo(der));
    // OpenSSL reads it as a certificate of a GOST key.
    const text = execFileSync('openssl', [
      'x509',
      '-inform',
      'DER',
      '-in',
      out,
      '-noout',
      '-issuer',
      '-nameopt',
      'utf8',
    ]);
    expect(text.toString('utf8')).toContain('Учебный удостоверяющий центр');

    await authority.restart();
    const folder = path.join(profile, 'papers');
    const papers = await command(authority, ['request', 'papers', folder, '--application', romashkaApplication]);
    const saved = commandResults['request-papers'].parse(papers.document.result).papers;
    expect(saved).toHaveLength(6);
    const receipt = saved.find(({ id }) => id === 'receipt');
    expect(execFileSync('pdftotext', [receipt?.file ?? '', '-']).toString('utf8')).toContain(
      'Расписка в получении сертификата',
    );
  });

  test('one that is not issued in time is not-ready, and the next command goes on with it', async () => {
    const authority = await openAuthority({ issue: { orderedAfterMs: 0, readyAfterMs: 3_600_000 } });
    const request = path.join(profile, 'two.p10');
    writeFileSync(request, (await softwareRequest()).der);
    const words = ['request', 'obtain', request, '--application', romashkaApplication, '--timeout', '1', '--out'];
    for (const out of ['two.cer', 'two.p7b']) {
      const { code, document } = await command(authority, [...words, path.join(profile, out)]);
      expect([code, document.problem.code]).toEqual([8, 'CERTIFICATION_NOT_ISSUED']);
      await authority.restart();
    }
    expect(authority.exchanges.filter(({ path: asked }) => asked.endsWith('/request'))).toHaveLength(1);
  });

  test('a wrong code opens nothing, and neither it nor the phone is in the log', async () => {
    const authority = await openAuthority();
    const { code, document, said } = await command(authority, ['request', 'applications'], '0000');
    expect([code, document.problem.code]).toEqual([9, 'CERTIFICATION_CODE_WRONG']);
    expect(said).not.toContain(phone);
    const list = await authority.restart().then(() => command(authority, ['request', 'applications']));
    expect(commandResults['request-applications'].parse(list.document.result).applications).toHaveLength(2);
  });
});

test('without an account there is a file, and without a code there is nothing', async () => {
  const run = (...words: readonly string[]) => {
    const args = [entry.path, ...words, '--json', '--lang', 'en', '--profile-dir', profile];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const out = gather(child, 'stdout');
    return once(child, 'close').then(([code]) => ({ code, document: JSON.parse(out()) }));
  };
  expect(await run('request', 'applications', '--phone', phone)).toMatchObject({
    code: 8,
    document: { problem: { code: 'CERTIFICATION_NOT_CONFIGURED' } },
  });
  expect(await run('request', 'applications')).toMatchObject({ code: 2 });
  const authority = await openAuthority();
  expect(
    await run('request', 'applications', '--phone', phone, '--certification-account-url', authority.url),
  ).toMatchObject({
    code: 9,
    document: { problem: { code: 'CERTIFICATION_CODE_NEEDED' } },
  });
  const { document } = await run('request', 'authorities');
  const { authorities } = commandResults['request-authorities'].parse(document.result);
  expect(authorities.map(({ id }) => id)).toEqual(['fns', 'forus', 'astral-web-registrar', 'astral-1c-etp', 'other']);
  for (const { page, steps } of authorities) {
    expect(page).toMatch(/^https:/);
    expect(steps.length).toBeGreaterThan(2);
  }
});
