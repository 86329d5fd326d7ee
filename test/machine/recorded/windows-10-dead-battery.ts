import { library, tokens, utmState } from '../contexts.ts';
import { printed, printedInOem } from '../recorded-system.ts';
import {
  jacartaFiles,
  type Machine,
  own,
  registryOf,
  signatures,
  soundWindows,
  utmCommands,
  windowsRecording,
} from './machine.ts';
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands. 0xffffff10 is −240 minutes: Moscow before October 2014. */
export const windows10DeadBattery: Machine = {
  about: 'Windows 10 whose clock fell back to 2019, its zone by the rules of 2011, never synchronised, little memory',
  recording: windowsRecording({
    files: jacartaFiles,
    now: Date.UTC(2019, 0, 1, 0, 3, 11),
    totalMemory: 1.5 * 1024 ** 3,
    commands: {
      ...utmCommands('1  STOPPED'),
      'sc.exe qc W32Time': printedInOem(windows.qc('4   DISABLED')),
      [registryOf.timeZone]: printedInOem(windows.timeZone('Russian Standard Time', '0xffffff10')),
      'powershell devices': printed('{"antivirus":["Windows Defender"],"devices":[]}\r\n'),
      'powershell signatures': signatures([own('jcPKCS11-2.dll'), '2.9.0.3113', 'UnknownError', 'Aladdin R.D. JSC']),
    },
  }),
  context: { tokens: tokens([], [library(own('jcPKCS11-2.dll'))]), utm: utmState('silent') },
  findings: {
    ...soundWindows,
    clock: 'bad behind-days',
    'utm-port': 'ok free',
    utm: 'attention stopped',
    'driver-publisher': 'attention untrusted',
    'time-zone': 'attention old-rules',
    memory: 'attention little',
  },
  values: {
    clock: { days: 2617 },
    'time-zone': { found: 'UTC+4', needed: 'UTC+3' },
    memory: { gigabytes: 1.5 },
    'driver-publisher': { files: 'jcPKCS11-2.dll' },
  },
};
