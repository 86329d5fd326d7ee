import { softHsmTruth } from './soft-hsm-truth.ts';
import { isSoftHsmFolder } from './token-folder.ts';
import type { TokenTruth } from './token-truth.ts';
import { virtualTruth } from './virtual-truth.ts';

/** @param pins the user PINs that may work, the likeliest first */
export const readTruth = (folder: string, pins: readonly string[]): TokenTruth =>
  isSoftHsmFolder(folder) ? softHsmTruth(folder, pins) : virtualTruth(folder, pins);
