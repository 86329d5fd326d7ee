import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { readUtmState } from '../../src/egais/utm/utm-state.ts';
import { createNodeSystem } from '../../src/machine/node-system.ts';
import { computers } from '../../src/practice/computers/records.ts';
import { createPracticeSystem } from '../../src/practice/practice-system.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { createPracticeWorld } from '../../src/practice/world.ts';
import { readUtm } from '../../src/setup/read-utm.ts';
import { waitForUtm } from '../../src/setup/wait-for-utm.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import { deadAddress, httpAnswer, type RawServer, rawServer } from '../egais/raw-server.ts';
import { infoListAnswers } from '../egais/utm-answers.ts';
import { failures, stampOf, start as startLines, stopLine } from '../egais/utm-log-lines.ts';
import { practiceUtms } from '../practice/utm/running-utm.ts';

const { launch, temporaryFolder } = practiceUtms();
const servers: RawServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const placeAt = (url: string) => {
  const client = createUtmClient(url, { state: 2_000 });
  return { utmUrl: client.url, readUtm: (expectedFsrarId: string | null) => readUtmState(client, { expectedFsrarId }) };
};

const pace = { timeoutMs: 20_000, restMs: 50, settleMs: 400 };

/** Waits, and notes every verdict at the moment it changed. */
async function watched(url: string, change: Partial<typeof pace> = {}, expected: string | null = null) {
  const seen: string[] = [];
  const startedAt = performance.now();
  const outcome = await waitForUtm(
    placeAt(url),
    expected,
    ({ state }) => state.verdict.id !== seen.at(-1) && seen.push(state.verdict.id),
    { ...pace, ...change },
  );
  return { outcome, seen, tookMs: performance.now() - startedAt };
}

/** A stand-in UTM of a scenario that listens after so many milliseconds, launched as a program of its own. */
async function standIn(scenario: ScenarioId, listensAfterMs: number | null, mute = false): Promise<string> {
  const world = await createPracticeWorld({ folder: temporaryFolder(), scenario, now: new Date() });
  const folder = new UtmFolder(world.utmFolder);
  folder.write(folder.paths.options, { listensAfterMs, mute });
  return (await launch(world.utmFolder, world.libraryPath)).url;
}

/** A program that answers as `answers` says, going on to the next answer with every question for `/api/info/list`. */
async function answering(...answers: readonly (string | Buffer)[]): Promise<string> {
  let asked = 0;
  const server = await rawServer((socket, line) => {
    const isList = line.includes('/api/info/list');
    const answer = answers[Math.min(asked, answers.length - 1)] ?? '';
    if (isList) asked += 1;
    socket.end(isList || typeof answer !== 'string' ? answer : httpAnswer('200 OK', '4.2.0b002698'));
  });
  servers.push(server);
  return server.url;
}

const list = (answer: object): string => httpAnswer('200 OK', JSON.stringify(answer)).toString('utf8');
const unbound = { ...infoListAnswers.healthy, db: { createDate: null, ownerId: null } };

describe('a UTM that comes up', () => {
  test('is told as soon as it works', async () => {
    const { outcome, seen } = await watched(await standIn('renewal', 800));
    expect(seen).toEqual(['silent', 'working']);
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: { verdict: { id: 'working' }, build: '4.2.0b002698' } },
    });
  });

  test('and is ill: that is the answer, once it has stood', async () => {
    const { outcome, seen, tookMs } = await watched(await standIn('utm-foreign-database', 300));
    expect(seen).toEqual(['silent', 'foreign-database']);
    expect(outcome).toMatchObject({
      ok: true,
      value: { state: { verdict: { id: 'foreign-database', healthy: false } } },
    });
    expect(tookMs).toBeGreaterThan(300 + pace.settleMs);
  });

  test('what it says for a moment while it starts is not believed', async () => {
    const ill = list(infoListAnswers.noAccessKey);
    const { outcome, seen } = await watched(await answering(list(unbound), ill, ill, list(infoListAnswers.healthy)));
    expect(seen).toEqual(['starting', 'needs-access-key', 'working']);
    expect(outcome).toMatchObject({ ok: true, value: { state: { verdict: { id: 'working' } } } });
  });

  test('for another place than the expected one', async () => {
    const { outcome } = await watched(await answering(list(infoListAnswers.healthy)), {}, '030000000099');
    expect(outcome).toMatchObject({ ok: true, value: { state: { verdict: { id: 'wrong-token' } } } });
  });
});

describe('what its computer tells while nobody answers', () => {
  /** A UTM of a folder named by hand, with these lines in its log and nobody at its address. */
  async function logged(...lines: readonly string[]) {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'l'));
    writeFileSync(join(folder, 'l', 'transport_info.log'), lines.join('\n'));
    const client = createUtmClient(await deadAddress());
    const site = { client, system: createNodeSystem(), folder };
    return { folder, utmUrl: client.url, readUtm: (expected: string | null) => readUtm(site, expected) };
  }
  const waited = async (place: Awaited<ReturnType<typeof logged>>) =>
    waitForUtm(place, null, () => undefined, { ...pace, timeoutMs: 1_500 });

  test.each([
    ['a PIN that was refused', [...startLines('10:00').slice(0, 1), ...failures['pin-refused']], 'pin-refused'],
    [
      'a database that is locked',
      [...startLines('10:00').slice(0, 1), ...failures['database-locked']],
      'database-locked',
    ],
    ['a stop', [...startLines('10:00'), stopLine], 'stopped'],
  ])('%s is the answer, once it has stood', async (_, lines, verdict) => {
    const outcome = await waited(await logged(...lines));
    expect(outcome).toMatchObject({ ok: true, value: { state: { verdict: { id: verdict } } } });
  });

  describe('after an order to start', () => {
    const runAt = (time: string) => [...startLines(time).slice(0, 1), ...failures['pin-refused']];
    const begun = new Date(stampOf('10:00:01').replace(',', '.')).toISOString();
    const former = { goal: 'works', signal: null, orderedAfter: begun } as const;

    test('the failure of the run before is no answer while the log has nothing of the new one', async () => {
      const place = await logged(...runAt('10:00'));
      const well = placeAt(await answering(list(infoListAnswers.healthy)));
      let looks = 0;
      const slow = {
        utmUrl: place.utmUrl,
        readUtm: (expected: string | null) => {
          looks += 1;
          // Long after an ill verdict would have settled.
          return (looks <= 20 ? place : well).readUtm(expected);
        },
      };
      const outcome = await waitForUtm(slow, null, () => undefined, pace, former);
      expect(outcome).toMatchObject({ ok: true, value: { state: { verdict: { id: 'working' } } } });
      expect(looks).toBe(21);
    });

    test('the same failure again is the answer once it has stood in the new run', async () => {
      const before = await logged(...runAt('10:00'));
      const now = await logged(...runAt('10:05'));
      let looks = 0;
      const again = {
        utmUrl: now.utmUrl,
        readUtm: (expected: string | null) => {
          looks += 1;
          return (looks <= 20 ? before : now).readUtm(expected);
        },
      };
      const outcome = await waitForUtm(again, null, () => undefined, pace, former);
      expect(outcome).toMatchObject({
        ok: true,
        value: {
          state: { verdict: { id: 'pin-refused' }, computer: { log: { startedAt: expect.not.stringMatching(begun) } } },
        },
      });
      expect(looks).toBeGreaterThan(22);
    });

    test('and where nothing new comes in all the time, it is told in the end', async () => {
      const began = performance.now();
      const place = await logged(...runAt('10:00'));
      const outcome = await waitForUtm(place, null, () => undefined, { ...pace, timeoutMs: 1_500 }, former);
      expect(outcome).toMatchObject({ ok: true, value: { state: { verdict: { id: 'pin-refused' } } } });
      expect(performance.now() - began).toBeGreaterThanOrEqual(1_400);
    });

    test('a UTM that answers is judged as ever: the order started none', async () => {
      const place = await logged(...runAt('10:00'));
      const url = await answering(list(infoListAnswers.noAccessKey));
      const site = { client: createUtmClient(url), system: createNodeSystem(), folder: place.folder };
      const running = { utmUrl: url, readUtm: (expected: string | null) => readUtm(site, expected) };
      const outcome = await waitForUtm(running, null, () => undefined, pace, former);
      expect(outcome).toMatchObject({ ok: true, value: { state: { reachability: 'answering' } } });
      expect(outcome.ok && outcome.value.waitedMs).toBeLessThan(pace.timeoutMs / 2);
    });
  });

  test('a start that is on its way, or stuck, is waited for to the end', async () => {
    for (const lines of [startLines('10:00').slice(0, 2), startLines('10:00')]) {
      const outcome = await waited(await logged(...lines));
      expect(outcome).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_NOT_UP' } });
    }
  });
});

test('another program is told in its time on a computer that has no UTM, too', async () => {
  const client = createUtmClient(await answering(httpAnswer('200 OK', '<html>router</html>')));
  const system = createPracticeSystem({ computer: () => computers['utm-remains'], now: Date.now });
  const place = { utmUrl: client.url, readUtm: () => readUtm({ client, system, folder: null }, null) };
  const began = performance.now();
  expect(await waitForUtm(place, null, () => undefined, pace)).toMatchObject({
    ok: false,
    problem: { code: 'EGAIS_UTM_OTHER_PROGRAM' },
  });
  expect(performance.now() - began).toBeLessThan(pace.timeoutMs / 2);
});

describe('a wait in vain', () => {
  const inVain = { timeoutMs: 1_200 };

  test.each([
    ['nobody listens', () => deadAddress()],
    ['the UTM never listens', () => standIn('new-shop', null)],
    ['the UTM takes connections and says nothing', () => standIn('new-shop', 0, true)],
  ])('%s', async (_, start) => {
    const url = await start();
    const { outcome, tookMs } = await watched(url, inVain);
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_NOT_UP', values: { seconds: 1 } } });
    expect(tookMs).toBeLessThan(10_000);
  });

  test('a start that never ends', async () => {
    const { outcome, seen } = await watched(await answering(list(unbound)), inVain);
    expect([seen, outcome]).toMatchObject([['starting'], { ok: false, problem: { code: 'EGAIS_UTM_START_ENDLESS' } }]);
  });

  test.each([
    ['200 OK from something that is no UTM', httpAnswer('200 OK', '<html>router</html>')],
    ['another protocol', Buffer.from('SSH-2.0-OpenSSH_9.2\r\n')],
    ['a web server without these pages', httpAnswer('404 Not Found', 'no')],
  ])('%s', async (_, answer) => {
    const { outcome, tookMs } = await watched(await answering(answer));
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'EGAIS_UTM_OTHER_PROGRAM' } });
    expect(tookMs).toBeLessThan(pace.timeoutMs);
  });
});
