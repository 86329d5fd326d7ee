import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { changeDevice, readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import { newPin } from '../../src/practice/virtual-token/pin.ts';
import { Journey } from '../../src/setup/journey/journey.ts';
import { keyChangesSchema } from '../../src/setup/key-change/remembered-changes.ts';
import type { TokenTask } from '../../src/setup/token-tasks.ts';
import type { KeyChangeChoices } from '../../src/shared/domain/key-change.ts';
import { chosen, type PracticeJourney, practiceJourneys, signedIn } from './practice-journey.ts';

const begin = practiceJourneys();
const calm: KeyChangeChoices = { reason: 'planned', lostPins: [], blankParts: [], revoked: false };

const rest = { applet: 'combined', newPin: '24681357', lastTryConfirmed: false } as const;
/** Ways to a PIN that somebody knows, with the PINs of practice mode's Рутокен; and the same with a wrong one. */
const unblocking: readonly { readonly by: string; readonly task: TokenTask; readonly wrong: TokenTask }[] = [
  {
    by: 'the administrator',
    task: { kind: 'unblock-pin', soPin: '87654321', ...rest },
    wrong: { kind: 'unblock-pin', soPin: '11112222', ...rest },
  },
  {
    by: 'whoever remembered the old one',
    task: { kind: 'change-pin', oldPin: '12345678', ...rest },
    wrong: { kind: 'change-pin', oldPin: '11112222', ...rest },
  },
];

const turn = ({ state }: Journey) => {
  const step = state.keyChange.plan?.steps.find((one) => one.state === 'next' || one.state === 'blocked');
  return step ? `${step.id} ${step.why}` : null;
};

/** The program is closed and started again: a new walk, which knows only what lies in the profile and what it reads. */
async function startedAgain({ open }: PracticeJourney): Promise<ReturnType<typeof turn>> {
  const journey = new Journey(open.workplace, 'ru', null);
  await journey.keyChange.recall();
  await journey.machine.check(null);
  const stands = turn(journey);
  journey.close();
  return stands;
}

/** The vendor's program, in which a person prepares the ГОСТ part of a JaCarta: the wizard has no way to do it. */
function prepareByHand({ folder, journey }: PracticeJourney): void {
  const serial = journey.device?.applets.find(({ kind }) => kind === 'gost')?.serial;
  const tokens = path.join(folder, 'world/tokens');
  for (const device of readDevices(tokens)) {
    changeDevice(tokens, device.serial, (one) => {
      for (const applet of one.applets.filter((part) => part.serial === serial && part.userPin?.wrongTries)) {
        applet.objects = [];
        applet.userPin = newPin('12345678', 3);
      }
    });
  }
}

test('a planned change, left and taken up again after every step, ends with keys that fit each other', async () => {
  const walk = await begin('renewal');
  const { journey, folder } = walk;
  await journey.keyChange.recall();
  await journey.machine.check(null);
  expect(journey.state.keyChange.plan).toMatchObject({ begunAt: null, finished: false });
  expect(turn(journey)).toBe('reason choose-reason');

  await journey.keyChange.begin(calm);
  expect(turn(journey)).toBe('save unsaved');
  expect(await startedAgain(walk)).toBe('save unsaved');
  expect(readFileSync(path.join(folder, 'world/key-changes.json'), 'utf8')).not.toMatch(/0987654321|11111111/);

  await journey.keyChange.save();
  expect(turn(journey)).toBe('access-key key-tied-to-former');
  expect(await startedAgain(walk)).toBe('access-key key-tied-to-former');

  await signedIn(walk);
  await chosen(walk, journey.state.subdivisions.current ?? '');
  await journey.accessKey.issue(true, '');
  expect(journey.state.accessKey.phase).toBe('done');
  expect(journey.state.keyChange.plan).toMatchObject({ finished: true });
  // It is shown to the end of this walk, and the next one knows nothing of it.
  expect(journey.state.keyChange.changes).toHaveLength(1);
  await expect.poll(async () => walk.open.workplace.keyChanges.read()).toEqual({ ok: true, value: [] });
});

test('a locked ГОСТ part is prepared anew; the other part stays as it is', async () => {
  const walk = await begin('pin-locked');
  const { journey } = walk;
  await journey.machine.check(null);
  await journey.keyChange.begin({ ...calm, reason: 'lost-pin' });
  await journey.keyChange.save();
  expect(turn(journey)).toBe('signature-part prepare-locked');
  expect(await startedAgain(walk)).toBe('signature-part prepare-locked');
  const pki = () => journey.device?.applets.find(({ kind }) => kind === 'pki');
  const before = { certificates: pki()?.certificates, keys: pki()?.keys };

  prepareByHand(walk);
  await journey.tokens.refresh();
  expect(turn(journey)).toBe('qualified qualified-missing');
  expect(await startedAgain(walk)).toBe('qualified qualified-missing');
  expect({ certificates: pki()?.certificates, keys: pki()?.keys }).toEqual(before);
  const stands = journey.state.keyChange.plan?.steps.find(({ id }) => id === 'signature-part');
  expect(stands).toMatchObject({ state: 'done', why: 'prepared' });
});

for (const { by, task, wrong } of unblocking) {
  test(`a lost PIN that was set by ${by} is not asked to be unblocked again`, async () => {
    const walk = await begin('rutoken');
    const { journey } = walk;
    await journey.machine.check(null);
    await journey.keyChange.begin({ ...calm, reason: 'lost-pin', lostPins: ['combined'] });
    await journey.keyChange.save();
    expect(turn(journey)).toBe('signature-part unblock-lost');
    expect(await journey.tokens.perform(wrong)).toMatchObject({ ok: false });
    expect(turn(journey)).toBe('signature-part unblock-lost');
    expect(await journey.tokens.perform(task)).toMatchObject({ ok: true });
    expect(turn(journey)).not.toMatch(/^signature-part/);
    expect(await startedAgain(walk)).not.toMatch(/^signature-part/);
  });
}

test('a change that nobody closed last year is begun anew this year', async () => {
  const walk = await begin('keys-end');
  const { journey, folder } = walk;
  await journey.machine.check(null);
  await journey.keyChange.begin({ ...calm, reason: 'stolen' });
  const file = path.join(folder, 'world/key-changes.json');
  const [change] = keyChangesSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const begunAt = new Date(Date.now() - 350 * 24 * 60 * 60 * 1000).toISOString();
  writeFileSync(file, JSON.stringify([{ ...change, begunAt, baseline: { certificates: [], keys: [] } }]));
  await journey.keyChange.recall();
  expect(turn(journey)).toBe('reason choose-reason');
  await journey.keyChange.begin(calm);
  await journey.keyChange.save();
  expect(turn(journey)).toBe('qualified qualified-ends');
  expect(await startedAgain(walk)).toBe('qualified qualified-ends');
});

test('a file that is not ours to understand is said, not believed and not written over', async () => {
  const walk = await begin('renewal');
  const file = path.join(walk.folder, 'world/key-changes.json');
  writeFileSync(file, '[{"serial":1}]');
  await walk.journey.keyChange.recall();
  expect(walk.journey.state.keyChange).toMatchObject({ changes: [], problem: { code: 'SETUP_SETTINGS_UNREADABLE' } });
  await walk.journey.machine.check(null);
  expect(await walk.journey.keyChange.begin(calm)).toMatchObject({ problem: { code: 'SETUP_SETTINGS_UNREADABLE' } });
  expect(readFileSync(file, 'utf8')).toBe('[{"serial":1}]');
});
