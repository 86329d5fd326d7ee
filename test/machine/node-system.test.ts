import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { runChecks } from '../../src/machine/checks.ts';
import { createNodeSystem } from '../../src/machine/node-system.ts';
import type { Finding } from '../../src/shared/domain/finding.ts';
import { emptyContext, tokens } from './contexts.ts';

const system = createNodeSystem();

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
}

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'Мастер ЕГАИС '));
  open.push(() => rm(path, { recursive: true }));
  return path;
}

describe('commands', () => {
  test('run without a shell and answer with what they printed', async () => {
    const script = 'process.stdout.write(process.argv[1]); process.stderr.write("шум"); process.exit(3)';
    expect(await system.run(process.execPath, ['-e', script, '$HOME; ёлка "&" |'])).toEqual({
      exitCode: 3,
      stdout: '$HOME; ёлка "&" |',
      stderr: 'шум',
      missing: false,
      timedOut: false,
    });
  });

  test('a program that does not exist is an answer, not a failure', async () => {
    expect(await system.run('нет-такой-программы', [])).toMatchObject({ exitCode: null, missing: true });
  });

  test('a program that hangs is ended at its limit', async () => {
    expect(await system.run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], 300)).toMatchObject({
      exitCode: null,
      missing: false,
      timedOut: true,
    });
  });
});

describe('files', () => {
  test('under a Cyrillic name, no more than asked for', async () => {
    const path = join(await folder(), 'Драйвер токена.dll');
    await writeFile(path, 'содержимое');
    expect(new TextDecoder().decode((await system.readBytes(path, 4096)) ?? undefined)).toBe('содержимое');
    expect(await system.readBytes(path, 3)).toHaveLength(3);
    expect(await system.exists(path)).toBe(true);
    expect(await system.list(join(path, '..'))).toEqual([basename(path)]);
  });

  test('absence is an answer', async () => {
    const path = await folder();
    await mkdir(join(path, 'папка'));
    expect(await system.readBytes(join(path, 'нет'), 10)).toBeNull();
    expect(await system.readBytes(join(path, 'папка'), 10)).toBeNull();
    expect(await system.exists(join(path, 'нет'))).toBe(false);
    expect(await system.list(join(path, 'нет'))).toEqual([]);
  });
});

describe('ports and servers', () => {
  test('a port is open while somebody listens', async () => {
    const server = createServer();
    const port = await listen(server);
    expect(await system.connects(port)).toBe(true);
    await new Promise((resolve) => server.close(resolve));
    expect(await system.connects(port)).toBe(false);
  });

  test('the date comes out of the first answer, a redirect or a refusal too', async () => {
    const asked: string[] = [];
    const server = createHttpServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader('Date', 'Mon, 02 Mar 2026 09:30:15 GMT');
      response.writeHead(request.url === '/' ? 301 : 403, { location: '/elsewhere' }).end();
    });
    const port = await listen(server);
    const before = Date.now();
    const answer = await system.httpDate(`http://127.0.0.1:${port}/`);
    expect(answer?.header).toBe('Mon, 02 Mar 2026 09:30:15 GMT');
    expect(answer?.receivedAt).toBeGreaterThanOrEqual(before);
    expect(await system.httpDate(`http://127.0.0.1:${port}/refused`)).not.toBeNull();
    expect(asked).toEqual(['HEAD /', 'HEAD /refused']);
  });

  test('an answer without a date is still an answer', async () => {
    const server = createHttpServer((_, response) => {
      response.sendDate = false;
      response.end();
    });
    expect(await system.httpDate(`http://127.0.0.1:${await listen(server)}/`)).toMatchObject({ header: '' });
  });

  test('silence ends at its limit, what is no HTTP is no answer', async () => {
    const mute = await listen(createServer((socket) => socket.resume()));
    const rude = await listen(createServer((socket) => socket.resume().end('ёж\r\n')));
    expect(await system.httpDate(`http://127.0.0.1:${mute}/`, 200)).toBeNull();
    expect(await system.httpDate(`http://127.0.0.1:${rude}/`)).toBeNull();
  });
});

describe('the checks on this very computer', () => {
  const check = (utmUrl: string) => runChecks(system, { ...emptyContext, utmUrl, tokens: tokens([], []) });
  const of = (findings: readonly Finding[], id: Finding['id']) => findings.find((finding) => finding.id === id);

  test('tell the truth about it', async () => {
    const server = createServer();
    const port = await listen(server);
    await new Promise((resolve) => server.close(resolve));
    const findings = await check(`http://127.0.0.1:${port}`);

    expect(of(findings, 'operating-system')).toMatchObject({ facts: { platform: process.platform } });
    expect(of(findings, 'utm-port')).toMatchObject({ status: 'ok', facts: { held: false, port } });
    if (process.platform === 'linux') {
      const daemon = existsSync('/usr/sbin/pcscd');
      expect(of(findings, 'smart-card-service')).toMatchObject({ facts: { installed: daemon, tokenSeen: false } });
      expect(of(findings, 'smart-card-service')?.variant).toMatch(
        daemon ? /^linux-(running|stopped)$/ : /^linux-absent$/,
      );
      const utm = existsSync('/opt/utm/transport');
      expect(of(findings, 'utm')).toMatchObject({ variant: utm ? 'installed' : 'absent' });
    }
    expect(of(findings, 'token')).toMatchObject({ status: 'waiting', variant: 'none-without-driver' });
  });

  test('name the program that holds the port of the UTM', async () => {
    const port = await listen(createServer());
    const finding = of(await check(`http://localhost:${port}`), 'utm-port');
    expect(finding).toMatchObject({ variant: 'held-by-other', status: 'bad', facts: { pid: process.pid } });
    expect(String(finding?.values.program)).toMatch(/node|vitest/i);
    expect(finding?.values.port).toBe(port);
  });
});
