import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validityOf } from '../../src/renderer/controls/validity.ts';
import { announcements } from '../../src/renderer/frame/announcements.ts';
import {
  findingsInOrder,
  machineHint,
  machineOutcome,
  machineRows,
  repeating,
} from '../../src/renderer/steps/machine/machine-view.ts';
import { firstSelection, subdivisionPage } from '../../src/renderer/steps/subdivision/subdivision-view.ts';
import { factoryPins } from '../../src/renderer/steps/token/factory-pins.ts';
import {
  activeApplet,
  deviceOutcome,
  isLastTry,
  isLocked,
  pinLengthTrouble,
  tokenPage,
} from '../../src/renderer/steps/token/token-view.ts';
import { troubleLines, utmChecks } from '../../src/renderer/steps/utm/utm-view.ts';
import { verdictVerb } from '../../src/renderer/steps/utm/verdict-verb.tsx';
import { refusalToShow } from '../../src/renderer/store/wizard-mirror.ts';
import { utmVerdictIdSchema } from '../../src/shared/domain/utm.ts';
import { handoverOf, nextChangeOf } from '../../src/shared/handover.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { accessKey, inDays } from './states/certificates.ts';
import { applet, jacarta, pin, renewalJacarta, rutoken } from './states/devices.ts';
import { inOrder, severalBad } from './states/findings.ts';
import { places } from './states/subdivisions.ts';
import { utmOnComputer } from './states/utm-states.ts';
import { scenes } from './states/wizard-states.ts';

const stateOf = (name: string): WizardState => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  return scene.state;
};

describe('step 1', () => {
  it('lists what must be fixed first and loses no row', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...severalBad]), (rows) => {
        const ordered = findingsInOrder(rows).map(({ status }) => status);
        const rank = ['bad', 'waiting', 'attention', 'info', 'ok'];
        expect(ordered).toHaveLength(rows.length);
        expect(ordered).toEqual([...ordered].sort((left, right) => rank.indexOf(left) - rank.indexOf(right)));
      }),
    );
  });

  it.each([
    ['machine-running', 'running'],
    ['machine-one-bad', 'bad'],
    ['machine-waiting', 'waiting'],
    ['machine-attention', 'attention'],
    ['machine-ready', 'ready'],
    ['machine-failed', 'failed'],
  ] as const)('%s is said to be %s', (name, outcome) => {
    expect(machineOutcome(stateOf(name).machine)).toBe(outcome);
  });

  it('shows at most four green rows and folds the rest, never a single one and never one that tells something', () => {
    const { machine } = stateOf('machine-ready');
    expect(machineRows(machine).open).toHaveLength(4);
    fc.assert(
      fc.property(fc.shuffledSubarray([...severalBad]), fc.shuffledSubarray([...inOrder]), (bad, green) => {
        const findings = [...bad, ...green.filter(({ id }) => !bad.some((row) => row.id === id))];
        const { open, folded } = machineRows({ ...machine, findings });
        expect(folded.every(({ status }) => status === 'ok')).toBe(true);
        expect(folded).not.toHaveLength(1);
        expect([...open, ...folded]).toEqual(findingsInOrder(findings));
        if (folded.length > 0) expect(open.filter(({ status }) => status === 'ok').length).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('keeps a row where it stands while its check is repeated, and the title with it', () => {
    const { machine } = stateOf('machine-one-bad');
    const repeated = {
      ...machine,
      phase: 'running' as const,
      findings: machine.findings.filter(({ id }) => id !== 'smart-card-service'),
      pending: ['smart-card-service'],
    };
    const shown = repeating(repeated, machine.findings);
    expect(machineRows(shown)).toEqual(machineRows(machine));
    expect(machineOutcome(shown)).toBe('bad');
    const answered = { ...repeated, findings: [...inOrder], pending: [] };
    expect(repeating(answered, machine.findings).findings).toEqual(inOrder);
  });

  it('says why the way on is closed, and only then', () => {
    expect(machineHint(stateOf('machine-running'))).toBe('running');
    expect(machineHint(stateOf('machine-several-bad'))).toBe('left');
    expect(machineHint(stateOf('machine-waiting'))).toBeNull();
  });
});

describe('step 2', () => {
  it('shows the page that fits what is plugged in', () => {
    expect(tokenPage(stateOf('token-looking').tokens, false)).toBe('looking');
    expect(tokenPage(stateOf('token-insert').tokens, false)).toBe('insert');
    expect(tokenPage(stateOf('token-choose').tokens, false)).toBe('choose');
    expect(tokenPage(stateOf('token-pins').tokens, false)).toBe('device');
    expect(tokenPage(stateOf('token-pins').tokens, true)).toBe('device');
  });

  it.each([
    ['token-pins', 'pins'],
    ['token-combined', 'pin'],
    ['token-last-try', 'fewTries'],
    ['token-locked', 'locked'],
    ['token-obstacle', 'obstacle'],
    ['token-ready', 'ready'],
  ] as const)('%s is titled %s', (name, outcome) => {
    const { tokens } = stateOf(name);
    const device = tokens.report?.devices[0];
    if (!device) throw new Error('no device');
    expect(deviceOutcome(tokens, device)).toBe(outcome);
  });

  it('signs in the part the person is in, else the signature first, else nothing', () => {
    const { tokens } = stateOf('token-pins');
    const device = renewalJacarta();
    expect(activeApplet(tokens, device, null)?.kind).toBe('gost');
    expect(activeApplet(tokens, device, 'pki')?.kind).toBe('pki');
    const half = jacarta([applet('gost', [], { signedIn: true }), applet('pki', [])]);
    expect(activeApplet(tokens, half, 'gost')?.kind).toBe('pki');
    const locked = jacarta([applet('gost', [], { userPin: pin({ tries: 'locked' }) }), applet('pki', [])]);
    expect(activeApplet(tokens, locked, 'pki')).toBeNull();
  });

  it('knows the last try and a lock from the flags or from the number', () => {
    expect(isLastTry(pin({ tries: 'last' }))).toBe(true);
    expect(isLastTry(pin({ left: 1, max: 10 }))).toBe(true);
    expect(isLastTry(pin({ tries: 'locked', left: 1 }))).toBe(false);
    expect(isLocked(pin({ left: 0, max: 10 }))).toBe(true);
    expect(isLocked(pin({ tries: 'spent' }))).toBe(false);
  });

  it('sends no PIN whose length the token cannot take', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const bytes = Buffer.byteLength(text);
        const trouble = pinLengthTrouble(text, pin({ minLength: 6, maxLength: 12 }));
        expect(trouble === null).toBe(bytes >= 6 && bytes <= 12);
      }),
    );
  });

  it('shows both ГОСТ numbers side by side on a JaCarta, and none for an unknown token', () => {
    const { name, family } = renewalJacarta();
    expect(factoryPins({ name, family }, 'gost', 'user').map((row) => row.pin)).toEqual(['0987654321', '1234567890']);
    expect(factoryPins({ name, family }, 'gost', 'user')[0]?.thisToken).toBe(true);
    expect(factoryPins({ name: 'JaCarta-2 ГОСТ', family }, 'gost', 'user').some((row) => row.thisToken)).toBe(false);
    expect(factoryPins({ name, family }, 'pki', 'user').map((row) => row.pin)).toEqual(['11111111']);
    expect(factoryPins(rutoken(), 'combined', 'user').map((row) => row.pin)).toEqual(['12345678']);
    expect(factoryPins({ name: 'Token', family: 'generic' }, 'combined', 'user')).toEqual([]);
    expect(factoryPins({ name, family }, 'gost', 'admin').map((row) => row.pin)).toEqual(['1234567890']);
    expect(factoryPins({ name, family }, 'pki', 'admin').map((row) => row.pin)).toEqual(['00000000']);
    expect(factoryPins(rutoken(), 'combined', 'admin').map((row) => row.pin)).toEqual(['87654321']);
  });

  it('tells how long a certificate lasts', () => {
    const now = Date.now();
    expect(validityOf(accessKey(12), now + 1000)).toEqual({ kind: 'ending', days: 11 });
    expect(validityOf(accessKey(200), now).kind).toBe('valid');
    expect(validityOf(accessKey(-1), now).kind).toBe('expired');
    expect(validityOf({ notBefore: inDays(1), notAfter: inDays(300) }, now).kind).toBe('not-yet');
  });
});

describe('step 3', () => {
  it('marks what was chosen, else what is on the token, else the only row', () => {
    const [first, second] = places;
    if (!first || !second) throw new Error('no places');
    expect(firstSelection(places, { chosen: second, current: first.fsrarId })).toBe(second);
    expect(firstSelection(places, { chosen: null, current: second.fsrarId })).toBe(second);
    expect(firstSelection(places, { chosen: null, current: null })).toBeNull();
    expect(firstSelection([first], { chosen: null, current: null })).toBe(first);
  });

  it('tells an empty list from a failed one', () => {
    expect(subdivisionPage(stateOf('subdivision-empty').subdivisions)).toBe('empty');
    expect(subdivisionPage(stateOf('subdivision-failed').subdivisions)).toBe('failed');
  });
});

describe('step 5', () => {
  it('shows every point of a working UTM as confirmed', () => {
    expect(utmChecks(stateOf('utm-working').utm.state).map(({ status }) => status)).toEqual(Array(4).fill('passed'));
  });

  it('blames the database of another place, and nothing else', () => {
    const failed = utmChecks(stateOf('utm-foreign-database').utm.state).filter(({ status }) => status === 'failed');
    expect(failed.map(({ id }) => id)).toEqual(['database']);
  });

  it('shows the line that fails behind a healthy look, and no line of what is not known', () => {
    const idsOf = (name: string, status: string) =>
      utmChecks(stateOf(name).utm.state)
        .filter((check) => check.status === status)
        .map(({ id }) => id);
    expect(idsOf('utm-signature-renewed', 'failed')).toEqual(['signing']);
    expect(idsOf('utm-signature-renewed', 'passed')).toEqual(['access-key', 'qualified', 'database', 'contour']);
    expect(idsOf('utm-exchanging', 'passed').slice(4)).toEqual(['signing', 'exchange']);
    expect(idsOf('utm-pin-refused', 'failed')).toEqual(['sign-in']);
    expect(idsOf('utm-pin-refused', 'passed')).not.toContain('exchange');
  });

  it('gives the last lines of the UTM’s log with a trouble, and none without', () => {
    const linesOf = (name: string) => {
      const { state } = stateOf(name).utm;
      return state ? troubleLines(state) : null;
    };
    expect(linesOf('utm-pin-refused')?.join()).toContain('CKR_PIN_INCORRECT');
    expect(linesOf('utm-exchanging')).toEqual([]);
    expect(linesOf('utm-silent')).toEqual([]);
  });

  it('never offers a start where a start spends a try of a PIN, and proposes a new database for a foreign one only', () => {
    for (const id of utmVerdictIdSchema.options) {
      for (const stage of ['step', 'beside'] as const) {
        const verb = verdictVerb({ verdict: utmOnComputer(id).verdict, stage, proven: false });
        if (['pin-refused', 'pin-missing', 'pin-locked'].includes(id)) expect(verb, id).not.toBe('restart');
        expect(verb === 'renew-database', id).toBe(id === 'foreign-database');
      }
    }
  });

  it('claims nothing for a silent UTM, and still hands over the FSRAR ID of the proven key', () => {
    const silent = stateOf('utm-silent');
    expect(utmChecks(silent.utm.state)).toEqual([]);
    expect(handoverOf(silent)).toMatchObject({ url: silent.utm.state?.url, fsrarId: '030000000001' });
  });

  it('names the earlier of both ends as the next change', () => {
    const handover = handoverOf(stateOf('utm-working'));
    const first = handover && nextChangeOf(handover);
    expect(first).toBe(handover?.qualifiedUntil);
    expect(first && handover?.accessKeyUntil && first < handover.accessKeyUntil).toBe(true);
  });
});

describe('what is said aloud', () => {
  it('tells of a token that came or went, and nothing when nothing changed', () => {
    const [empty, full] = [stateOf('token-insert'), stateOf('token-pins')];
    expect(announcements(empty, full)).toEqual([{ kind: 'token-inserted', name: 'JaCarta-2 SE' }]);
    expect(announcements(full, empty)).toEqual([{ kind: 'token-removed' }]);
    expect(announcements(full, full)).toEqual([]);
  });

  it('tells of a sign-in that worked, and leaves a refusal to the alert beside its field', () => {
    const during = stateOf('token-signing-in');
    expect(announcements(during, stateOf('token-pins'))).toEqual([{ kind: 'signed-in', applet: 'gost' }]);
    expect(announcements(during, stateOf('token-wrong-pin'))).toEqual([]);
  });

  it('is silent about a token that drops off while it is prepared, and tells of a pause in watching', () => {
    const here = stateOf('prepare-running');
    expect(announcements(here, stateOf('prepare-running-away'))).toEqual([]);
    const paused = { ...here, tokens: { ...here.tokens, watchPaused: true } };
    expect(announcements(here, paused)).toEqual([{ kind: 'watch-paused' }]);
    expect(announcements(paused, here)).toEqual([{ kind: 'watch-resumed' }]);
  });
});

describe('the notice bar', () => {
  it('shows a refusal unless the page shows it already', () => {
    const busy = problem('SETUP_BUSY');
    expect(refusalToShow(stateOf('token-pins'), busy)).toBe(busy);
    expect(refusalToShow(stateOf('token-wrong-pin'), problem('TOKEN_PIN_INCORRECT'))).toBeNull();
    expect(refusalToShow(stateOf('token-pins'), null)).toBeNull();
  });
});
