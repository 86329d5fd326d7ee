import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** The keys of `transport.properties` that hold PINs; the two of a part carry one value (docs/sources.md, UTM). */
const pinKeys = {
  gost: ['crypto.lib.gost.keystorePassword', 'crypto.lib.gost.keyPassword'],
  pki: ['crypto.lib.pki.keystorePassword', 'crypto.lib.pki.keyPassword'],
} as const;

/** PINs of the ГОСТ part and of the RSA part; a token of one part has one PIN, written twice. */
export interface TransportPins {
  readonly gost: string;
  readonly pki: string;
}

const lineOf = /^\s*([^#!\s=:]+)\s*[=:]\s*(.*?)\s*$/;

function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/);
  } catch {
    return [];
  }
}

/** The PINs of the file, empty where they are not set. */
export function readTransportPins(path: string): TransportPins {
  const values = new Map(
    readLines(path).flatMap((line) => {
      const [, key, value] = lineOf.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
  return { gost: values.get(pinKeys.gost[0]) ?? '', pki: values.get(pinKeys.pki[0]) ?? '' };
}

/** Empties the PINs and leaves every other line as it is, as a UTM does after their first successful use. */
export function blankTransportPins(path: string): void {
  const keys: readonly string[] = Object.values(pinKeys).flat();
  const lines = readLines(path).map((line) => {
    const key = lineOf.exec(line)?.[1];
    return key !== undefined && keys.includes(key) ? `${key}=` : line;
  });
  writeFileSync(`${path}.new`, lines.join('\n'));
  renameSync(`${path}.new`, path);
}

/** A fresh file of an installed UTM, with the PINs its installer was given. */
export function transportProperties(pins: TransportPins): string {
  const values: readonly (readonly [string, string])[] = [
    ['web.server.port', '8080'],
    ...pinKeys.gost.map((key) => [key, pins.gost] as const),
    ['crypto.lib.gost.serialNumber', ''],
    ...pinKeys.pki.map((key) => [key, pins.pki] as const),
    ['access.control.allow.origin', ''],
    ['transport.service.port', '8192'],
  ];
  return `${values.map(([key, value]) => `${key}=${value}`).join('\n')}\n`;
}
