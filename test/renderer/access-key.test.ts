import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcements } from '../../src/renderer/frame/announcements.ts';
import {
  accessKeyPage,
  commitLead,
  courseOf,
  createdBy,
  doneEnding,
  mayLeaveOrphan,
  stageElapsed,
  stagesDone,
  waysOn,
} from '../../src/renderer/steps/access-key/access-key-view.ts';
import { applicationOf } from '../../src/renderer/steps/access-key/application-view.ts';
import { visiblePlace } from '../../src/renderer/steps/access-key/handoff-place.ts';
import { handoffSteps } from '../../src/renderer/steps/access-key/handoff-view.ts';
import { proofNote } from '../../src/renderer/steps/access-key/proof-view.ts';
import { addressOf, replacementOf } from '../../src/renderer/steps/access-key/replacement-view.ts';
import { wayNote, waysOf, wayTaken } from '../../src/renderer/steps/access-key/way-view.ts';
import { formatElapsed } from '../../src/renderer/texts/dates.ts';
import { type IssueCourseId, issueCourses } from '../../src/shared/domain/access-key.ts';
import { accessRoleSchema } from '../../src/shared/domain/access-role.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { proof, stages, ways } from './states/access-key-states.ts';
import { accessKey } from './states/certificates.ts';
import { places } from './states/subdivisions.ts';
import { scenes } from './states/wizard-states.ts';

const stateOf = (name: string): WizardState => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  return scene.state;
};
const keyOf = (name: string): WizardState['accessKey'] => stateOf(name).accessKey;
const courses: readonly IssueCourseId[] = ['utm', 'handoff', 'file', 'install', 'account'];

describe('the page of step 4', () => {
  it.each([
    ['access-key-commit', 'commit'],
    ['access-key-progress', 'progress'],
    ['access-key-progress-handoff', 'progress'],
    ['access-key-handoff', 'handoff'],
    ['access-key-request', 'request'],
    ['access-key-request-refused', 'request'],
    ['access-key-done', 'done'],
    ['access-key-kept', 'done'],
    ['access-key-refused', 'failed'],
    ['access-key-handoff-stopped', 'failed'],
  ] as const)('of %s is %s', (name, page) => {
    expect(accessKeyPage(keyOf(name), false)).toBe(page);
  });

  it('goes back to the summary on request, but never while a key is written or a request is out', () => {
    expect(accessKeyPage(keyOf('access-key-refused'), true)).toBe('commit');
    expect(accessKeyPage(keyOf('access-key-progress'), true)).toBe('progress');
    expect(accessKeyPage(keyOf('access-key-handoff'), true)).toBe('handoff');
    expect(accessKeyPage(keyOf('access-key-request'), true)).toBe('request');
  });

  it.each([
    ['access-key-commit', 'replace', 'key'],
    ['access-key-commit-keep', 'keep', 'key'],
    ['access-key-commit-unconfirmed', 'new', 'key'],
    ['access-key-commit-new', 'page', 'key'],
    ['access-key-commit-account', 'replace', 'key'],
    ['access-key-commit-file', 'again', 'again'],
  ] as const)('%s is introduced as %s, and makes %s', (name, lead, created) => {
    expect(commitLead(keyOf(name))).toBe(lead);
    expect(createdBy(keyOf(name))).toBe(created);
  });

  it('tells a request with a new key from one with the key that waits', () => {
    const file = { ...keyOf('access-key-commit-file'), keyWaits: false };
    expect([commitLead(file), createdBy(file)]).toEqual(['request', 'request']);
  });
});

describe('the stages', () => {
  it('are told apart by course', () => {
    for (const course of courses) {
      for (const id of issueCourses[course]) expect(courseOf(stages(id, course))).toBe(course);
    }
    expect(courseOf([])).toBe('utm');
  });

  it('count time from the start of a stage to its end, or to now', () => {
    const stage = { id: 'generating', status: 'running', startedAt: '2026-01-01T00:00:00Z', finishedAt: null } as const;
    const now = Date.parse('2026-01-01T00:01:05Z');
    expect(formatElapsed(stageElapsed(stage, now) ?? 0)).toBe('1:05');
    expect(stageElapsed({ ...stage, finishedAt: '2026-01-01T00:00:09Z' }, now)).toBe(9000);
    expect(stageElapsed({ ...stage, startedAt: null }, now)).toBeNull();
    expect(stagesDone(stages('generating'))).toBe(0.25);
  });

  it('warn of a key without a certificate only between the two', () => {
    expect(mayLeaveOrphan(stages('recorded', 'account', true))).toBe(false);
    expect(mayLeaveOrphan(stages('certifying', 'account', true))).toBe(true);
    expect(mayLeaveOrphan(stages('writing', 'account', true))).toBe(true);
    expect(mayLeaveOrphan(stages('proving', 'account', true))).toBe(false);
    expect(mayLeaveOrphan(stages('generating', 'utm', true))).toBe(false);
  });
});

describe('the ways', () => {
  it('are open or closed, and none is lost', () => {
    fc.assert(
      fc.property(
        fc.record({
          role: fc.constantFrom(...accessRoleSchema.options),
          utmAnswers: fc.boolean(),
          accountConfigured: fc.boolean(),
          placeKnown: fc.boolean(),
        }),
        (facts) => {
          const all = ways(facts);
          const { open, closed } = waysOf(all);
          expect(open.length + closed.length).toBe(all.length);
          expect(open.every(({ obstacle }) => obstacle === null)).toBe(true);
        },
      ),
    );
  });

  it('say of the UTM’s own request whether it is proven for this case', () => {
    const note = (name: string) => {
      const way = wayTaken(keyOf(name));
      return way && wayNote(way);
    };
    expect(note('access-key-commit')).toBe('utm-confirmed');
    expect(note('access-key-commit-unconfirmed')).toBe('utm-unconfirmed');
    expect(note('access-key-commit-new')).toBe('handoff');
    expect(note('access-key-commit-file')).toBe('file');
    expect(note('access-key-commit-account')).toBe('account');
    expect(wayTaken({ ...keyOf('access-key-commit'), ways: [] })).toBeNull();
  });
});

describe('the key that goes', () => {
  const now = Date.now();

  it('is named as another place’s while that key is in force, and only then', () => {
    const foreign = stateOf('access-key-commit-foreign');
    expect(replacementOf(foreign, now)).toMatchObject({ foreign: true, key: { fsrarId: '030000000077' } });
    expect(replacementOf(foreign, now + 300 * 86_400_000).foreign).toBe(false);
    const same = places.find(({ kpp }) => kpp === '990101002');
    const chosen = { ...(same ?? places[0]), fsrarId: '030000000077' } as NonNullable<typeof same>;
    expect(replacementOf({ ...foreign, subdivisions: { ...foreign.subdivisions, chosen } }, now).foreign).toBe(false);
  });

  it('is else the key that will be replaced, if there is one', () => {
    expect(replacementOf(stateOf('access-key-commit-account'), now)).toEqual({ key: accessKey(), foreign: false });
    expect(replacementOf(stateOf('access-key-commit-sole-proprietor'), now)).toEqual({ key: null, foreign: false });
  });

  it('is placed by the list, where the list has it', () => {
    expect(addressOf(places, places[3]?.fsrarId ?? null)).toBe(places[3]?.address);
    expect(addressOf(places, '030000000099')).toBeNull();
    expect(addressOf(null, '030000000001')).toBeNull();
  });
});

describe('the application', () => {
  const rows = (name: string) =>
    Object.fromEntries(
      applicationOf(stateOf(name)).flatMap((section) => section.rows.map((row) => [row.id, row.value])),
    );

  it('of an organisation names the holder, the place and the token', () => {
    expect(rows('access-key-commit')).toMatchObject({
      holder: 'ООО «Ромашка»',
      inn: '9900000017',
      person: 'Иванова Мария Петровна',
      role: 'organization',
      kpp: '990101001',
      fsrarId: '030000000001',
      serial: '0B53000000006035',
    });
    expect(rows('access-key-commit')).not.toHaveProperty('mchd');
  });

  it('of a person names the power of attorney, and of a sole proprietor no КПП', () => {
    expect(rows('access-key-commit-mchd')).toMatchObject({
      role: 'person-with-mchd',
      principal: 'ООО «Ромашка»',
      mchd: '3f7a1c52-0b64-4d8e-9a35-6c1e2d4f8b90',
    });
    expect(rows('access-key-commit-sole-proprietor')).not.toHaveProperty('kpp');
  });

  it('claims nothing of a place that is chosen later', () => {
    const later = rows('access-key-commit-mchd-later');
    for (const id of ['kpp', 'address', 'fsrarId']) expect(later).not.toHaveProperty(id);
  });
});

describe('the guidance beside the UTM’s own page', () => {
  it.each([
    ['access-key-handoff', ['menu', 'place-kpp', 'consent', 'generate']],
    ['access-key-handoff-sole-proprietor', ['menu', 'role-sole-proprietor', 'place-address', 'consent', 'generate']],
    ['access-key-handoff-mchd', ['menu', 'role-person-with-mchd', 'files', 'place-kpp', 'consent', 'generate']],
    ['access-key-handoff-mchd-later', ['menu', 'role-person-with-mchd', 'files', 'place-later', 'consent', 'generate']],
  ] as const)('of %s goes by the role', (name, steps) => {
    expect(handoffSteps(stateOf(name))).toEqual(steps);
  });

  it('lays the page on whole pixels that are seen', () => {
    const edge = fc.double({ min: -3000, max: 3000, noNaN: true });
    const size = fc.record({ width: fc.integer({ min: 1, max: 2000 }), height: fc.integer({ min: 1, max: 2000 }) });
    fc.assert(
      fc.property(edge, edge, edge, edge, size, (left, top, right, bottom, window) => {
        const place = visiblePlace({ left, top, right, bottom }, window);
        if (!place) return;
        expect(Object.values(place).every((value) => Number.isInteger(value) && value >= 0)).toBe(true);
        expect(place.x + place.width).toBeLessThanOrEqual(Math.min(window.width, right));
        expect(place.y + place.height).toBeLessThanOrEqual(Math.min(window.height, bottom));
        expect(place.x).toBeGreaterThanOrEqual(left);
      }),
    );
    const window = { width: 1280, height: 800 };
    expect(visiblePlace({ left: 648, top: 0.4, right: 1280, bottom: 727.6 }, window)).toEqual({
      x: 648,
      y: 1,
      width: 632,
      height: 726,
    });
    expect(visiblePlace({ left: 0, top: 0, right: 0, bottom: 0 }, window)).toBeNull();
    expect(visiblePlace({ left: 0, top: 900, right: 500, bottom: 1200 }, window)).toBeNull();
  });

  it('is heard of when the key it led to is proven, and not when nothing came of it', () => {
    const reading = stateOf('access-key-progress-handoff');
    const proven = { ...reading.accessKey, phase: 'done' as const, proof: proof(), stages: stages(null, 'handoff') };
    expect(announcements(reading, { ...reading, accessKey: proven })).toEqual([{ kind: 'new-key' }]);
    expect(announcements(stateOf('access-key-handoff'), stateOf('access-key-handoff-stopped'))).toEqual([]);
  });
});

describe('the outcome', () => {
  it.each([
    ['access-key-refused', false, true],
    ['access-key-outcome-unknown', true, false],
    ['access-key-unproven', true, false],
    ['access-key-handoff-stopped', true, true],
  ] as const)('%s: look at the token first %s, back to the summary %s', (name, look, back) => {
    expect(waysOn(keyOf(name))).toEqual({ look, back });
  });

  it('calls a key good whose UTM is not in order, and says so', () => {
    expect(doneEnding(proof(), false)).toBe('');
    expect(doneEnding(proof(), true)).toBe('Kept');
    expect(doneEnding(proof({ 'utm-database-matches': 'failed' }, true), false)).toBe('Utm');
    expect(doneEnding(proof({ 'in-force': 'failed' }), false)).toBe('Doubt');
  });

  it('shows the fact behind an answer where there is one', () => {
    const given = proof({ 'utm-sees-it': 'unknown', 'utm-database-matches': 'failed' }, true);
    const notes = Object.fromEntries(given.checks.map((check) => [check.id, proofNote(check, given)]));
    expect(notes).toMatchObject({
      'certificate-on-token': null,
      'fsrar-id-matches': { kind: 'fsrarId', value: '030000000001' },
      'holder-matches': { kind: 'holder', value: 'ООО «Ромашка»' },
      'issuer-is-egais': { kind: 'issuer', value: 'pki.fsrar.ru' },
      'contour-matches': { kind: 'contour', value: 'prod' },
      'utm-sees-it': { kind: 'restart' },
      'utm-database-matches': { kind: 'databaseOf', value: '030000000077' },
    });
    const silent = { id: 'contour-matches', status: 'unknown', values: { contour: '—' } } as const;
    expect(proofNote(silent, given)).toBeNull();
    expect(proofNote({ id: 'utm-sees-it', status: 'unknown', values: { seen: '—' } }, given)).toBeNull();
  });
});
