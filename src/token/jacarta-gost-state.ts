import { counterOf } from './vendor-answers.ts';
import type { PinCounter } from './vendor-port.ts';

/**
 * JC_KT2_EXTENDED_INFO (`jcPKCS11t.h`) as far as the user's PIN: three bytes of version, CK_ULONG unlocks, 64 bytes of
 * personalisation, 32 of checksum, then the PIN's state { byte exists, CK_ULONG errors at most, CK_ULONG errors so far }.
 * Two more such states follow, two bytes, two policies { five bytes, CK_ULONG } and a CK_ULONG.
 */
interface Layout {
  readonly size: number;
  readonly exists: number;
  readonly maxErrors: number;
  readonly errors: number;
}

type Member = readonly [name: string, size: number, alignment: number];

function layoutOf(ulong: number, packed: boolean): Layout {
  const places = new Map<string, number>();
  let end = 0;
  const align = (alignment: number) => {
    if (!packed) end = Math.ceil(end / alignment) * alignment;
  };
  const add = ([name, size, alignment]: Member) => {
    align(alignment);
    places.set(name, end);
    end += size;
  };
  const pinState = (name: string): Member[] => [
    [`${name} exists`, 1, ulong],
    [`${name} maxErrors`, ulong, ulong],
    [`${name} errors`, ulong, ulong],
  ];
  const policy = (name: string): Member[] => [
    [`${name} flags`, 5, ulong],
    [`${name} length`, ulong, ulong],
  ];
  const members: readonly Member[] = [
    ['version', 3, 1],
    ['unlocks', ulong, ulong],
    ['personalisation', 64, 1],
    ['checksum', 32, 1],
    ...pinState('user'),
    ...pinState('signature'),
    ...pinState('puk'),
    ['switches', 2, 1],
    ...policy('user'),
    ...policy('signature'),
    ['channel', ulong, ulong],
  ];
  members.forEach(add);
  const at = (name: string) => places.get(name) ?? 0;
  return { size: end, exists: at('user exists'), maxErrors: at('user maxErrors'), errors: at('user errors') };
}

/** Memory is filled with this before the call, so that the end of what the library wrote can be seen. */
const untouched = 0xa5;

const read = (memory: Buffer, offset: number, ulong: number): number =>
  ulong === 8 ? Number(memory.readBigUInt64LE(offset)) : memory.readUInt32LE(offset);

/**
 * Tries of the user's PIN. The header does not settle whether the compiler of the library packed the structure, so the
 * number of bytes written has to tell: `null` when it fits neither form.
 */
function userPin(memory: Buffer, ulong: number): PinCounter | null {
  const written = memory.findLastIndex((byte) => byte !== untouched) + 1;
  const layout = [true, false].map((packed) => layoutOf(ulong, packed)).find(({ size }) => size === written);
  if (!layout || memory[layout.exists] !== 1) return null;
  const max = read(memory, layout.maxErrors, ulong);
  return counterOf(max - read(memory, layout.errors, ulong), max);
}

export const jacartaGostState = { untouched, userPin } as const;
