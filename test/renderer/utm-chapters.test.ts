import { describe, expect, it } from 'vitest';
import { installStages, startStages, type UtmChapter, utmChapter } from '../../src/renderer/steps/utm/utm-chapters.ts';
import { type UtmVerdictId, utmVerdictIdSchema } from '../../src/shared/domain/utm.ts';
import { utmWorkKindSchema } from '../../src/shared/domain/utm-setup.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { blankUtmSetup, utmOnComputer } from './states/utm-states.ts';

type Setup = Partial<WizardState['utmSetup']>;

const at = (id: UtmVerdictId, setup: Setup = {}, wish: 'bring-up' | 'update' = 'bring-up'): UtmChapter => {
  const state = utmOnComputer(id);
  const healthy = id === 'working';
  const utm = { phase: 'done' as const, state: { ...state, verdict: { ...state.verdict, healthy } }, problem: null };
  return utmChapter({ utm, utmSetup: { ...blankUtmSetup, ...setup } }, wish);
};

const installed = { restartNeeded: false, update: false, build: { expected: null, found: null, same: null } };
const work = (kind: NonNullable<Setup['work']>['kind'], phase: 'running' | 'failed' | 'stopped'): Setup => ({
  work: {
    kind,
    phase,
    startedAt: '2026-11-27T10:00:00.000Z',
    problem: phase === 'failed' ? problem('EGAIS_UTM_NOT_UP', { url: '', seconds: 300 }) : null,
  },
});

describe('the chapter that follows from what is known', () => {
  it('by verdict, with nothing done yet', () => {
    const chapters = Object.fromEntries(utmVerdictIdSchema.options.map((id) => [id, at(id)]));
    const others = Object.entries(chapters).filter(([, chapter]) => chapter !== 'verdict');
    expect(Object.fromEntries(others)).toEqual({
      'not-installed': 'get',
      'files-missing': 'get',
      outdated: 'get',
      stopped: 'start',
      disabled: 'start',
      'coming-up': 'coming-up',
      starting: 'coming-up',
      // Its service runs.
      silent: 'coming-up',
    });
  });

  it('of a UTM that was installed just now: PINs first, then its start', () => {
    expect(at('stopped', { installed })).toBe('settings');
    expect(at('pin-missing', { installed })).toBe('settings');
    expect(at('silent', { installed })).toBe('settings');
    expect(at('starting', { installed })).toBe('settings');
    expect(at('stopped', { installed, configured: 'start-due' })).toBe('start');
    expect(at('pin-missing', { installed, configured: 'start-due' })).toBe('start');
    // An update keeps the settings and the database.
    expect(at('stopped', { installed: { ...installed, update: true } })).toBe('start');
  });

  it('a wrong PIN is told before anything is asked for', () => {
    expect(at('pin-refused')).toBe('verdict');
    expect(at('pin-refused', { configured: 'start-due' })).toBe('start');
    expect(at('pin-locked', { configured: 'start-due' })).toBe('verdict');
    expect(at('pin-refused', { configured: 'started' })).toBe('verdict');
  });

  it('settings are for the next start: one that was under way before is not waited for', () => {
    for (const id of ['coming-up', 'starting', 'silent'] as const) {
      expect(at(id, { configured: 'start-due' })).toBe('start');
      expect(at(id, { configured: 'started' })).toBe('coming-up');
    }
  });

  it('a wait that failed says so and is not begun anew by itself', () => {
    expect(at('silent', work('come-up', 'failed'))).toBe('verdict');
    expect(at('coming-up', work('come-up', 'failed'))).toBe('verdict');
    // Nor is one that a person ended.
    for (const id of ['coming-up', 'starting', 'silent'] as const) {
      expect(at(id, work('come-up', 'stopped'))).toBe('verdict');
    }
  });

  it('a healthy UTM is asked about, unless a person came to update it', () => {
    expect(at('working')).toBe('verdict');
    expect(at('working', {}, 'update')).toBe('get');
    expect(at('working', { installed: { ...installed, update: true } }, 'update')).toBe('verdict');
  });

  it('nothing is offered to be installed where the installer does not run', () => {
    for (const id of utmVerdictIdSchema.options) {
      expect(at(id, { mayInstall: false })).not.toBe('get');
      expect(at(id, { mayInstall: false }, 'update')).not.toBe('get');
    }
  });

  it('what runs is on the page, whatever the verdict', () => {
    for (const kind of utmWorkKindSchema.options) {
      const chapters = new Set(utmVerdictIdSchema.options.map((id) => at(id, work(kind, 'running'))));
      expect(chapters.size).toBe(1);
      expect(chapters).not.toContain('verdict');
    }
  });
});

describe('stages', () => {
  it('a log without a mark has none behind it', () => {
    expect(startStages(utmOnComputer('silent')).map(({ status }) => status)).toEqual([
      'running',
      ...Array.from({ length: 5 }, () => 'waiting'),
    ]);
  });

  it('the first sign that was not seen is waited for', () => {
    const seenAt = '2026-11-27T10:00:00.000Z';
    expect(
      installStages([
        { id: 'folder', seenAt },
        { id: 'service', seenAt: null },
        { id: 'log', seenAt: null },
      ]).map(({ status }) => status),
    ).toEqual(['done', 'running', 'waiting']);
  });
});
