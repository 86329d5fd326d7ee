export type Architecture = 'x64' | 'ia32' | 'arm64' | 'arm' | 'unknown';

/** What the first bytes of a file say: a library and the processors it is for, or not a library at all. */
export type ExecutableFormat =
  | {
      readonly kind: 'library';
      readonly format: 'pe' | 'elf' | 'mach-o';
      /** One entry, or several in a universal Mach-O file. */
      readonly architectures: readonly Architecture[];
    }
  | { readonly kind: 'not-a-library' };

/** Enough of a file for {@link readExecutableFormat}: linkers put the PE header within the first kilobytes. */
export const executableHeaderBytes = 4096;

const notALibrary: ExecutableFormat = { kind: 'not-a-library' };

// IMAGE_FILE_HEADER.Machine, Microsoft PE/COFF specification §3.3.1.
const peMachines = new Map<number, Architecture>([
  [0x8664, 'x64'],
  [0x014c, 'ia32'],
  [0xaa64, 'arm64'],
  [0x01c4, 'arm'],
]);
const peDllCharacteristic = 0x2000;

// e_machine with EI_CLASS (1 = 32 bits, 2 = 64 bits), System V ABI; x86-64 in 32-bit class is the x32 ABI.
const elfMachines = new Map<string, Architecture>([
  ['2/62', 'x64'],
  ['1/3', 'ia32'],
  ['2/183', 'arm64'],
  ['1/40', 'arm'],
]);
const elfSharedObject = 3;

// cputype, <mach/machine.h>.
const machCpuTypes = new Map<number, Architecture>([
  [0x01000007, 'x64'],
  [0x00000007, 'ia32'],
  [0x0100000c, 'arm64'],
  [0x0000000c, 'arm'],
]);
const machLibraryTypes = new Set([6, 8]); // MH_DYLIB, MH_BUNDLE

function readPe(view: DataView): ExecutableFormat {
  if (view.byteLength < 0x40) return notALibrary;
  const header = view.getUint32(0x3c, true);
  if (header + 24 > view.byteLength || view.getUint32(header) !== 0x50450000) return notALibrary;
  if ((view.getUint16(header + 22, true) & peDllCharacteristic) === 0) return notALibrary;
  return {
    kind: 'library',
    format: 'pe',
    architectures: [peMachines.get(view.getUint16(header + 4, true)) ?? 'unknown'],
  };
}

function readElf(view: DataView): ExecutableFormat {
  if (view.byteLength < 20) return notALibrary;
  const littleEndian = view.getUint8(5) === 1;
  if (view.getUint16(16, littleEndian) !== elfSharedObject) return notALibrary;
  const machine = `${view.getUint8(4)}/${view.getUint16(18, littleEndian)}`;
  return { kind: 'library', format: 'elf', architectures: [elfMachines.get(machine) ?? 'unknown'] };
}

function readMachO(view: DataView): ExecutableFormat {
  if (view.byteLength < 16 || !machLibraryTypes.has(view.getUint32(12, true))) return notALibrary;
  return {
    kind: 'library',
    format: 'mach-o',
    architectures: [machCpuTypes.get(view.getUint32(4, true)) ?? 'unknown'],
  };
}

function readUniversalMachO(view: DataView, entryBytes: number): ExecutableFormat {
  const count = view.byteLength < 8 ? 0 : view.getUint32(4);
  // A Java class file has the same magic and, here, its version: 45 and above. No universal file has that many parts.
  if (count === 0 || count > 30 || 8 + count * entryBytes > view.byteLength) return notALibrary;
  const architectures = Array.from(
    { length: count },
    (_, index) => machCpuTypes.get(view.getUint32(8 + index * entryBytes)) ?? 'unknown',
  );
  return { kind: 'library', format: 'mach-o', architectures };
}

/**
 * Reads what kind of shared library a file is from its first {@link executableHeaderBytes} bytes, for any platform on
 * any platform. Never throws: bytes that are none of PE, ELF and Mach-O, or are cut short, are `not-a-library`, and so
 * is a program.
 */
export function readExecutableFormat(header: Uint8Array): ExecutableFormat {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  if (view.byteLength < 4) return notALibrary;
  const magic = view.getUint32(0);
  if (magic >>> 16 === 0x4d5a) return readPe(view);
  switch (magic) {
    case 0x7f454c46:
      return readElf(view);
    case 0xcffaedfe:
    case 0xcefaedfe:
      return readMachO(view);
    case 0xcafebabe:
      return readUniversalMachO(view, 20);
    case 0xcafebabf:
      return readUniversalMachO(view, 32);
    default:
      return notALibrary;
  }
}
