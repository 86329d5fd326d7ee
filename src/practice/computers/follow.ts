import { orderStart, orderStop } from '../utm/service-order.ts';
import { UtmFolder } from '../utm/utm-folder.ts';
import { plugDevice } from '../virtual-token/device.ts';
import { readDevices } from '../virtual-token/device-folder.ts';
import { type ComputerRecord, tokensVisible, utmComesUp } from './records.ts';

/** Where the rest of a practice world stands. */
export interface WorldAround {
  /** Folder of the virtual tokens. */
  readonly tokens: string;
  readonly utmFolder: string;
}

/** What follows from a change of a practice computer: tokens are seen at last, the UTM comes up or goes down. */
export function follow(before: ComputerRecord, after: ComputerRecord, { tokens, utmFolder }: WorldAround): void {
  if (tokensVisible(after) && !tokensVisible(before)) {
    for (const { serial } of readDevices(tokens)) plugDevice(tokens, serial, true);
  }
  if (utmComesUp(after) === utmComesUp(before)) return;
  const utm = new UtmFolder(utmFolder);
  if (utmComesUp(after)) orderStart(utm);
  else orderStop(utm);
}
