import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { readServiceState } from '../../src/machine/outputs/service-control.ts';
import { findInstalledUtms } from '../../src/machine/questions/installed-utms.ts';
import { changeBy } from '../../src/practice/computers/commands-that-change.ts';
import { type ComputerRecord, computers } from '../../src/practice/computers/records.ts';
import { localUtmPath } from '../../src/practice/computers/utm-paths.ts';
import { createPracticeSystem } from '../../src/practice/practice-system.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { configureUtm } from '../../src/setup/configure-utm.ts';
import { practiceJourneys } from '../setup/practice-journey.ts';

const begin = practiceJourneys();
const patience = { timeout: 60_000, interval: 200 };

describe('the service of the practice UTM', () => {
  test('stopped it answers nobody and says so in its log; started it reads its settings and makes a new database', async () => {
    const { open, folder } = await begin('renewal');
    const { workplace } = open;
    const utm = new UtmFolder(join(folder, 'world/utm'));
    const verdict = async () => (await workplace.readUtm(null)).verdict.id;
    await vi.waitFor(async () => expect(await verdict()).toBe('working'), patience);

    expect(await workplace.elevation.perform({ operation: 'stop-utm-service', service: 'Transport' })).toMatchObject({
      kind: 'done',
    });
    await expect(fetch(workplace.utmUrl)).rejects.toThrow();
    expect(await verdict()).toBe('stopped');
    const log = readFileSync(join(folder, 'world/utm/l/transport_info.log'), 'utf8');
    expect(log.trimEnd()).toMatch(/ - Shutdown completed\.$/);

    const pins = { gost: '0987654321', pki: '11111111' };
    await configureUtm(workplace, workplace.utmFiles, { folder: 'C:\\UTM', settings: {}, pins });
    const renewed = await workplace.elevation.perform({
      operation: 'renew-utm-database',
      service: 'Transport',
      start: true,
    });
    if (renewed.kind !== 'done' || renewed.movedTo === undefined) throw new Error(JSON.stringify(renewed));
    expect(renewed.movedTo).toMatch(/^C:\\UTM\\transporter\\transportDB-/);
    expect(existsSync(localUtmPath(join(folder, 'world/utm'))(renewed.movedTo) ?? '')).toBe(true);
    await vi.waitFor(async () => expect(await verdict()).toBe('working'), patience);
    expect(utm.database()?.createDate).toMatch(new RegExp(`^${new Date().toISOString().slice(0, 10)}`));

    const restarted = await workplace.elevation.perform({ operation: 'restart-utm-service', service: 'Transport' });
    expect(restarted).toMatchObject({ kind: 'done' });
    await vi.waitFor(async () => expect(await verdict()).toBe('working'), patience);
  }, 240_000);

  test('a new database without PINs is not made', async () => {
    const { open } = await begin('renewal');
    const { workplace } = open;
    const verdict = async () => (await workplace.readUtm(null)).verdict.id;
    await vi.waitFor(async () => expect(await verdict()).toBe('working'), patience);
    const order = { operation: 'renew-utm-database', service: 'Transport', start: true } as const;
    expect(await workplace.elevation.perform(order)).toMatchObject({ kind: 'done' });
    await vi.waitFor(async () => expect(await verdict()).toBe('pin-missing'), patience);
  }, 240_000);
});

describe('services as Windows answers for them', () => {
  const { healthy } = computers;
  const still = { utmIsUp: true };
  const gone = { utmIsUp: false };
  const codeOf = (outcome: ReturnType<typeof changeBy>) => outcome?.outcome.exitCode;

  test('what goes before what: the numbers of winerror.h', () => {
    const sc = (record: typeof healthy, words: readonly string[], moment = gone) =>
      changeBy(record, 'sc.exe', words, moment);
    expect(codeOf(sc(healthy, ['stop', 'SCardSvr']))).toBe(1051);
    const stopped = sc(healthy, ['stop', 'Transport'])?.record ?? healthy;
    expect(stopped.utmServiceRunning).toBe(false);
    expect(codeOf(sc(stopped, ['start', 'Transport'], still))).toBe(1056);
    expect(codeOf(sc(stopped, ['start', 'Transport']))).toBe(0);
    expect(codeOf(sc(stopped, ['stop', 'Transport']))).toBe(1062);
    expect(codeOf(sc(computers['no-utm'], ['start', 'Transport']))).toBe(1060);
    const withoutCards = sc(stopped, ['stop', 'SCardSvr'])?.record ?? healthy;
    expect(withoutCards.smartCardService.running).toBe(false);
    expect(codeOf(sc(withoutCards, ['start', 'Transport']))).toBe(1068);
  });

  test('a second UTM is found by its service, its folder, its port, and stopped alone', async () => {
    let record: ComputerRecord = computers['two-utms'];
    const system = createPracticeSystem({ computer: () => record, now: Date.now });
    expect(await findInstalledUtms(system)).toMatchObject({
      installed: true,
      utms: [
        { service: 'Transport', state: 'running', folder: 'C:\\UTM\\transporter' },
        { service: 'Transport2', state: 'running', folder: 'C:\\UTM2\\transporter', port: 18_082, profile: 'prod' },
      ],
    });
    expect(await system.connects(18_082)).toBe(true);
    expect((await system.run('netstat.exe', [])).stdout).toMatch(/0\.0\.0\.0:18082 .*LISTENING +5132\r/);
    const change = changeBy(record, 'sc.exe', ['stop', 'Transport2'], gone);
    record = change?.record ?? record;
    expect(readServiceState(await system.run('sc.exe', ['query', 'Transport2']))).toBe('stopped');
    expect(readServiceState(await system.run('sc.exe', ['query', 'Transport']))).toBe('running');
    expect(await system.connects(18_082)).toBe(false);
  });
});
