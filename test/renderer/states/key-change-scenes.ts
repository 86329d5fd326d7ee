import { keyChangePlan } from '../../../src/setup/key-change/plan.ts';
import { changeOf } from '../../../src/setup/key-change/remembered-changes.ts';
import { knownAfter, noKnownTokens } from '../../../src/setup/known-tokens.ts';
import type { KeyChangeChoices } from '../../../src/shared/domain/key-change.ts';
import type { Device } from '../../../src/shared/domain/token.ts';
import type { WizardState } from '../../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../../src/shared/problems/problem.ts';
import { accessKey, inDays, qualified } from './certificates.ts';
import { applet, jacarta, pin, rutoken } from './devices.ts';
import type { Scene } from './scene.ts';

const calm: KeyChangeChoices = { reason: 'planned', lostPins: [], blankParts: [], revoked: false };
const now = new Date();
const side = { name: 'key-change' } as const;

const ending = { ...qualified(20), fingerprint: '01'.repeat(32) };
const oldKey = { ...accessKey(12), fingerprint: '02'.repeat(32) };
const successor = { ...qualified(364), fingerprint: '04'.repeat(32), notBefore: inDays(-1) };

const shop = (gost = [ending], locked = false): Device =>
  jacarta([
    applet('gost', gost, { canUnblock: false, userPin: pin(locked ? { tries: 'locked' } : {}) }),
    applet('pki', [oldKey]),
  ]);

/** The page of a change of keys, as it begins, goes on, waits and ends. */
export function keyChangeScenes(base: WizardState): Readonly<Record<string, Scene>> {
  const scene = (first: Device, device: Device, choices: KeyChangeChoices, begun = true, saved = true): Scene => {
    const change = changeOf(first, choices, now);
    const fingerprints = change.baseline.certificates.map(({ fingerprint }) => fingerprint);
    const plan = keyChangePlan({
      device,
      change,
      begun,
      saved: new Set(saved ? fingerprints : []),
      utm: null,
      proof: [],
      answered: null,
      now,
    });
    const tokens = { ...base.tokens, report: { devices: [device], libraries: [] }, chosen: device.id };
    const changes = begun ? [change] : [];
    return { state: { ...base, tokens, keyChange: { changes, saved: fingerprints, plan, problem: null } }, side };
  };
  const away = changeOf(shop(), calm, now);
  const known = knownAfter(noKnownTokens, shop(), now);
  const quiet = knownAfter(noKnownTokens, jacarta([applet('gost', [successor]), applet('pki', [])]), now);
  const knownScene = (knownTokens: WizardState['knownTokens']): Scene => ({
    state: { ...base, step: 'machine', knownTokens },
  });
  return {
    'machine-known-ending': knownScene({ ...known, remind: true, startsWithSystem: true, problem: null }),
    'machine-known-quiet': knownScene({ ...quiet, startsWithSystem: false, problem: null }),
    'machine-known-not-started': knownScene({ ...known, remind: true, startsWithSystem: false, problem: null }),
    'machine-known-refused': knownScene({
      ...known,
      startsWithSystem: false,
      problem: problem('SETUP_START_WITH_SYSTEM_REFUSED', {
        place: '/home/ivanova/.config/autostart/egais-wizard-reminders.desktop',
      }),
    }),
    'machine-known-set-aside': knownScene({
      remind: false,
      tokens: [],
      startsWithSystem: true,
      problem: problem('SETUP_KNOWN_TOKENS_SET_ASIDE', { file: 'known-tokens.broken-3fa2b1c9.json' }),
    }),
    'machine-known-forgotten': knownScene({ remind: true, tokens: [], startsWithSystem: true, problem: null }),
    'key-change-start': scene(shop(), shop(), calm, false),
    'key-change-save': scene(shop(), shop(), calm, true, false),
    'key-change-qualified': scene(shop(), shop(), calm),
    'key-change-two-signatures': scene(shop(), shop([ending, successor]), calm),
    'key-change-locked': scene(shop(), shop([ending], true), calm),
    'key-change-unblock': scene(rutoken(), rutoken({ userPin: pin({ tries: 'locked' }) }), calm),
    'key-change-stolen': scene(shop(), shop(), { ...calm, reason: 'stolen' }),
    'machine-resumed': {
      state: { ...base, step: 'machine', keyChange: { changes: [away], saved: [], plan: null, problem: null } },
    },
    'key-change-away': {
      state: { ...base, keyChange: { changes: [away], saved: [], plan: null, problem: null } },
      side,
    },
  };
}
