import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ComputerFile } from '../../src/practice/computers/computer-file.ts';
import type { ComputerRecord } from '../../src/practice/computers/records.ts';
import type { CheckId } from '../../src/shared/domain/finding.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { type PracticeJourney, practiceJourneys } from './practice-journey.ts';

const begin = practiceJourneys();

const computerOf = ({ folder }: PracticeJourney) => new ComputerFile(join(folder, 'world/computer.json'));

const change = (walk: PracticeJourney, part: Partial<ComputerRecord>): void => {
  const computer = computerOf(walk);
  computer.write({ ...computer.read(), ...part });
};

const finding = ({ machine }: WizardState, id: CheckId) => machine.findings.find((one) => one.id === id);

const isOk = (id: CheckId) => (state: WizardState) => finding(state, id)?.status === 'ok';

describe('what the button mends', () => {
  it('the service starts, the token is seen, the UTM can be started after it', async () => {
    const walk = await begin('service-stopped');
    const { journey } = walk;
    await journey.machine.check(null);
    expect(finding(journey.state, 'smart-card-service')).toMatchObject({
      status: 'bad',
      actions: ['start-smart-card-service', 'check-again'],
    });
    expect(finding(journey.state, 'utm')).toMatchObject({
      variant: 'stopped',
      actions: ['start-utm-service', 'check-again'],
    });

    expect(await journey.machine.mend('start-smart-card-service')).toEqual({ ok: true, value: null });
    expect(finding(journey.state, 'smart-card-service')?.status).toBe('ok');
    expect(journey.state.machine.mending).toEqual({
      operation: 'start-smart-card-service',
      phase: 'done',
      restartNeeded: false,
      problem: null,
    });
    await walk.until(isOk('token'));

    expect(await journey.machine.mend('start-utm-service')).toEqual({ ok: true, value: null });
    expect(computerOf(walk).read()).toMatchObject({
      smartCardService: { running: true, start: '2   AUTO_START' },
      utmServiceRunning: true,
    });
    await journey.machine.lookAgain();
    expect(walk.recorded.filter(({ event }) => event.startsWith('mend-'))).toEqual([
      { event: 'mend-asked', facts: { operation: 'start-smart-card-service' } },
      { event: 'mend-ended', facts: { operation: 'start-smart-card-service', outcome: 'done', exitCode: null } },
      { event: 'mend-asked', facts: { operation: 'start-utm-service', service: 'Transport' } },
      { event: 'mend-ended', facts: { operation: 'start-utm-service', outcome: 'done', exitCode: null } },
    ]);
  });

  it('a permission that is refused is a normal end: nothing changed, and it can be asked for again', async () => {
    const walk = await begin('service-stopped');
    change(walk, { prompt: 'refused' });
    const { journey } = walk;
    await journey.machine.check(null);
    const before = computerOf(walk).read();
    expect(await journey.machine.mend('start-smart-card-service')).toMatchObject({
      problem: { code: 'MACHINE_MEND_REFUSED' },
    });
    expect(computerOf(walk).read()).toEqual(before);
    expect(journey.state.machine.mending).toMatchObject({ phase: 'failed', problem: { code: 'MACHINE_MEND_REFUSED' } });
    change(walk, { prompt: 'granted' });
    expect(await journey.machine.mend('start-smart-card-service')).toMatchObject({ ok: true });
  });

  it('a clock that is wrong by a day is set by what the servers say', async () => {
    const walk = await begin('clock-behind');
    const { journey } = walk;
    await journey.machine.check(null);
    expect(finding(journey.state, 'clock')).toMatchObject({ status: 'bad', variant: 'behind-days' });
    expect(await journey.machine.mend('set-clock')).toEqual({ ok: true, value: null });
    expect(finding(journey.state, 'clock')).toMatchObject({ status: 'ok', variant: 'right' });
    expect(Math.abs(computerOf(walk).read().clockAheadMs)).toBeLessThan(2_000);
  });

  it('the UTM is opened to other tills, at its own port', async () => {
    const walk = await begin('new-shop');
    await walk.journey.machine.check(null);
    expect(await walk.journey.machine.mend('allow-utm-port')).toEqual({ ok: true, value: null });
    expect(computerOf(walk).read().openedPort).toBe(Number(new URL(walk.open.workplace.utmUrl).port));
  });

  it('a driver is installed from a file whose signature was shown, and only from that very file', async () => {
    const walk = await begin('driver-missing');
    const { journey } = walk;
    const downloads = join(walk.folder, 'Загрузки');
    mkdirSync(downloads);
    const file = join(downloads, 'Единый Клиент.exe');
    writeFileSync(file, 'MZ driver');
    await journey.machine.check(null);
    expect(finding(journey.state, 'vendor-libraries')?.actions).toContain('install-driver-file');

    expect(await journey.machine.mend('install-file')).toMatchObject({ ok: false });
    await journey.machine.pickInstaller(file);
    expect(journey.state.machine.installer).toMatchObject({ name: 'Единый Клиент.exe', kind: 'program' });
    writeFileSync(file, 'MZ something else');
    expect(await journey.machine.mend('install-file')).toMatchObject({
      problem: { code: 'MACHINE_INSTALLER_CHANGED' },
    });
    expect(computerOf(walk).read().drivers).toBe('none');
    expect(journey.state.machine.installer).toBeNull();

    await journey.machine.pickInstaller(file);
    expect(await journey.machine.mend('install-file')).toEqual({ ok: true, value: null });
    await walk.until(isOk('vendor-libraries'));
    await walk.until(isOk('token'));
  });
});

describe('what is seen by itself', () => {
  it('a driver that appears: the check turns green, the token is read, nobody presses anything', async () => {
    const walk = await begin('driver-missing');
    await walk.journey.machine.check(null);
    expect(finding(walk.journey.state, 'vendor-libraries')).toMatchObject({ status: 'bad', variant: 'absent' });
    await walk.open.outside?.happen('driver-installed');
    await walk.until(isOk('vendor-libraries'));
    await walk.until(isOk('token'));
    expect(walk.journey.state.machine.phase).toBe('done');
    // What was said of the missing driver elsewhere is gone with it.
    expect(finding(walk.journey.state, 'driver-publisher')?.variant).toBe('known');
  });

  it('a port that is freed: the program was named, and then the UTM is there', async () => {
    const walk = await begin('port-taken');
    await walk.journey.machine.check(null);
    expect(finding(walk.journey.state, 'utm-port')).toMatchObject({
      status: 'bad',
      variant: 'held-by-other',
      values: { program: 'TradeServer.exe' },
    });
    await walk.open.outside?.happen('port-freed');
    await walk.until(isOk('utm-port'));
  });

  it('a finding that stays as it is says nothing anew', async () => {
    const walk = await begin('driver-missing');
    await walk.journey.machine.check(null);
    const states: WizardState[] = [];
    walk.journey.subscribe((state) => states.push(state));
    await walk.journey.machine.lookAgain();
    expect(states).toEqual([]);
  });
});

it('two changes at once are one', async () => {
  const walk = await begin('service-stopped');
  await walk.journey.machine.check(null);
  const answers = await Promise.all([
    walk.journey.machine.mend('start-smart-card-service'),
    walk.journey.machine.mend('start-smart-card-service'),
  ]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
});
