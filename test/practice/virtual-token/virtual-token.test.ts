import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Handle } from 'pkcs11js';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVirtualDevice, holdDevice, plugDevice } from '../../../src/practice/virtual-token/device.ts';
import { changeDevice, readDevices } from '../../../src/practice/virtual-token/device-folder.ts';
import { openVirtualCryptoki } from '../../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Cryptoki } from '../../../src/token/cryptoki.ts';
import { unpadded } from '../../../src/token/padded-text.ts';
import { CKA, CKF, CKM, CKO, CKU } from '../../../src/token/pkcs11-numbers.ts';
import { answerOf } from '../../contract/cryptoki-contract.ts';
import { type BundledEntry, bundleEntry } from '../../support/bundled-entry.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'virtual-token-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function open(): Cryptoki {
  const cryptoki = openVirtualCryptoki(folder);
  cryptoki.C_Initialize({ flags: CKF.osLockingOk });
  return cryptoki;
}

function session(cryptoki: Cryptoki, index = 0): Handle {
  const slot = cryptoki.C_GetSlotList(true)[index];
  return cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession | CKF.rwSession);
}

const pinState = () => readDevices(folder)[0]?.applets[0]?.userPin;

describe('what a person sees', () => {
  it('a JaCarta has two slots in one reader, a Рутокен one; each further device has its own reader', () => {
    createVirtualDevice(folder, 'jacarta-2-se');
    createVirtualDevice(folder, 'rutoken-ecp-3');
    createVirtualDevice(folder, 'jacarta-2-se');
    const cryptoki = open();
    const shown = cryptoki
      .C_GetSlotList(true)
      .map((slot) => [
        unpadded(cryptoki.C_GetSlotInfo(slot).slotDescription),
        unpadded(cryptoki.C_GetTokenInfo(slot).model),
      ]);
    expect(shown).toEqual([
      ['Aladdin R.D. JaCarta 0', 'JaCarta GOST 2.0'],
      ['Aladdin R.D. JaCarta 0', 'JaCarta Laser'],
      ['Aktiv Rutoken ECP 00 00', 'Rutoken ECP'],
      ['Aladdin R.D. JaCarta 1', 'JaCarta GOST 2.0'],
      ['Aladdin R.D. JaCarta 1', 'JaCarta Laser'],
    ]);
  });

  it('a folder without devices is a library without tokens', () => {
    expect(open().C_GetSlotList(true)).toEqual([]);
  });

  it('a Рутокен’s serial is eight lower-case hexadecimal digits', () => {
    expect(createVirtualDevice(folder, 'rutoken-ecp-3').serial).toMatch(/^[0-9a-f]{8}$/);
  });

  it('a device can be prepared: spent tries, a changed PIN, a blank applet', () => {
    createVirtualDevice(folder, 'jacarta-2-se', {
      applets: {
        gost: { user: { value: '123456', wrongTries: 1, mustChange: true }, label: 'Касса' },
        pki: { initialised: false },
      },
    });
    const cryptoki = open();
    const [gost, pki] = cryptoki.C_GetSlotList(true).map((slot) => cryptoki.C_GetTokenInfo(slot));
    expect(gost && unpadded(gost.label)).toBe('Касса');
    expect((gost?.flags ?? 0) & CKF.userPinCountLow).not.toBe(0);
    expect((gost?.flags ?? 0) & CKF.userPinToBeChanged).not.toBe(0);
    expect((pki?.flags ?? 0) & (CKF.tokenInitialized | CKF.userPinInitialized)).toBe(0);
    expect(answerOf(() => cryptoki.C_Login(session(cryptoki), CKU.user, '123456'))).toBe('OK');
  });
});

describe('pulling out and inserting', () => {
  it('ends sessions and sign-ins, and keeps what is on the token', () => {
    const { serial } = createVirtualDevice(folder, 'rutoken-ecp-3');
    const cryptoki = open();
    const before = session(cryptoki);
    cryptoki.C_Login(before, CKU.user, '12345678');
    cryptoki.C_CreateObject(before, [
      { type: CKA.class, value: CKO.data },
      { type: CKA.token, value: true },
      { type: CKA.private, value: true },
      { type: CKA.value, value: Buffer.from('тайна') },
    ]);
    plugDevice(folder, serial, false);
    expect(cryptoki.C_GetSlotList(true)).toEqual([]);
    expect(answerOf(() => cryptoki.C_GetSessionInfo(before))).toBe('DEVICE_REMOVED');
    expect(answerOf(() => cryptoki.C_GetTokenInfo(cryptoki.C_GetSlotList(false)[0] ?? Buffer.alloc(0)))).toBe(
      'TOKEN_NOT_PRESENT',
    );
    plugDevice(folder, serial, true);
    expect(answerOf(() => cryptoki.C_GetSessionInfo(before))).toBe('SESSION_HANDLE_INVALID');
    const after = session(cryptoki);
    expect(cryptoki.C_GetSessionInfo(after).state).toBe(2);
    const visible = () => {
      cryptoki.C_FindObjectsInit(after, []);
      const found = cryptoki.C_FindObjects(after, 10).length;
      cryptoki.C_FindObjectsFinal(after);
      return found;
    };
    expect(visible()).toBe(0);
    cryptoki.C_Login(after, CKU.user, '12345678');
    expect(visible()).toBe(1);
  });

  it('ends them also when both happened between two calls', () => {
    const { serial } = createVirtualDevice(folder, 'rutoken-ecp-3');
    const cryptoki = open();
    const before = session(cryptoki);
    cryptoki.C_Login(before, CKU.user, '12345678');
    plugDevice(folder, serial, false);
    plugDevice(folder, serial, true);
    expect(answerOf(() => cryptoki.C_GetSessionInfo(before))).toBe('SESSION_HANDLE_INVALID');
    expect(cryptoki.C_GetSessionInfo(session(cryptoki)).state).toBe(2);
  });
});

describe('the PIN at rest', () => {
  it('is nowhere in the folder, right or wrong, the officer’s neither', () => {
    createVirtualDevice(folder, 'jacarta-2-se');
    createVirtualDevice(folder, 'rutoken-ecp-3');
    const cryptoki = open();
    const signedIn = session(cryptoki, 2);
    answerOf(() => cryptoki.C_Login(signedIn, CKU.user, '13579135'));
    cryptoki.C_Login(signedIn, CKU.user, '12345678');
    cryptoki.C_SetPIN(signedIn, '12345678', 'мой-новый-PIN');
    const contents = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const pins = ['0987654321', '1234567890', '11111111', '00000000', '12345678', '87654321', '13579135', 'мой-новый'];
    for (const content of contents)
      for (const pin of pins) {
        expect(content).not.toContain(pin);
        expect(content).not.toContain(Buffer.from(pin).toString('base64').replace(/=+$/, ''));
        expect(content).not.toContain(Buffer.from(pin).toString('hex'));
      }
  });
});

describe('two programs and one token', () => {
  it('share keys and tries, and each signs in for itself', async () => {
    createVirtualDevice(folder, 'rutoken-ecp-3');
    const [ours, theirs] = [open(), open()];
    const [mine, other] = [session(ours), session(theirs)];
    ours.C_Login(mine, CKU.user, '12345678');
    expect(theirs.C_GetSessionInfo(other).state).toBe(2);
    answerOf(() => theirs.C_Login(other, CKU.user, 'неверный'));
    expect(pinState()?.wrongTries).toBe(1);
    await ours.C_GenerateKeyPairAsync(
      mine,
      { mechanism: CKM.rsaPkcsKeyPairGen },
      [
        { type: CKA.token, value: true },
        { type: CKA.modulusBits, value: 1024 },
      ],
      [{ type: CKA.token, value: true }],
    );
    theirs.C_FindObjectsInit(other, [{ type: CKA.class, value: CKO.publicKey }]);
    expect(theirs.C_FindObjects(other, 10)).toHaveLength(1);
  });

  it('take the lock of a process that died', () => {
    const { serial } = createVirtualDevice(folder, 'rutoken-ecp-3');
    // No process has this number: Linux ends below it.
    writeFileSync(join(folder, '.lock'), '4194999');
    plugDevice(folder, serial, false);
    expect(readDevices(folder)[0]?.plugged).toBe(false);
  });

  describe('at the same time', () => {
    let entry: BundledEntry;
    beforeAll(async () => {
      entry = await bundleEntry(fileURLToPath(new URL('../../support/wrong-pin-process.ts', import.meta.url)));
    });
    afterAll(() => entry.remove());

    it('lose no try', async () => {
      createVirtualDevice(folder, 'rutoken-ecp-3', { applets: { combined: { user: { maxTries: 1000 } } } });
      const children: ChildProcess[] = [1, 2, 3].map(() => fork(entry.path, [folder, '10'], { execArgv: [] }));
      const exits = await Promise.all(children.map((child) => once(child, 'exit')));
      expect(exits.map(([code]) => code)).toEqual([0, 0, 0]);
      expect(pinState()?.wrongTries).toBe(30);
    });
  });

  it('a change that fails half-way leaves the file whole', () => {
    const { serial } = createVirtualDevice(folder, 'rutoken-ecp-3');
    const fail = () =>
      changeDevice(folder, serial, () => {
        throw new Error('no');
      });
    expect(fail).toThrow('no');
    expect(readDevices(folder)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([`${serial}.token.json`]);
  });
});

describe('the manners of the devices', () => {
  const wrongLogin = (cryptoki: Cryptoki, handle: Handle, role: number = CKU.user) =>
    answerOf(() => cryptoki.C_Login(handle, role, '13579135'));
  const flags = (cryptoki: Cryptoki, index = 0) =>
    cryptoki.C_GetTokenInfo(cryptoki.C_GetSlotList(true)[index] ?? Buffer.alloc(0)).flags;

  it('a Рутокен answers "incorrect" ten times and "locked" from the eleventh call on, for either PIN', () => {
    createVirtualDevice(folder, 'rutoken-ecp-3');
    const cryptoki = open();
    const handle = session(cryptoki);
    for (const [role, locked] of [
      [CKU.user, CKF.userPinLocked],
      [CKU.so, CKF.soPinLocked],
    ] as const) {
      const answers = Array.from({ length: 11 }, () => wrongLogin(cryptoki, handle, role));
      expect(answers).toEqual([...Array<string>(10).fill('PIN_INCORRECT'), 'PIN_LOCKED']);
      expect(flags(cryptoki) & locked).toBe(locked);
    }
  });

  it('the ГОСТ part of a JaCarta-2 has no administrator: no login, no initialisation, no flags', () => {
    createVirtualDevice(folder, 'jacarta-2-se');
    const cryptoki = open();
    const [slot] = cryptoki.C_GetSlotList(true);
    expect(answerOf(() => cryptoki.C_InitToken(slot ?? Buffer.alloc(0), '1234567890', ' '.repeat(32)))).toBe(
      'FUNCTION_NOT_SUPPORTED',
    );
    expect(wrongLogin(cryptoki, session(cryptoki), CKU.so)).toBe('USER_TYPE_INVALID');
    expect(flags(cryptoki) & (CKF.soPinCountLow | CKF.soPinFinalTry | CKF.soPinLocked)).toBe(0);
  });

  it('a PIN that expired is told at the login with the right one, and ends with its change', () => {
    createVirtualDevice(folder, 'rutoken-ecp-3', { applets: { combined: { user: { expired: true } } } });
    const cryptoki = open();
    const handle = session(cryptoki);
    expect(wrongLogin(cryptoki, handle)).toBe('PIN_INCORRECT');
    expect(answerOf(() => cryptoki.C_Login(handle, CKU.user, '12345678'))).toBe('PIN_EXPIRED');
    expect(cryptoki.C_GetSessionInfo(handle).state).toBe(2);
    cryptoki.C_SetPIN(handle, '12345678', '24681357');
    expect(answerOf(() => cryptoki.C_Login(handle, CKU.user, '24681357'))).toBe('OK');
  });

  it('a device that another program holds is seen, and lets nobody work', () => {
    for (const [kind, code] of [
      ['rutoken-ecp-3', 0x30],
      ['jacarta-2-se', 0x80000019],
    ] as const) {
      const { serial } = createVirtualDevice(folder, kind);
      const cryptoki = open();
      const slot = cryptoki
        .C_GetSlotList(true)
        .find((each) => unpadded(cryptoki.C_GetTokenInfo(each).serialNumber) === serial);
      const work = () => cryptoki.C_OpenSession(slot ?? Buffer.alloc(0), CKF.serialSession);
      work();
      holdDevice(folder, serial, true);
      expect(work).toThrow(expect.objectContaining({ code }));
      expect(unpadded(cryptoki.C_GetTokenInfo(slot ?? Buffer.alloc(0)).serialNumber)).toBe(serial);
      holdDevice(folder, serial, false);
      expect(answerOf(work)).toBe('OK');
    }
  });

  it('a full one keeps what it has and takes no more', async () => {
    createVirtualDevice(folder, 'rutoken-ecp-3', { applets: { combined: { memory: 200 } } });
    const cryptoki = open();
    const handle = session(cryptoki);
    cryptoki.C_Login(handle, CKU.user, '12345678');
    const write = (bytes: number) =>
      answerOf(() =>
        cryptoki.C_CreateObject(handle, [
          { type: CKA.class, value: CKO.data },
          { type: CKA.token, value: true },
          { type: CKA.value, value: Buffer.alloc(bytes) },
        ]),
      );
    expect([write(20), write(100)]).toEqual(['OK', 'DEVICE_MEMORY']);
    const generation = cryptoki.C_GenerateKeyPairAsync(
      handle,
      { mechanism: CKM.rsaPkcsKeyPairGen },
      [
        { type: CKA.token, value: true },
        { type: CKA.modulusBits, value: 1024 },
      ],
      [{ type: CKA.token, value: true }],
    );
    await expect(generation).rejects.toThrow('CKR_DEVICE_MEMORY');
    cryptoki.C_FindObjectsInit(handle, []);
    expect(cryptoki.C_FindObjects(handle, 9)).toHaveLength(1);
  });

  it('one that drops off the bus after an initialisation comes back as it is, and ends every session', async () => {
    createVirtualDevice(folder, 'jacarta-2-se', { dropMs: 150 });
    const cryptoki = open();
    const gost = session(cryptoki);
    cryptoki.C_InitToken(cryptoki.C_GetSlotList(true)[1] ?? Buffer.alloc(0), '00000000', 'X'.padEnd(32));
    expect(cryptoki.C_GetSlotList(true)).toEqual([]);
    await vi.waitFor(() => expect(cryptoki.C_GetSlotList(true)).toHaveLength(2), { timeout: 10_000 });
    expect(answerOf(() => cryptoki.C_GetSessionInfo(gost))).toBe('SESSION_HANDLE_INVALID');
    expect(flags(cryptoki, 1) & (CKF.tokenInitialized | CKF.userPinInitialized)).toBe(CKF.tokenInitialized);
    expect(flags(cryptoki, 0) & CKF.userPinInitialized).toBe(CKF.userPinInitialized);
  });

  it('a folder of an earlier version is read: what it does not say is as it was then', () => {
    const { serial } = createVirtualDevice(folder, 'rutoken-ecp-3');
    const file = join(folder, `${serial}.token.json`);
    const device = JSON.parse(readFileSync(file, 'utf8'));
    for (const key of ['busy', 'dropMs', 'awayUntil']) delete device[key];
    for (const applet of device.applets) {
      delete applet.pinPolicy;
      for (const key of ['expired', 'history']) delete applet.userPin[key];
    }
    writeFileSync(file, JSON.stringify(device));
    const cryptoki = open();
    expect(answerOf(() => cryptoki.C_Login(session(cryptoki), CKU.user, '12345678'))).toBe('OK');
  });
});
