import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTlsIssuer } from '../../src/machine/tls-issuer.ts';

const folder = mkdtempSync(join(tmpdir(), 'tls-issuer-'));
const servers: Server[] = [];
const visitors: Socket[] = [];
let received = 0;

async function listen(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket) => visitors.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** A server with a certificate of its own making, as an antivirus shows it. */
async function server(subject: string): Promise<number> {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-utf8', '-subj', subject];
  execFileSync('openssl', [...request, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
  const tls = createTlsServer({ key: readFileSync(key), cert: readFileSync(certificate) }, (socket) => {
    socket.on('data', () => {
      received += 1;
    });
    socket.on('error', () => {});
  });
  return listen(tls);
}

let named = 0;
let unnamed = 0;
beforeAll(async () => {
  named = await server('/O=Щит/CN=Щит Personal Root');
  unnamed = await server('/O=Kaspersky');
});

afterAll(async () => {
  for (const visitor of visitors) visitor.destroy();
  await Promise.all(servers.map((one) => new Promise((resolve) => one.close(resolve))));
  rmSync(folder, { recursive: true });
});

test('the issuer is named though nobody trusts it, and nothing is sent', async () => {
  expect(await readTlsIssuer('127.0.0.1', named, 5_000)).toBe('Щит Personal Root');
  expect(await readTlsIssuer('127.0.0.1', unnamed, 5_000)).toBe('Kaspersky');
  expect(received).toBe(0);
});

test('silence, rudeness and a closed door are no certificate', async () => {
  const mute = await listen(createServer((socket) => socket.on('error', () => {}).resume()));
  const rude = await listen(
    createServer((socket) => socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n')),
  );
  expect(await readTlsIssuer('127.0.0.1', mute, 200)).toBeNull();
  expect(await readTlsIssuer('127.0.0.1', rude, 5_000)).toBeNull();
  expect(await readTlsIssuer('127.0.0.1', 1, 5_000)).toBeNull();
});
