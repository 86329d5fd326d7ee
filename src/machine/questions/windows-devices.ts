import { z } from 'zod';
import { safely } from '../../shared/safely.ts';
import type { System } from '../system.ts';
import { askPowershell } from './powershell.ts';

/** PowerShell gives a list of one as the one, in some versions. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => (value === null || Array.isArray(value) ? value : [value]), z.array(item).nullable());

const deviceSchema = z.object({
  Name: z.string().nullable(),
  PNPClass: z.string().nullable(),
  Service: z.string().nullable(),
  DeviceID: z.string(),
  ConfigManagerErrorCode: z.number().int().nullable(),
});

const answerSchema = z.object({ devices: listOf(deviceSchema), antivirus: listOf(z.string()) });

/** What Windows Management Instrumentation says; `null` in place of what it did not answer. */
export interface WindowsDevices {
  /** Readers and tokens that are plugged in. */
  readonly devices:
    | readonly {
        readonly name: string;
        readonly deviceId: string;
        readonly service: string;
        /** Problem code of the device manager, 0 when there is none. */
        readonly problem: number;
      }[]
    | null;
  /** Names of the antivirus programs that have told Windows of themselves. */
  readonly antivirus: readonly string[] | null;
}

// Win32_PnPEntity and AntiVirusProduct of SecurityCenter2. `[_]` is an underscore, `_` alone any letter (WQL).
const statements = [
  '$devices = $null; $antivirus = $null',
  "try { $devices = @(Get-CimInstance -ClassName Win32_PnPEntity -Filter 'PNPClass=''SmartCardReader'' OR DeviceID LIKE ''%VID[_]24DC%'' OR DeviceID LIKE ''%VID[_]0A89%''' | Where-Object { $_.Present } | Select-Object Name, PNPClass, Service, DeviceID, ConfigManagerErrorCode) } catch { }",
  'try { $antivirus = @(Get-CimInstance -Namespace root/SecurityCenter2 -ClassName AntiVirusProduct | ForEach-Object { [string]$_.displayName }) } catch { }',
  '$answer = @{ devices = $devices; antivirus = $antivirus }',
];

/** Readers, tokens and antivirus programs in one call, because the start of PowerShell is what takes the time. */
export async function findWindowsDevices(system: System): Promise<WindowsDevices> {
  const answer = safely(answerSchema, await askPowershell(system, statements));
  if (!answer.success) return { devices: null, antivirus: null };
  const devices = answer.data.devices?.map((device) => ({
    name: device.Name ?? device.DeviceID,
    deviceId: device.DeviceID,
    service: device.Service ?? '',
    problem: device.ConfigManagerErrorCode ?? 0,
  }));
  return { devices: devices ?? null, antivirus: answer.data.antivirus };
}
