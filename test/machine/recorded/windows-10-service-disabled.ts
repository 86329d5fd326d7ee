import { library, tokens, utmState } from '../contexts.ts';
import { noSuchProgram, printed } from '../recorded-system.ts';
import { jacartaFiles, type Machine, own, registryOf, signatures, soundWindows, windowsRecording } from './machine.ts';
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands, in the English Windows prints. */
export const windows10ServiceDisabled: Machine = {
  about: 'Windows 10, English: the smart card service was switched off by a “speed up” program',
  recording: windowsRecording({
    files: jacartaFiles,
    commands: {
      'sc.exe queryex SCardSvr': printed(windows.scStoppedEnglish),
      'sc.exe qc SCardSvr': printed(windows.qcEnglish('4   DISABLED')),
      'sc.exe query Transport': printed(windows.scAbsentEnglish, 1060),
      'sc.exe qc Transport': printed(windows.scAbsentEnglish, 1060),
      'netsh.exe winhttp show proxy': printed(
        '\r\nCurrent WinHTTP proxy settings:\r\n\r\n    Direct access (no proxy server).\r\n\r\n',
      ),
      [registryOf.services]: printed('End of search: 0 match(es) found.\r\n', 1),
      // Windows Management Instrumentation was switched off by the same program, and PowerShell tells so.
      'powershell devices': printed('{"antivirus":null,"devices":null}\r\n'),
      'powershell signatures': signatures([own('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC']),
      'netstat.exe -ano -p TCP': noSuchProgram,
    },
  }),
  context: { tokens: tokens([], [library(own('jcPKCS11-2.dll'))]), utm: utmState('silent') },
  findings: { ...soundWindows, 'smart-card-service': 'bad disabled', readers: 'info unknown' },
};
