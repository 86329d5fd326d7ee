import { problem } from '../../../src/shared/problems/problem.ts';
import { library, tokens, utmState } from '../contexts.ts';
import { printed } from '../recorded-system.ts';
import {
  jacartaFiles,
  type Machine,
  own,
  signatures,
  soundWindows,
  utmCommands,
  utms,
  windowsRecording,
} from './machine.ts';

/** Reconstructed from the documented forms of the commands. 22 is the device manager's code of a disabled device. */
export const windows10AlteredDriver: Machine = {
  about: 'Windows 10 after an infection: the driver is changed and knows it, the reader disabled, the UTM fell',
  recording: windowsRecording({
    files: {
      ...jacartaFiles,
      'C:\\UTM\\transporter\\transportDB': '',
      'C:\\UTM\\transporter\\transportDB\\db.lck': '',
    },
    issuers: {},
    commands: {
      ...utmCommands('1  STOPPED', '4   DISABLED'),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender","ESET Endpoint Antivirus"],"devices":[{"Name":"JaCarta Usbccid Smartcard Reader","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\5\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":22}]}\r\n',
      ),
      'powershell signatures': signatures(
        [own('jcPKCS11-2.dll'), '2.9.0.3113', 'HashMismatch', 'Aladdin R.D. JSC'],
        [utms('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC'],
      ),
    },
  }),
  context: {
    tokens: tokens([], [{ ...library(own('jcPKCS11-2.dll'), 'failed'), problem: problem('TOKEN_LIBRARY_DAMAGED') }]),
    utm: utmState('silent'),
  },
  findings: {
    ...soundWindows,
    token: 'waiting none-driver-failed',
    'utm-port': 'ok free',
    utm: 'attention disabled',
    readers: 'attention disabled',
    'driver-publisher': 'bad altered',
    'integrity-checker': 'attention failed',
    'tls-inspection': 'info antivirus-unproven',
    'utm-remains': 'attention stale-lock',
  },
  values: {
    'driver-publisher': { files: 'jcPKCS11-2.dll' },
    'tls-inspection': { suspects: 'ESET Endpoint Antivirus' },
    'utm-remains': { file: 'C:\\UTM\\transporter\\transportDB\\db.lck' },
  },
};
