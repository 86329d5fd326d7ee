import { findDevice } from '../../setup/chosen-token.ts';
import type { Workplace } from '../../setup/workplace.ts';
import type { Device } from '../../shared/domain/token.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';

/** Scans, and answers the device that `--token` names, or the only one there is. */
export async function scanForDevice(place: Workplace, serial: string | null): Promise<Result<Device>> {
  const scan = await place.tokens.scan();
  if (!scan.ok) return scan;
  const found = findDevice(scan.value, serial);
  return 'code' in found ? fail(found) : succeed(found);
}
