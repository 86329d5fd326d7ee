import { transportProperties } from '../utm/transport-properties.ts';
import type { ComputerRecord } from './records.ts';

/** The least of a PE file that tells a library and its processor (Microsoft PE/COFF specification §3.3). */
function libraryHeader(machine: 0x8664 | 0x014c): Uint8Array {
  const header = new DataView(new ArrayBuffer(0x100));
  header.setUint16(0, 0x4d5a); // MZ
  header.setUint32(0x3c, 0x80, true);
  header.setUint32(0x80, 0x50450000); // PE\0\0
  header.setUint16(0x84, machine, true);
  header.setUint16(0x96, 0x2022, true); // DLL, executable, large addresses
  return new Uint8Array(header.buffer);
}

const names = ['jcPKCS11-2.dll', 'rtPKCS11ECP.dll'];

const copies: Record<ComputerRecord['drivers'], readonly ('ours' | 'utms')[]> = {
  'both-copies': ['ours', 'utms'],
  'ours-only': ['ours'],
  'thirty-two-bit-only': ['utms'],
  none: [],
};

const places = {
  ours: { folder: 'C:\\Windows\\System32', machine: 0x8664 },
  utms: { folder: 'C:\\Windows\\SysWOW64', machine: 0x014c },
} as const;

/** Files of a practice computer by their paths in lower case: Windows does not tell cases apart. */
export function filesOf({ drivers, remains, otherUtms }: ComputerRecord): ReadonlyMap<string, Uint8Array> {
  const libraries = copies[drivers].flatMap((copy) =>
    names.map((name) => [`${places[copy].folder}\\${name}`, libraryHeader(places[copy].machine)] as const),
  );
  const left = remains ? [['C:\\UTM\\transporter\\transportDB', new Uint8Array()] as const] : [];
  // They have been started, so their PINs are gone from their settings.
  const others = otherUtms.flatMap(({ folder, port }) => [
    [folder, new Uint8Array()] as const,
    [`${folder}\\conf\\transport.properties`, Buffer.from(transportProperties({ gost: '', pki: '' }, port))] as const,
  ]);
  return new Map([...libraries, ...left, ...others].map(([path, bytes]) => [path.toLowerCase(), bytes]));
}
