import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownSidePage } from '../../src/renderer/side-page-view.ts';
import { mixedUpPart } from '../../src/renderer/steps/token/token-view.ts';
import type { TokenSidePage } from '../../src/renderer/store/side-page.ts';
import { contentsOf } from '../../src/renderer/token-tasks/contents/contents-view.ts';
import { newPinTrouble, pinLengthRule } from '../../src/renderer/token-tasks/pins/pin-rules.ts';
import {
  blankApplet,
  isBlank,
  isPrepared,
  labelFits,
  labelToSuggest,
  mustSave,
} from '../../src/renderer/token-tasks/prepare/prepare-view.ts';
import { isSerialTail, serialTail } from '../../src/renderer/token-tasks/serial-tail.ts';
import { ownTask } from '../../src/renderer/token-tasks/token-side-page-view.ts';
import type { Applet, Device } from '../../src/shared/domain/token.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { problem } from '../../src/shared/problems/problem.ts';
import { accessKey, qualified } from './states/certificates.ts';
import { applet, fullPki, fullRutoken, jacarta, pin, renewalJacarta, rutoken } from './states/devices.ts';
import { scenes } from './states/wizard-states.ts';

const now = Date.now();

const sceneOf = (name: string) => {
  const scene = scenes[name];
  if (!scene?.side || !('device' in scene.side)) throw new Error(`${name} is no page about a token`);
  return { state: scene.state, side: scene.side };
};

const withDevices = (
  state: WizardState,
  devices: Device[],
  facts: Partial<WizardState['tokens']> = {},
): WizardState => ({
  ...state,
  tokens: { ...state.tokens, report: { devices, libraries: [] }, chosen: devices[0]?.id ?? null, ...facts },
});

describe('what is on a token', () => {
  it('is counted as a person would: a pair is one, an orphan is one', () => {
    expect(contentsOf(fullPki({ signedIn: true }), now).map(({ pairing }) => pairing)).toEqual([
      'paired',
      'paired',
      'no-key',
      'no-certificate',
    ]);
    expect(contentsOf(fullPki(), now).map(({ pairing }) => pairing)).toEqual([
      'hidden',
      'hidden',
      'hidden',
      'no-certificate',
    ]);
  });

  it('matches a key and its certificate although CryptoPro ends its identifiers with a zero byte', () => {
    const [entry] = applet('pki', [accessKey()]).certificates;
    if (!entry) throw new Error('no certificate');
    const part = applet('pki', [], {
      certificates: [{ ...entry, keyId: 'ab0100' }],
      keys: [
        {
          keyId: 'ab01',
          label: '',
          kind: 'rsa',
          bits: 2048,
          publicKey: null,
          hasPublic: true,
          hasPrivate: true,
          hasCertificate: false,
        },
      ],
    });
    expect(contentsOf(part, now).map(({ pairing }) => pairing)).toEqual(['paired']);
  });

  it('offers the former access key for deletion once a newer one is in force beside it', () => {
    const part = applet('combined', [accessKey(100), accessKey(300)], { signedIn: true });
    expect(contentsOf(part, now).map(({ deletable }) => deletable)).toEqual(['replaced-access-key', null]);
  });

  it('may be deleted for three reasons and no other while it is alone', () => {
    const presence = fc.constantFrom('present', 'absent', 'unknown');
    const certificate = fc
      .tuple(fc.boolean(), fc.integer({ min: -400, max: 400 }))
      .map(([access, end]) => (access ? accessKey(end) : qualified(end)));
    fc.assert(
      fc.property(certificate, presence, fc.boolean(), fc.boolean(), (found, privateKey, signedIn, container) => {
        const part = applet('combined', [found], { signedIn, cryptoProContainers: container ? ['one'] : [] });
        const [row] = contentsOf(
          { ...part, certificates: part.certificates.map((own) => ({ ...own, privateKey })) },
          now,
        );
        const alive = Date.parse(found.notAfter) >= now;
        if (row?.deletable === 'expired-access-key') expect([found.purpose, alive]).toEqual(['access-key', false]);
        if (row?.deletable === 'orphan-certificate') expect(privateKey).toBe('absent');
        if (privateKey === 'present' && alive) expect(row?.deletable).toBeNull();
        if (found.purpose === 'qualified' && container) expect(row?.deletable).toBeNull();
      }),
    );
  });

  it('never offers the certificate of a signature whose key a CryptoPro container may hold', () => {
    const [part] = fullRutoken().applets;
    if (!part) throw new Error('no part');
    expect(contentsOf(part, now).map(({ pairing, deletable }) => [pairing, deletable])).toEqual([['no-key', null]]);
  });
});

describe('a new PIN', () => {
  const facts = pin({ minLength: 6, maxLength: 12 });
  const text = fc.string({ unit: 'grapheme', maxLength: 14 });

  it('is sent exactly when it is typable, of the right length, new, and typed twice alike', () => {
    const typed = fc.oneof(text, fc.stringMatching(/^[0-9a-z]{4,14}$/));
    fc.assert(
      fc.property(typed, typed, fc.boolean(), (one, other, alike) => {
        const repeated = alike ? one : other;
        const right = /^[\x21-\x7e]{6,12}$/.test(one) && one === repeated && one !== '12345678';
        expect(newPinTrouble({ pin: one, repeated, old: '12345678' }, facts) === null).toBe(right);
      }),
    );
  });

  it('is told what is wrong in the order in which a person types', () => {
    const trouble = (one: string, repeated: string) => newPinTrouble({ pin: one, repeated, old: '12345678' }, facts);
    expect(trouble('', '')).toEqual({ field: 'new', trouble: { kind: 'missing', count: 6 } });
    expect(trouble('пароль', '')?.trouble.kind).toBe('characters');
    expect(trouble('12345', '')?.trouble).toEqual({ kind: 'short', count: 6 });
    expect(trouble('12345678', '12345678')?.trouble.kind).toBe('same');
    expect(trouble('87654321', '')).toEqual({ field: 'repeat', trouble: { kind: 'missing', count: 0 } });
    expect(trouble('87654321', '8765432')).toEqual({ field: 'repeat', trouble: { kind: 'differs', count: 0 } });
  });

  it('is told its longest length only where that can matter', () => {
    expect(pinLengthRule(pin({ minLength: 6, maxLength: 32 }))).toBe('range');
    expect(pinLengthRule(pin({ minLength: 6, maxLength: 249 }))).toBe('least');
    expect(pinLengthRule(pin({ minLength: 6, maxLength: 0 }))).toBe('least');
  });

  it('meets the confusion of two PINs only where a token has two', () => {
    const wrong = problem('TOKEN_PIN_INCORRECT');
    expect(mixedUpPart(wrong, renewalJacarta(), 'gost')).toBe('gost');
    expect(mixedUpPart(wrong, renewalJacarta(), 'pki')).toBe('pki');
    expect(mixedUpPart(wrong, rutoken(), 'combined')).toBeNull();
    expect(mixedUpPart(wrong, jacarta([applet('gost', [])]), 'gost')).toBeNull();
    expect(mixedUpPart(problem('TOKEN_BUSY'), renewalJacarta(), 'gost')).toBeNull();
  });
});

describe('a preparation', () => {
  const gost = (facts: Partial<Applet>) => applet('gost', [], facts);

  it('asks for the certificates to be saved while there are any, and is satisfied by those of this part alone', () => {
    const part = applet('pki', [accessKey()]);
    const saved = (kind: Applet['kind']) => ({ applet: kind, folder: 'C:\\saved', count: 1 });
    expect(mustSave(part, null)).toBe(true);
    expect(mustSave(part, saved('gost'))).toBe(true);
    expect(mustSave(part, saved('pki'))).toBe(false);
    expect(mustSave(applet('pki', [accessKey(), accessKey(-20)]), saved('pki'))).toBe(true);
    expect(mustSave(applet('pki', []), null)).toBe(false);
  });

  it('calls blank only what holds nothing at all, a CryptoPro container included', () => {
    expect(isBlank(gost({}))).toBe(true);
    expect(isBlank(gost({ cryptoProContainers: ['one'] }))).toBe(false);
    expect(isBlank(fullPki({ certificates: [], cryptoProContainers: [] }))).toBe(false);
  });

  it('recognises the success of the maker’s program: empty, and with a PIN', () => {
    expect(isPrepared(gost({}))).toBe(true);
    expect(isPrepared(gost({ initialised: false }))).toBe(false);
    expect(isPrepared(gost({ userPin: pin({ initialised: false }) }))).toBe(false);
    expect(isPrepared(applet('gost', [qualified()]))).toBe(false);
  });

  it('begins with the part whose blankness stands in the way', () => {
    const device = jacarta([applet('gost', [qualified()]), applet('pki', [], { initialised: false })]);
    expect(blankApplet(device)?.kind).toBe('pki');
    expect(blankApplet(renewalJacarta())?.kind).toBe('gost');
  });

  it('takes the last four characters of the number on the case, however they are typed, and nothing else', () => {
    const device = { printedSerial: '0B530000000a60fF' };
    expect(serialTail(device)).toBe('60fF');
    for (const typed of ['60ff', ' 60FF ', '60fF']) expect(isSerialTail(typed, device)).toBe(true);
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(isSerialTail(typed, device)).toBe(typed.trim().toLowerCase() === '60ff');
      }),
    );
  });

  it('suggests a name of the token’s own, but not the one a blank token has', () => {
    expect(labelToSuggest(gost({ label: 'Касса 2' }))).toBe('Касса 2');
    expect(labelToSuggest(gost({ label: 'Rutoken ECP <no label>' }))).toBe('EGAIS');
    expect(labelFits('Магазин на углу')).toBe(true);
    expect(labelFits('Магазин на углу улицы')).toBe(false);
  });
});

describe('a page about one token', () => {
  it('ends when that token is gone, and never shows another in its place', () => {
    for (const name of ['contents', 'change-pin', 'unblock', 'prepare-used', 'prepare-handoff', 'prepare-refused']) {
      const { state, side } = sceneOf(name);
      expect(shownSidePage(state, side)).toBe(side);
      expect(shownSidePage(withDevices(state, [rutoken()]), side), name).toBeNull();
      expect(shownSidePage(withDevices(state, [], { task: null }), side), name).toBeNull();
    }
  });

  it('outlasts the absence of a token that is being prepared, and tells how it ended', () => {
    const { state, side } = sceneOf('prepare-running');
    const away = withDevices(state, []);
    expect(shownSidePage(away, side)).toBe(side);
    const { task } = state.tokens;
    if (!task) throw new Error('no task');
    const failed = { ...task, phase: 'failed' as const, problem: problem('TOKEN_REMOVED') };
    expect(shownSidePage(withDevices(state, [], { task: failed }), side)).toBe(side);
    expect(shownSidePage(withDevices(state, [rutoken()], { task: failed }), side)).toBeNull();
  });

  it('is found again by a window that was loaded anew in mid-preparation', () => {
    const { state } = sceneOf('prepare-running-away');
    expect(shownSidePage(state, null)).toMatchObject({ name: 'prepare', applet: 'pki' });
    expect(shownSidePage(sceneOf('change-pin-running').state, null)).toBeNull();
  });

  it('shows no outcome of work that ended before it was opened, or that was another page’s', () => {
    const { state, side } = sceneOf('change-pin-done');
    expect(ownTask(state.tokens, side)?.phase).toBe('done');
    const later: TokenSidePage = { ...side, before: state.tokens.task?.startedAt ?? null };
    expect(ownTask(state.tokens, later)).toBeNull();
    expect(
      ownTask(state.tokens, { name: 'unblock', applet: 'combined', device: side.device, before: null }),
    ).toBeNull();
    expect(ownTask(state.tokens, { name: 'change-pin', applet: 'pki', device: side.device, before: null })).toBeNull();
  });
});
