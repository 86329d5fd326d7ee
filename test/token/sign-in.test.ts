import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createVirtualDevice, type PinPreparation, plugDevice } from '../../src/practice/virtual-token/device.ts';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Result } from '../../src/shared/result.ts';
import { CKR } from '../../src/token/pkcs11-numbers.ts';
import { type AppletTarget, tokenAnswerSchemas } from '../../src/token/token-protocol.ts';
import { createTokenServer, type TokenServer } from '../../src/token/token-server.ts';
import { recordCalls } from '../support/recording-cryptoki.ts';

const pin = '0987654321';
const wrong = '0987654320';

let folder: string;
let calls: string[];
let server: TokenServer;
let target: AppletTarget;

function insert(user: PinPreparation = {}): string {
  const { serial } = createVirtualDevice(folder, 'jacarta-2-se', { applets: { gost: { user } } });
  target = { library: 'practice', kind: 'gost', model: 'JaCarta GOST 2.0', serial };
  return serial;
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  calls = [];
  server = createTokenServer(() => recordCalls(openVirtualCryptoki(folder), calls));
});
afterEach(() => rmSync(folder, { recursive: true }));

const signIn = (typed: string, lastTryConfirmed = false) =>
  server.perform({ kind: 'sign-in', target, pin: typed, lastTryConfirmed });

const logins = () => calls.filter((call) => call === 'C_Login').length;

const wrongTries = () => readDevices(folder)[0]?.applets[0]?.userPin?.wrongTries;

const codeOf = (outcome: Result<unknown>) => (outcome.ok ? 'ok' : outcome.problem.code);

async function scannedApplet() {
  const outcome = await server.perform({ kind: 'scan', library: 'practice' });
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return tokenAnswerSchemas.scan.parse(outcome.value).slots[0]?.applet;
}

describe('one click is at most one login', () => {
  it('a wrong PIN costs exactly one try, and the answer tells what is left', async () => {
    insert();
    const outcome = await signIn(wrong);
    expect(outcome).toMatchObject({
      ok: false,
      problem: {
        code: 'TOKEN_PIN_INCORRECT',
        details: { code: 'CKR_PIN_INCORRECT', number: '0xa0', call: 'C_Login', tries: 'spent' },
      },
    });
    expect(logins()).toBe(1);
    expect(wrongTries()).toBe(1);
    expect(JSON.stringify(outcome)).not.toContain(wrong);
  });

  it('a right PIN signs in and clears the wrong tries', async () => {
    insert({ wrongTries: 1 });
    expect(await signIn(pin)).toMatchObject({ ok: true, value: { tries: 'untouched' } });
    expect(logins()).toBe(1);
    expect(wrongTries()).toBe(0);
    expect((await scannedApplet())?.signedIn).toBe(true);
  });

  it('a PIN of the wrong length is not sent', async () => {
    insert();
    expect(codeOf(await signIn('12345'))).toBe('TOKEN_PIN_LENGTH');
    expect(codeOf(await signIn('1'.repeat(33)))).toBe('TOKEN_PIN_LENGTH');
    expect(logins()).toBe(0);
  });

  it('the last try is not sent until the person confirms it', async () => {
    insert({ wrongTries: 2 });
    expect(codeOf(await signIn(pin))).toBe('TOKEN_PIN_LAST_TRY_UNCONFIRMED');
    expect(logins()).toBe(0);
    expect(codeOf(await signIn(pin, true))).toBe('ok');
    expect(logins()).toBe(1);
  });

  it('the try that locks is told as a lock, though the token says "incorrect"', async () => {
    insert({ wrongTries: 2 });
    const outcome = await signIn(wrong, true);
    expect(outcome).toMatchObject({
      problem: { code: 'TOKEN_PIN_LOCKED', details: { code: 'CKR_PIN_INCORRECT', tries: 'locked' } },
    });
  });

  it('a locked PIN is not sent', async () => {
    insert({ wrongTries: 3 });
    expect(codeOf(await signIn(pin, true))).toBe('TOKEN_PIN_LOCKED');
    expect(logins()).toBe(0);
  });

  it('a PIN that is not set is not asked for', async () => {
    const { serial } = createVirtualDevice(folder, 'jacarta-2-se', { applets: { gost: { initialised: false } } });
    target = { library: 'practice', kind: 'gost', model: 'JaCarta GOST 2.0', serial };
    expect(codeOf(await signIn(pin))).toBe('TOKEN_PIN_NOT_SET');
    expect(logins()).toBe(0);
  });
});

describe('a sign-in proves the PIN that was typed', () => {
  it('also when somebody is signed in already', async () => {
    insert();
    expect(codeOf(await signIn(pin))).toBe('ok');
    expect(codeOf(await signIn(wrong))).toBe('TOKEN_PIN_INCORRECT');
    expect(logins()).toBe(2);
    expect((await scannedApplet())?.signedIn).toBe(false);
  });

  it('and ends with a sign-out', async () => {
    insert();
    await signIn(pin);
    expect(codeOf(await server.perform({ kind: 'sign-out', target }))).toBe('ok');
    expect((await scannedApplet())?.signedIn).toBe(false);
    expect(codeOf(await server.perform({ kind: 'sign-out', target }))).toBe('ok');
  });
});

describe('the token that was meant', () => {
  it('is known by its serial: another one in the same reader gets no PIN', async () => {
    const first = insert();
    const meant = target;
    plugDevice(folder, first, false);
    insert();
    target = meant;
    expect(codeOf(await signIn(pin))).toBe('TOKEN_NOT_FOUND');
    expect(logins()).toBe(0);
  });

  it('ends its sign-in when it is pulled out, and says so', async () => {
    const serial = insert();
    await signIn(pin);
    plugDevice(folder, serial, false);
    const sign = { kind: 'sign', target, keyId: '01', scheme: 'gost-2012-256', data: 'AAAA' } as const;
    expect(codeOf(await server.perform(sign))).toBe('TOKEN_NOT_FOUND');
    plugDevice(folder, serial, true);
    expect(codeOf(await server.perform(sign))).toBe('TOKEN_NOT_SIGNED_IN');
    expect((await scannedApplet())?.signedIn).toBe(false);
  });

  it.each(['DEVICE_REMOVED', 'TOKEN_NOT_PRESENT', 'SESSION_HANDLE_INVALID'] as const)(
    'ends its sign-in when a call answers %s, though the library may know better later',
    async (name) => {
      insert();
      let failing = false;
      server = createTokenServer(
        () =>
          new Proxy(openVirtualCryptoki(folder), {
            get: (library, property) =>
              failing && property === 'C_FindObjectsInit'
                ? () => {
                    throw new Error(`CKR_${name}:${CKR[name]}`);
                  }
                : Reflect.get(library, property),
          }),
      );
      await signIn(pin);
      failing = true;
      const sign = { kind: 'sign', target, keyId: '01', scheme: 'gost-2012-256', data: 'AAAA' } as const;
      expect(codeOf(await server.perform(sign))).toBe('TOKEN_REMOVED');
      failing = false;
      expect((await scannedApplet())?.signedIn).toBe(false);
      expect(codeOf(await server.perform(sign))).toBe('TOKEN_NOT_SIGNED_IN');
    },
  );

  it('after it was inserted anew meets a freshly started library, before a try is risked', async () => {
    const serial = insert();
    await scannedApplet();
    plugDevice(folder, serial, false);
    await scannedApplet();
    plugDevice(folder, serial, true);
    calls.length = 0;
    expect(codeOf(await signIn(pin))).toBe('ok');
    expect(calls.indexOf('C_Finalize')).toBeGreaterThanOrEqual(0);
    expect(calls.indexOf('C_Finalize')).toBeLessThan(calls.indexOf('C_Login'));
    expect(logins()).toBe(1);
  });
});
