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

const portKey = 'web.server.port';

/** The port that installers give every UTM. */
export const usualPort = 8080;

const lineOf = /^\s*([^#!\s=:]+)\s*[=:]\s*(.*?)\s*$/;

/** Byte for byte: a line that is not ours stays as it is, in whatever code page it was written. */
function readLines(path: string): readonly string[] {
  try {
    return readFileSync(path, 'latin1').split(/\r?\n/);
  } catch {
    return [];
  }
}

function readValues(path: string): ReadonlyMap<string, string> {
  return new Map(
    readLines(path).flatMap((line) => {
      const [, key, value] = lineOf.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Gives keys that are there a new value, and leaves every other line as it is. */
function rewrite(path: string, keys: readonly string[], value: string): void {
  const lines = readLines(path).map((line) => {
    const key = lineOf.exec(line)?.[1];
    return key !== undefined && keys.includes(key) ? `${key}=${value}` : line;
  });
  writeFileSync(`${path}.new`, lines.join('\n'), 'latin1');
  renameSync(`${path}.new`, path);
}

/** The PINs of the file, empty where they are not set. */
export function readTransportPins(path: string): TransportPins {
  const values = readValues(path);
  return { gost: values.get(pinKeys.gost[0]) ?? '', pki: values.get(pinKeys.pki[0]) ?? '' };
}

/** Empties the PINs, as a UTM does after their first successful use. */
export const blankTransportPins = (path: string): void => rewrite(path, Object.values(pinKeys).flat(), '');

/** The port that the file gives the UTM; the usual one where it gives none that is a port. */
export function readTransportPort(path: string): number {
  const port = Number(readValues(path).get(portKey));
  return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : usualPort;
}

export const writeTransportPort = (path: string, port: number): void => rewrite(path, [portKey], String(port));

const propertiesOf = (values: readonly (readonly [string, string])[]): string =>
  `${values.map(([key, value]) => `${key}=${value}`).join('\n')}\n`;

/** A fresh file of an installed UTM, with the PINs its installer was given. */
export function transportProperties(pins: TransportPins, port = usualPort): string {
  return propertiesOf([
    [portKey, String(port)],
    ...pinKeys.gost.map((key) => [key, pins.gost] as const),
    ['crypto.lib.gost.serialNumber', ''],
    ...pinKeys.pki.map((key) => [key, pins.pki] as const),
    ...['proxy.host', 'proxy.port', 'proxy.user', 'proxy.password'].map((key) => [key, ''] as const),
    ['access.control.allow.origin', ''],
    ['transport.service.port', '8192'],
    ['updater.connector', '127.0.0.1:8193'],
    ['agent.connector.port', '127.0.0.1:8194'],
    ['rsa.library.path', ''],
    ['gost.pkcs11.library.path', ''],
    ['gost.library.path', ''],
    ['gost.pkcs11.model', ''],
  ]);
}

/** `agent.properties` of the program that shows the UTM beside the clock. */
export const agentProperties = (): string => propertiesOf([['utm.port', String(usualPort)]]);
