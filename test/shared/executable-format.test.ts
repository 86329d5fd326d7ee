import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { executableHeaderBytes, readExecutableFormat } from '../../src/shared/executable-format.ts';
import { elfLibrary, machOLibrary, peLibrary, universalMachO } from '../support/executable-headers.ts';

describe('what kind of library a file is', () => {
  it('is read from the libraries of this computer', () => {
    const library = readFileSync('node_modules/pkcs11js/build/Release/pkcs11.node').subarray(0, executableHeaderBytes);
    expect(readExecutableFormat(library)).toEqual({
      kind: 'library',
      format: { linux: 'elf', darwin: 'mach-o', win32: 'pe' }[process.platform as 'linux' | 'darwin' | 'win32'],
      architectures: [process.arch],
    });
  });

  it.each([
    ['a 64-bit DLL', peLibrary(0x8664), 'pe', ['x64']],
    ['a 32-bit DLL', peLibrary(0x014c), 'pe', ['ia32']],
    ['an ARM DLL', peLibrary(0xaa64), 'pe', ['arm64']],
    ['a DLL of a processor we do not know', peLibrary(0x0200), 'pe', ['unknown']],
    ['a 64-bit ELF', elfLibrary(2, 62), 'elf', ['x64']],
    ['a 32-bit ELF', elfLibrary(1, 3), 'elf', ['ia32']],
    ['an ELF of the x32 ABI', elfLibrary(1, 62), 'elf', ['unknown']],
    ['an ARM ELF', elfLibrary(2, 183), 'elf', ['arm64']],
    ['a Mach-O', machOLibrary(0x01000007), 'mach-o', ['x64']],
    ['a universal Mach-O', universalMachO([0x01000007, 0x0100000c]), 'mach-o', ['x64', 'arm64']],
  ] as const)('names %s', (_, header, format, architectures) => {
    expect(readExecutableFormat(header)).toEqual({ kind: 'library', format, architectures });
  });

  it('takes no program, text or Java class for a library', () => {
    const program = peLibrary(0x8664);
    program.writeUInt16LE(0x0002, 0x80 + 22);
    const javaClass = Buffer.from('cafebabe00000034', 'hex');
    for (const bytes of [program, javaClass, Buffer.from('MZ, как в начале DLL'), Buffer.alloc(0)])
      expect(readExecutableFormat(bytes)).toEqual({ kind: 'not-a-library' });
  });

  it('never throws, whatever the bytes and wherever they are cut', () => {
    const magics = ['4d5a', '7f454c46', 'cffaedfe', 'cafebabe', 'cafebabf'].map((hex) => Buffer.from(hex, 'hex'));
    fc.assert(
      fc.property(fc.constantFrom(...magics), fc.uint8Array({ maxLength: 300 }), (magic, rest) => {
        const { kind } = readExecutableFormat(Buffer.concat([magic, rest]));
        expect(['library', 'not-a-library']).toContain(kind);
      }),
    );
    const whole = [peLibrary(0x8664), elfLibrary(2, 62), machOLibrary(0x01000007), universalMachO([7])];
    fc.assert(
      fc.property(fc.constantFrom(...whole), fc.nat(200), (header, cut) => {
        readExecutableFormat(header.subarray(0, cut));
      }),
    );
  });
});
