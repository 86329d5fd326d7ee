import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { acceptsConnections } from '../../src/machine/loopback.ts';
import { holdPort } from '../../src/practice/held-port.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';

let holder: BundledEntry;
beforeAll(async () => {
  holder = await bundleEntry(fileURLToPath(new URL('../support/port-holder.ts', import.meta.url)));
});
afterAll(() => holder.remove());

test('ports that are held at once are different, and nobody listens on them', async () => {
  const ports = await Promise.all(Array.from({ length: 40 }, holdPort));
  expect(new Set(ports).size).toBe(ports.length);
  expect(await acceptsConnections(ports[0] ?? 0)).toBe(false);
});

test('whoever holds a port can listen on it', async () => {
  const server = createServer();
  const port = await holdPort();
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  expect(await acceptsConnections(port)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});

test('the port of a process is nobody’s once it is gone, however it went', async () => {
  const child = fork(holder.path, { execArgv: [] });
  const [port] = await once(child, 'message');
  const partner = port + 1_000;
  expect([await acceptsConnections(port), await acceptsConnections(partner)]).toEqual([false, true]);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await acceptsConnections(partner)).toBe(false);
});
