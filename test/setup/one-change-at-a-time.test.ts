import { afterEach, expect, test } from 'vitest';
import { Journey } from '../../src/setup/journey/journey.ts';
import type { MendOrder, MendOutcome } from '../../src/shared/domain/mending.ts';
import { succeed } from '../../src/shared/result.ts';
import { practiceJourneys } from './practice-journey.ts';

const begin = practiceJourneys();
const busy = { ok: false, problem: { code: 'SETUP_BUSY' } };
const otherwise = { ok: false, problem: { code: 'SETUP_STEP_NOT_READY' } };

let opened: Journey | null = null;
afterEach(() => opened?.close());

/** A walk whose person does not answer the question for an administrator's rights before `answer` is called. */
async function withRightsAsked() {
  const { open } = await begin('renewal');
  const asked: MendOrder['operation'][] = [];
  const { promise: outcome, resolve: answer } = deferred<MendOutcome>();
  let noteAsked: () => void = () => undefined;
  const isAsked = new Promise<void>((resolve) => {
    noteAsked = resolve;
  });
  const elevation = {
    perform: (order: MendOrder) => {
      asked.push(order.operation);
      noteAsked();
      return outcome;
    },
  };
  const journey = new Journey({ ...open.workplace, elevation }, 'ru', null);
  opened = journey;
  await journey.tokens.refresh();
  return { journey, asked, isAsked, refuse: () => answer({ kind: 'refused' }) };
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** Everything that begins to write on a token. Nothing is ready for any: only who looks at it first says so. */
const writes = (journey: Journey) => ({
  issue: journey.accessKey.issue(true, ''),
  install: journey.accessKey.install({ name: 'key.cer', bytes: new Uint8Array() }, ''),
  'qualified certificate': journey.qualified.installation.install(),
});

test('while the UTM is started, no key is written, no PIN is changed, and nobody else is asked for rights', async () => {
  const { journey, asked, isAsked, refuse } = await withRightsAsked();
  const started = journey.utm.start();
  await isAsked;
  for (const [what, answer] of Object.entries(writes(journey))) expect(await answer, what).toMatchObject(busy);
  const task = { kind: 'change-pin', applet: 'pki', oldPin: '11111111', newPin: '22222222' } as const;
  expect(await journey.tokens.perform({ ...task, lastTryConfirmed: false })).toMatchObject(busy);
  expect(await journey.machine.mend('set-clock')).toMatchObject(busy);
  expect(await journey.machine.mend('start-smart-card-service')).toMatchObject(busy);
  refuse();
  expect(await started).toMatchObject({ ok: false, problem: { code: 'MACHINE_MEND_REFUSED' } });
  for (const [what, answer] of Object.entries(writes(journey))) expect(await answer, what).toMatchObject(otherwise);
  expect(asked).toHaveLength(1);
}, 60_000);

test('while a service of the UTM is stopped for the person, no key is written and the UTM is not started', async () => {
  const { journey, asked, isAsked, refuse } = await withRightsAsked();
  const stopped = journey.machine.mend('stop-utm-service');
  await isAsked;
  for (const [what, answer] of Object.entries(writes(journey))) expect(await answer, what).toMatchObject(busy);
  const pins = { gost: '0987654321', pki: '11111111' };
  for (const answer of [
    journey.utm.start(),
    journey.utm.configure({ libraries: false, proxy: false, pins }),
    journey.utm.renewDatabase('2001'),
  ]) {
    expect(await answer).toMatchObject(busy);
  }
  refuse();
  await stopped;
  expect(asked).toEqual(['stop-utm-service']);
}, 60_000);

test('while a UTM that comes up is watched, which changes nothing, a key may be written', async () => {
  const { journey } = await withRightsAsked();
  const watched = journey.utm.watch();
  expect(journey.state.utmSetup.work?.kind).toBe('come-up');
  for (const [what, answer] of Object.entries(writes(journey))) expect(await answer, what).toMatchObject(otherwise);
  journey.utm.stop();
  expect(await watched).toEqual(succeed(null));
}, 60_000);
