import { expect, test } from 'vitest';
import type { CommandContext } from '../../src/main/cli/command.ts';
import { keyChangeBegin, keyChangePlanCommand, keyChangeSave } from '../../src/main/cli/key-change.ts';
import { subdivisionsList } from '../../src/main/cli/subdivisions.ts';
import { tokenChangePin, tokenInitialise, tokenUnblockPin } from '../../src/main/cli/token.ts';
import { parseCommandLine } from '../../src/main/command-line.ts';
import { type KeyChange, keyChangePlanSchema } from '../../src/shared/domain/key-change.ts';

import { chosen, type PracticeJourney, practiceJourneys, signedIn } from '../setup/practice-journey.ts';

const begin = practiceJourneys();
const commands = {
  plan: keyChangePlanCommand,
  begin: keyChangeBegin,
  save: keyChangeSave,
  'unblock-pin': tokenUnblockPin,
  'change-pin': tokenChangePin,
  initialise: tokenInitialise,
  list: subdivisionsList,
};
/** PINs of practice mode's Рутокен, and the one that is set. */
const pins = new Map([
  ['user', '12345678'],
  ['so', '87654321'],
  ['new-user', '24681357'],
]);

/** What a command answers in the world of a walk. */
async function answer({ open, folder }: PracticeJourney, name: keyof typeof commands, ...words: readonly string[]) {
  const line = parseCommandLine(words, true);
  if (!line.ok) throw new Error(JSON.stringify(line.problem));
  const context: CommandContext = {
    language: 'en',
    global: line.value.global,
    options: line.value.command,
    files: line.value.words,
    pins: { read: async (line) => pins.get(line) ?? null },
    profileDir: folder,
    workplace: async () => open,
    conceal: () => undefined,
    progress: () => undefined,
  };
  const outcome = await commands[name].run(context);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

async function turnIn(walk: PracticeJourney, name: 'plan' | 'begin', ...words: readonly string[]) {
  const plan = keyChangePlanSchema.parse(await answer(walk, name, ...words));
  const step = plan.steps.find(({ state }) => state === 'next' || state === 'blocked');
  return plan.finished ? 'finished' : `${step?.id} ${step?.why}`;
}

const remembered = async ({ open }: PracticeJourney): Promise<readonly KeyChange[]> => {
  const changes = await open.workplace.keyChanges.read();
  return changes.ok ? changes.value : [];
};

test('a change that is over is forgotten by the plan that says so, and not by one that is only tried', async () => {
  const walk = await begin('renewal');
  await signedIn(walk);
  await chosen(walk, walk.journey.state.subdivisions.current ?? '');
  await walk.journey.accessKey.issue(true, '');
  expect(await turnIn(walk, 'begin', '--reason', 'planned')).toBe('save unsaved');
  await answer(walk, 'save');
  expect(await turnIn(walk, 'plan', '--reason', 'stolen')).toBe('revoke tell-authority-stolen');
  expect(await turnIn(walk, 'plan', '--reason', 'planned')).toBe('finished');
  expect(await remembered(walk)).toHaveLength(1);
  expect(await turnIn(walk, 'plan')).toBe('finished');
  expect(await remembered(walk)).toEqual([]);
  expect(await turnIn(walk, 'plan')).toBe('reason choose-reason');
});

test('a change that nobody closed last year is begun anew', async () => {
  const walk = await begin('keys-end');
  await turnIn(walk, 'begin', '--reason', 'stolen');
  const begunAt = new Date(Date.now() - 350 * 24 * 60 * 60 * 1000).toISOString();
  await walk.open.workplace.keyChanges.update((changes) =>
    changes.map((change) => ({ ...change, begunAt, baseline: { certificates: [], keys: [] } })),
  );
  expect(await turnIn(walk, 'plan')).toBe('reason choose-reason');
  await answer(walk, 'save');
  expect(await turnIn(walk, 'begin', '--reason', 'planned')).toBe('qualified qualified-ends');
  expect(await turnIn(walk, 'plan')).toBe('qualified qualified-ends');
});

interface TokenNamed {
  readonly serial: string;
  readonly folder: string;
}
const ways: readonly {
  readonly by: keyof typeof commands;
  readonly words: (token: TokenNamed) => readonly string[];
}[] = [
  { by: 'unblock-pin', words: () => [] },
  { by: 'change-pin', words: () => [] },
  // The account wants to know who asks: it is signed in to.
  { by: 'list', words: () => ['--issuer', 'account'] },
  {
    by: 'initialise',
    words: ({ serial, folder }) => [
      ...['--token', serial, '--applet', 'combined', '--confirm', serial.slice(-4)],
      ...['--save-certificates', `${folder}/saved`],
    ],
  },
];

for (const { by, words } of ways) {
  test(`a lost PIN is known once ${by} went well, and is not asked to be unblocked again`, async () => {
    const walk = await begin('rutoken');
    await answer(walk, 'save');
    const lost = ['--reason', 'lost-pin', '--lost-pin', 'combined'];
    expect(await turnIn(walk, 'begin', ...lost)).toBe('signature-part unblock-lost');
    const serial = (await remembered(walk))[0]?.printedSerial ?? '';
    await answer(walk, by, ...words({ serial, folder: walk.folder }));
    expect(await turnIn(walk, 'plan')).not.toMatch(/^signature-part/);
    const [change] = await remembered(walk);
    expect(change?.choices.lostPins).toEqual([]);
  });
}
