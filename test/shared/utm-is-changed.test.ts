import { describe, expect, test } from 'vitest';
import { type MendOperation, mendOperationSchema } from '../../src/shared/domain/mending.ts';
import { type UtmWorkKind, utmWorkKindSchema } from '../../src/shared/domain/utm-setup.ts';
import { unfinishedWork, utmIsChanged } from '../../src/shared/ipc/utm-is-changed.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { scenes } from '../renderer/states/wizard-states.ts';

const stateOf = (name: string): WizardState => {
  const state = scenes[name]?.state;
  if (!state) throw new Error(`No scene ${name}`);
  return state;
};

const calm = stateOf('token-pins');

/** What each work of the UTM's chapters does to it: written out anew, so that a new kind has to be thought about. */
const works: Readonly<Record<UtmWorkKind, 'changes' | 'looks'>> = {
  download: 'looks',
  unpack: 'looks',
  install: 'changes',
  configure: 'changes',
  start: 'changes',
  'come-up': 'looks',
  renew: 'changes',
  prove: 'looks',
};
const operations: Readonly<Record<MendOperation, 'changes' | 'leaves'>> = {
  'start-smart-card-service': 'leaves',
  'start-utm-service': 'changes',
  'restart-utm-service': 'changes',
  'stop-utm-service': 'changes',
  'renew-utm-database': 'changes',
  'set-clock': 'leaves',
  'allow-utm-port': 'leaves',
  'install-file': 'changes',
};

const working = (kind: UtmWorkKind, phase: 'running' | 'failed') => ({
  ...calm,
  utmSetup: { ...calm.utmSetup, work: { kind, phase, startedAt: '2026-09-18T12:00:00.000Z', problem: null } },
});
const mending = (operation: MendOperation, phase: 'running' | 'done' | 'failed') => ({
  ...calm,
  machine: { ...calm.machine, mending: { operation, phase, restartNeeded: false, problem: null } },
});

describe('a UTM is being changed', () => {
  test.each(utmWorkKindSchema.options)('by the work «%s», or it is not, and never once it has ended', (kind) => {
    expect(utmIsChanged(working(kind, 'running'))).toBe(works[kind] === 'changes');
    expect(utmIsChanged(working(kind, 'failed'))).toBe(false);
  });

  test.each(mendOperationSchema.options)(
    'by the order «%s», or it is not, and never once it has ended',
    (operation) => {
      expect(utmIsChanged(mending(operation, 'running'))).toBe(operations[operation] === 'changes');
      expect([utmIsChanged(mending(operation, 'done')), utmIsChanged(mending(operation, 'failed'))]).toEqual([
        false,
        false,
      ]);
    },
  );

  test('by nobody where nothing runs', () => expect(utmIsChanged(calm)).toBe(false));
});

describe('what is not finished when the window closes', () => {
  test.each([
    ['nothing', calm, null],
    ['a download, which goes on where it ended', working('download', 'running'), null],
    ['a start of the UTM', working('start', 'running'), 'utm'],
    ['a driver that is being installed', mending('install-file', 'running'), 'utm'],
    ['a key', { ...calm, accessKey: { ...calm.accessKey, phase: 'running' as const } }, 'key'],
    [
      'a key and the UTM',
      { ...working('start', 'running'), accessKey: stateOf('access-key-progress').accessKey },
      'key',
    ],
  ])('%s', (_, state, left) => expect(unfinishedWork(state)).toBe(left));
});
