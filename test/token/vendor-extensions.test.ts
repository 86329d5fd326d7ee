import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import koffi from 'koffi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jacartaGostState } from '../../src/token/jacarta-gost-state.ts';
import { CryptokiFailure } from '../../src/token/return-codes.ts';
import { openVendorExtensions, type VendorExtensions } from '../../src/token/vendor-extensions.ts';
import { openSoftHsm, type SoftHsm } from '../oracle/softhsm.ts';
import { type JacartaManner, jacartaLibrary } from '../support/jacarta-functions.ts';

const slot = Buffer.from('0700000000000000', 'hex');
const other = Buffer.from('0800000000000000', 'hex');
let folder: string;
let softHsm: SoftHsm;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vendor-extensions-'));
  softHsm = openSoftHsm();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  softHsm.close();
});

function jacarta(manner: JacartaManner = {}): { extensions: VendorExtensions; library: string } {
  const library = jacartaLibrary(folder, manner);
  const extensions = openVendorExtensions(library);
  if (!extensions) throw new Error('no extensions');
  return { extensions, library };
}

describe('a library without functions of its own', () => {
  it('has no extensions, whoever made it', () => {
    expect(openVendorExtensions(softHsm.library)).toBeNull();
    expect(openVendorExtensions(join(folder, 'nothing.so'))).toBeNull();
  });
});

describe('the counters of a JaCarta, reached through the list its library gives', () => {
  it.each([
    ['JaCarta Laser', { user: { left: 4, max: 5 }, so: { left: 9, max: 10 }, factoryUserPin: null }],
    ['eToken GOST', { user: { left: 13, max: 15 }, so: { left: 15, max: 15 }, factoryUserPin: null }],
    ['JaCarta GOST 2.0', { user: { left: 3, max: 3 }, so: null, factoryUserPin: null }],
    ['JaCarta DS', { user: { left: 0, max: 10 }, so: { left: 2, max: 3 }, factoryUserPin: null }],
  ])('of %s', (model, counters) => {
    expect(jacarta().extensions.pinCounters(slot, model)).toEqual(counters);
  });

  it('numbers that no PIN can have are not repeated', () => {
    expect(jacarta().extensions.pinCounters(slot, 'PRO')).toEqual({ user: null, so: null, factoryUserPin: null });
  });

  it('a refusal leaves the flags to tell', () => {
    expect(jacarta().extensions.pinCounters(other, 'JaCarta Laser')).toMatchObject({ user: null, so: null });
  });

  it('an applet nobody has described is not asked', () => {
    expect(jacarta().extensions.pinCounters(slot, 'JaCarta WebPass')).toBeNull();
  });

  it.each([true, false])('the structure of the second generation is read in either packing (%s)', (packed) => {
    expect(jacarta({ packed }).extensions.pinCounters(slot, 'JaCarta GOST 2.0')?.user).toEqual({ left: 3, max: 3 });
  });

  it.each<[string, JacartaManner]>([
    ['an older list', { minor: 9 }],
    ['a list in another order', { orderly: false }],
  ])('nothing of %s is called', (_, manner) => {
    const { extensions } = jacarta(manner);
    expect(extensions.pinCounters(slot, 'eToken GOST')).toBeNull();
    expect(extensions.initialisesGost).toBe(false);
    expect(extensions.initialiseGost(slot, '1234567890', 'ЕГАИС')).toBe(false);
    expect(extensions.unblockUserPin(slot, slot, 'JaCarta Laser')).toBe(false);
  });
});

describe('what a JaCarta’s own functions do', () => {
  it('tries of the PKI part are restored, and a refusal is told with its code', () => {
    const { extensions, library } = jacarta();
    expect(extensions.unblockUserPin(slot, slot, 'JaCarta Laser')).toBe(true);
    expect(koffi.load(library).func('unlocks', 'unsigned long', [])()).toBe(1);
    expect(() => extensions.unblockUserPin(other, slot, 'JaCarta Laser')).toThrow(CryptokiFailure);
    expect(extensions.unblockUserPin(slot, slot, 'JaCarta GOST 2.0')).toBe(false);
  });

  it('the ГОСТ part is prepared with its PIN and a label of 32 bytes, and only while no try is spent', () => {
    const { extensions, library } = jacarta({ packed: false });
    expect(extensions.initialisesGost).toBe(true);
    expect(extensions.initialiseGost(slot, '1234567890', 'ЕГАИС')).toBe(true);
    const loaded = koffi.load(library);
    expect(loaded.func('initialised', 'string', [])()).toBe(`1234567890/ЕГАИС${' '.repeat(22)}`);
    loaded.func('spoil', 'void', [])();
    expect(extensions.initialiseGost(slot, '0000000000', 'ЕГАИС')).toBe(false);
    expect(loaded.func('initialised', 'string', [])()).toMatch(/^1234567890/);
  });
});

it('whatever a library writes as the state of a ГОСТ part, no impossible number comes of it', () => {
  const sizes = fc.constantFrom(154, 172, 194, 232);
  const written = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    sizes.chain((size) => fc.uint8Array({ minLength: size, maxLength: size })),
  );
  fc.assert(
    fc.property(written, fc.constantFrom(4, 8), (bytes, ulong) => {
      const memory = Buffer.alloc(1024, jacartaGostState.untouched);
      memory.set(bytes);
      const counter = jacartaGostState.userPin(memory, ulong);
      if (counter) expect(counter.left).toBeLessThanOrEqual(counter.max);
      if (counter) expect(counter.max).toBeLessThanOrEqual(255);
    }),
  );
});

it.each([
  ['packed', 154, 103, 104],
  ['aligned', 172, 104, 108],
])(
  'the %s form of Windows, where a CK_ULONG has four bytes, is read at its own places',
  (_, size, exists, maxErrors) => {
    const memory = Buffer.alloc(1024, jacartaGostState.untouched).fill(0, 0, size);
    memory[exists] = 1;
    memory.writeUInt32LE(5, maxErrors);
    memory.writeUInt32LE(2, maxErrors + 4);
    expect(jacartaGostState.userPin(memory, 4)).toEqual({ left: 3, max: 5 });
  },
);
