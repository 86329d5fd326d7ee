import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandResults } from '../../src/shared/results.ts';
import { deadAddress, httpAnswer, rawServer } from '../egais/raw-server.ts';
import { infoListAnswers } from '../egais/utm-answers.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let entry: BundledEntry;
let profile: string;
beforeAll(async () => {
  entry = await bundleEntry('src/main/cli.ts');
  profile = mkdtempSync(path.join(tmpdir(), 'utm-wait-'));
});
afterAll(() => {
  entry?.remove();
  rmSync(profile, { recursive: true, force: true });
});

async function wait(...words: readonly string[]) {
  const args = ['utm', 'wait', ...words, '--json', '--lang', 'en', '--profile-dir', profile];
  const child = spawn(process.execPath, [entry.path, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, said] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, document: JSON.parse(out), said };
}

describe('utm wait', () => {
  test('ends with the verdict of a UTM that works', async () => {
    const server = await rawServer((socket, line) =>
      socket.end(
        httpAnswer('200 OK', line.includes('list') ? JSON.stringify(infoListAnswers.healthy) : '4.2.0b002698'),
      ),
    );
    const { code, document, said } = await wait('--utm-url', server.url);
    await server.close();
    expect(code).toBe(0);
    expect(commandResults['utm-wait'].parse(document.result)).toMatchObject({
      waitedSeconds: 0,
      verdict: { id: 'working' },
    });
    expect(said).toContain('0 s  ');
  });

  test('of a folder named by hand: how far its start has come, and no folder that is not there', async () => {
    const folder = path.join(profile, 'transporter');
    const now = new Date();
    const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
    const stamp = local.slice(0, 23).replace('T', ' ').replace('.', ',');
    mkdirSync(path.join(folder, 'l'), { recursive: true });
    writeFileSync(
      path.join(folder, 'l', 'transport_info.log'),
      ['Starting Transport using Java', 'Initialized JPA EntityManagerFactory']
        .map((text) => `${stamp} INFO Transport - ${text}\n`)
        .join(''),
    );
    const dead = await deadAddress();
    const { code, said } = await wait('--utm-dir', folder, '--utm-url', dead, '--timeout', '4');
    expect(code).toBe(8);
    expect(said).toContain('The UTM is starting: 2/6');
    const nowhere = await wait('--utm-dir', path.join(profile, 'нет'), '--utm-url', dead);
    expect([nowhere.code, nowhere.document.problem.code]).toEqual([2, 'SETUP_USAGE']);
  });

  test('gives up after its time, and wants a time that is one', async () => {
    const { code, document, said } = await wait('--utm-url', await deadAddress(), '--timeout', '4');
    expect([code, document.problem.code]).toEqual([8, 'EGAIS_UTM_NOT_UP']);
    expect(said).toContain('nobody answers');
    expect((await wait('--timeout', '0')).code).toBe(2);
    expect((await wait('--timeout', 'soon')).code).toBe(2);
  });
});
