import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { runChecks } from '../../src/machine/checks.ts';
import { createPracticeSystem, type PracticeComputer } from '../../src/practice/practice-system.ts';
import type { Finding } from '../../src/shared/domain/finding.ts';

const now = () => Date.UTC(2026, 2, 2, 9, 30, 15, 400);

async function check(computer: PracticeComputer, utmUrl: string): Promise<Record<string, string>> {
  const context = { tokens: null, utm: null, utmUrl, libraryOverrides: [] };
  const findings: readonly Finding[] = await runChecks(createPracticeSystem({ computer, now }), context);
  return Object.fromEntries(findings.map(({ id, status, variant }) => [id, `${status} ${variant}`]));
}

/** A port nobody listens on any more. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const soundComputer = {
  'operating-system': 'ok suitable',
  'smart-card-service': 'ok running',
  'vendor-libraries': 'ok installed',
  token: 'waiting not-read',
  clock: 'ok right',
  network: 'ok reachable',
  'utm-port': 'ok free',
  utm: 'info installed',
};

test('the healthy computer: nothing to mend', async () => {
  expect(await check('healthy', `http://127.0.0.1:${await freePort()}`)).toEqual(soundComputer);
});

test('the computer with its service switched off: exactly one thing to mend', async () => {
  expect(await check('service-stopped', `http://127.0.0.1:${await freePort()}`)).toEqual({
    ...soundComputer,
    'smart-card-service': 'bad disabled',
  });
});

test('the port of the stand-in UTM is shown as held by the UTM, while it runs', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const system = createPracticeSystem({ computer: 'healthy', now });
  const context = { tokens: null, utm: null, utmUrl: `http://localhost:${port}`, libraryOverrides: [] };
  expect(await runChecks(system, context, { only: 'utm-port' })).toMatchObject([
    { variant: 'held-by-utm', facts: { program: 'utm.exe' } },
  ]);
  await new Promise((resolve) => server.close(resolve));
  expect(await runChecks(system, context, { only: 'utm-port' })).toMatchObject([{ variant: 'free' }]);
  expect((await system.run('netstat.exe', ['-ano', '-p', 'TCP'])).stdout).not.toContain(`:${port} `);
});

test('a program that was not recorded is missing, whatever stands on the real computer', async () => {
  const system = createPracticeSystem({ computer: 'healthy', now });
  expect(await system.run('node', ['--version'])).toMatchObject({ missing: true });
  expect(await system.exists('/etc/os-release')).toBe(false);
});
