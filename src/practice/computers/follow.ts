import { startUtm } from '../utm/start-utm.ts';
import { plugDevice } from '../virtual-token/device.ts';
import { readDevices } from '../virtual-token/device-folder.ts';
import { type ComputerRecord, tokensVisible } from './records.ts';

/** Where the rest of a practice world stands. */
export interface WorldAround {
  /** Folder of the virtual tokens. */
  readonly tokens: string;
  readonly utmFolder: string;
}

/** Whether the stand-in UTM can come up: its service runs, a token is there, and nobody holds its port. */
const utmComesUp = (record: ComputerRecord): boolean =>
  record.utmServiceRunning && record.intruder === null && tokensVisible(record);

/** What follows from a change of a practice computer: tokens are seen at last, the UTM comes up. */
export function follow(before: ComputerRecord, after: ComputerRecord, { tokens, utmFolder }: WorldAround): void {
  if (tokensVisible(after) && !tokensVisible(before)) {
    for (const { serial } of readDevices(tokens)) plugDevice(tokens, serial, true);
  }
  if (utmComesUp(after) && !utmComesUp(before)) startUtm(utmFolder);
}
