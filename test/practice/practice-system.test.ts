import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { runChecks } from '../../src/machine/checks.ts';
import { computers, type PracticeComputer } from '../../src/practice/computers/records.ts';
import { createPracticeSystem } from '../../src/practice/practice-system.ts';
import type { Finding } from '../../src/shared/domain/finding.ts';

const now = () => Date.UTC(2026, 2, 2, 9, 30, 15, 400);

async function check(computer: PracticeComputer, utmUrl: string): Promise<Record<string, string>> {
  const context = { tokens: null, utm: null, utmUrl, libraryOverrides: [] };
  const findings: readonly Finding[] = await runChecks(
    createPracticeSystem({ computer: () => computers[computer], now, readers: () => [] }),
    context,
  );
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
  readers: 'info none',
  'driver-publisher': 'ok known',
  'integrity-checker': 'ok when-loaded',
  'remote-session': 'ok local',
  'virtual-machine': 'ok physical',
  administrator: 'ok available',
  'time-zone': 'ok russian',
  'disk-space': 'ok enough',
  memory: 'ok enough',
  proxy: 'ok none',
  'tls-inspection': 'ok untouched',
  'crypto-providers': 'ok none',
  'utm-service-ports': 'ok free',
  'utm-remains': 'ok none',
  'portal-components': 'ok none',
};

const stories: Readonly<Record<PracticeComputer, Partial<Record<Finding['id'], string>>>> = {
  healthy: {},
  'service-stopped': { 'smart-card-service': 'bad disabled' },
  'driver-missing': {
    'vendor-libraries': 'bad absent',
    'driver-publisher': 'info nothing',
    'integrity-checker': 'ok not-needed',
  },
  'driver-thirty-two-bit': { 'vendor-libraries': 'bad wrong-bitness' },
  'driver-without-utm-copy': { 'vendor-libraries': 'attention utm-copy-missing' },
  'port-taken': { 'utm-port': 'bad held-by-other' },
  'clock-behind': { clock: 'bad behind-days' },
  // The tokens themselves are virtual: without a report of them the system alone sees two.
  'two-tokens': { readers: 'attention system-only' },
  'remote-desktop': { 'remote-session': 'attention desktop' },
  'no-utm': { utm: 'info absent', 'utm-port': 'ok free-no-utm' },
  'two-utms': { 'utm-remains': 'attention several' },
  'utm-remains': { 'utm-remains': 'attention files', utm: 'info absent', 'utm-port': 'ok free-no-utm' },
};

test.each(Object.entries(stories))('the computer «%s» has what its name says and nothing else', async (name, told) => {
  const computer = name as PracticeComputer;
  expect(await check(computer, `http://127.0.0.1:${await freePort()}`)).toEqual({ ...soundComputer, ...told });
});

test('the clock of a computer is wrong by a day, and the servers know better', async () => {
  const system = createPracticeSystem({ computer: () => computers['clock-behind'], now });
  const context = { tokens: null, utm: null, utmUrl: 'http://127.0.0.1:1', libraryOverrides: [] };
  expect(await runChecks(system, context, { only: ['clock'] })).toMatchObject([{ values: { days: 1 } }]);
});

test('readers are those of the tokens that are plugged in at the moment', async () => {
  let readers: readonly string[] = [];
  const system = createPracticeSystem({ computer: () => computers.healthy, now, readers: () => readers });
  const context = { tokens: null, utm: null, utmUrl: 'http://127.0.0.1:1', libraryOverrides: [] };
  const seen = async () => (await runChecks(system, context, { only: ['readers'] }))[0]?.variant;
  expect(await seen()).toBe('none');
  readers = ['Aladdin R.D. JaCarta 0'];
  expect(await seen()).toBe('system-only');
});

test('the port of the stand-in UTM is shown as held by the UTM, while it runs', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const system = createPracticeSystem({ computer: () => computers.healthy, now });
  const context = { tokens: null, utm: null, utmUrl: `http://localhost:${port}`, libraryOverrides: [] };
  expect(await runChecks(system, context, { only: ['utm-port'] })).toMatchObject([
    { variant: 'held-by-utm', facts: { program: 'utm.exe' } },
  ]);
  await new Promise((resolve) => server.close(resolve));
  expect(await runChecks(system, context, { only: ['utm-port'] })).toMatchObject([{ variant: 'free' }]);
  expect((await system.run('netstat.exe', ['-ano', '-p', 'TCP'])).stdout).not.toContain(`:${port} `);
});

test('a program that was not recorded is missing, whatever stands on the real computer', async () => {
  const system = createPracticeSystem({ computer: () => computers.healthy, now });
  expect(await system.run('node', ['--version'])).toMatchObject({ missing: true });
  expect(await system.exists('/etc/os-release')).toBe(false);
});
