import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plugDevice } from '../../src/practice/virtual-token/device.ts';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';

const configurationOf = (folder: string): string => join(folder, 'softhsm2.conf');
const libraryOf = (folder: string): string => join(folder, 'library.txt');

/** Makes a folder one of SoftHSM2's: its tokens lie in `tokens`, its configuration beside them. */
export function writeSoftHsmFolder(folder: string, library: string): void {
  const lines = [
    `directories.tokendir = ${join(folder, 'tokens')}`,
    'objectstore.backend = file',
    'log.level = ERROR',
    'slots.removable = true',
    'slots.mechanisms = ALL',
    '',
  ];
  writeFileSync(configurationOf(folder), lines.join('\n'));
  writeFileSync(libraryOf(folder), library);
}

export const isSoftHsmFolder = (folder: string): boolean => existsSync(configurationOf(folder));

/** SoftHSM2 reads its configuration when it starts, and there is one of it in a process. */
function openSoftHsmFolder(folder: string): Cryptoki {
  const cryptoki = loadPkcs11Library(readFileSync(libraryOf(folder), 'utf8'));
  try {
    cryptoki.C_Finalize();
  } catch (error) {
    if (!(error instanceof Error) || !error.message.includes('CKR_CRYPTOKI_NOT_INITIALIZED')) throw error;
  }
  process.env.SOFTHSM2_CONF = configurationOf(folder);
  return cryptoki;
}

/** The library that shows the tokens of a folder: SoftHSM2 or the virtual one. In a process one at a time is used. */
export const openTokenFolder = (folder: string): Cryptoki =>
  isSoftHsmFolder(folder) ? openSoftHsmFolder(folder) : openVirtualCryptoki(folder);

function plugAll(folder: string, plugged: boolean): void {
  if (isSoftHsmFolder(folder)) throw new Error('A token of SoftHSM2 cannot be pulled');
  for (const { serial } of readDevices(folder)) plugDevice(folder, serial, plugged);
}

export const pullToken = (folder: string): void => plugAll(folder, false);
export const plugToken = (folder: string): void => plugAll(folder, true);
