/**
 * Functions of a vendor's library that CK_FUNCTION_LIST does not hold and pkcs11js therefore cannot call. Where koffi
 * has no build for this computer the vendors' functions are simply not there.
 */
const koffi = await import('koffi').then(
  (module) => module.default,
  () => null,
);

/** A CK_ULONG, or memory the function reads or fills. Memory is passed by its address. */
type Parameter = 'unsigned long' | 'void *';

/** Answers the return code. */
export type ForeignFunction = (...given: readonly (bigint | Buffer)[]) => number;

/** A library of the system's loader, asked for functions by name or by address. */
export interface ForeignLibrary {
  /** `null`: the library exports no function of this name. */
  byName(name: string, parameters: readonly Parameter[]): ForeignFunction | null;
  byAddress(address: bigint, parameters: readonly Parameter[]): ForeignFunction;
  addressOf(name: string): bigint | null;
  /** A byte of the library's own memory. */
  byteAt(address: bigint, offset: number): number;
  pointerAt(address: bigint, offset: number): bigint;
}

export const ulongSize = koffi?.sizeof('unsigned long') ?? 8;
export const pointerSize = koffi?.sizeof('void *') ?? 8;

/** Reads the CK_ULONG at a place; little-endian on every platform the product runs on. */
export const ulongAt = (memory: Buffer, offset: number): number =>
  ulongSize === 8 ? Number(memory.readBigUInt64LE(offset)) : memory.readUInt32LE(offset);

/** Opens a library by absolute path; one that this process has loaded already is the same one. `null`: it cannot. */
export function openForeignLibrary(path: string): ForeignLibrary | null {
  if (!koffi) return null;
  const found = <T>(ask: () => T): T | null => {
    try {
      return ask();
    } catch {
      // koffi throws where the loader finds nothing, and says so in words only.
      return null;
    }
  };
  const library = found(() => koffi.load(path));
  if (!library) return null;
  return {
    byName(name, parameters) {
      const call = found(() => library.func(name, 'unsigned long', [...parameters]));
      return call && ((...given) => Number(call(...given)));
    },
    byAddress(address, parameters) {
      const prototype = koffi.proto('unsigned long', [...parameters]);
      return (...given) => Number(koffi.call(address, prototype, ...given));
    },
    addressOf: (name) => found(() => koffi.address(library.symbol(name))),
    byteAt: (address, offset) => Number(koffi.decode(address, offset, 'uint8')),
    pointerAt: (address, offset) => BigInt(koffi.decode(address, offset, 'uintptr_t')),
  };
}
