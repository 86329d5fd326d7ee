import { tokens, utmState } from '../contexts.ts';
import { printed, printedInOem } from '../recorded-system.ts';
import { type Machine, soundWindows, windowsRecording } from './machine.ts';
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands. A device of unknown make has the problem code 28. */
export const windows10NewShop: Machine = {
  about: 'Windows 10 out of the box: a JaCarta is in, no driver, no UTM, the smart card service still asleep',
  recording: windowsRecording({
    commands: {
      'sc.exe queryex SCardSvr': printedInOem(windows.scStopped),
      'sc.exe qc SCardSvr': printedInOem(windows.qc('3   DEMAND_START')),
      // One device comes as an object in some versions of PowerShell, and a class may be empty.
      'powershell devices': printed(
        '{"antivirus":"Windows Defender","devices":{"Name":"JaCarta","PNPClass":null,"Service":null,"DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\5\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":28}}\r\n',
      ),
    },
  }),
  context: { tokens: tokens([], []), utm: utmState('silent') },
  findings: {
    ...soundWindows,
    'smart-card-service': 'info starts-with-token',
    'vendor-libraries': 'bad absent',
    token: 'waiting none-without-driver',
    readers: 'attention no-system-driver',
    'driver-publisher': 'info nothing',
    'integrity-checker': 'ok not-needed',
  },
  values: { readers: { name: 'JaCarta' } },
};
