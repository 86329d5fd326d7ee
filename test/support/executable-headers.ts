/** The shortest header of a Windows DLL for one IMAGE_FILE_HEADER.Machine. */
export function peLibrary(machine: number): Buffer {
  const bytes = Buffer.alloc(0x100);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(0x80, 0x3c);
  bytes.write('PE\0\0', 0x80, 'latin1');
  bytes.writeUInt16LE(machine, 0x84);
  bytes.writeUInt16LE(0x2002, 0x80 + 22);
  return bytes;
}

/** The header of an ELF shared object: class 1 for 32 bits, 2 for 64. */
export function elfLibrary(bits: 1 | 2, machine: number): Buffer {
  const bytes = Buffer.alloc(64);
  Buffer.from([0x7f, 0x45, 0x4c, 0x46, bits, 1, 1]).copy(bytes);
  bytes.writeUInt16LE(3, 16);
  bytes.writeUInt16LE(machine, 18);
  return bytes;
}

/** The header of a 64-bit Mach-O dynamic library. */
export function machOLibrary(cpuType: number): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.writeUInt32LE(0xfeedfacf, 0);
  bytes.writeUInt32LE(cpuType, 4);
  bytes.writeUInt32LE(6, 12);
  return bytes;
}

/** The header of a Mach-O file that holds one part for each processor. */
export function universalMachO(cpuTypes: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 + cpuTypes.length * 20);
  bytes.writeUInt32BE(0xcafebabe, 0);
  bytes.writeUInt32BE(cpuTypes.length, 4);
  cpuTypes.forEach((type, index) => {
    bytes.writeUInt32BE(type, 8 + index * 20);
  });
  return bytes;
}
