import { device, library, tokens, utmState } from '../contexts.ts';
import { printed, printedInOem } from '../recorded-system.ts';
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
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands. */
export const windows11Working: Machine = {
  about: 'Windows 11, Russian: JaCarta and a UTM that work',
  recording: windowsRecording({
    osRelease: '10.0.22631',
    osVersion: 'Windows 11 Pro',
    files: {
      ...jacartaFiles,
      'C:\\UTM\\transporter\\transportDB': '',
      'C:\\UTM\\transporter\\transportDB\\db.lck': '',
    },
    openPorts: [8080, 8192, 8193, 8194],
    commands: {
      ...utmCommands('4  RUNNING'),
      'netstat.exe -ano -p TCP': printedInOem(
        windows.listening(
          ['0.0.0.0:8080', 5128],
          ['127.0.0.1:8192', 5128],
          ['127.0.0.1:8193', 5244],
          ['127.0.0.1:8194', 6012],
        ),
      ),
      'tasklist.exe /FO CSV /NH': printedInOem(
        windows.tasks(['utm.exe', 5128], ['java.exe', 5244], ['javaw.exe', 6012]),
      ),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender"],"devices":[{"Name":"JaCarta Usbccid Smartcard Reader","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\5\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":0}]}\r\n',
      ),
      'powershell signatures': signatures(
        [own('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC'],
        [utms('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC'],
      ),
    },
  }),
  context: {
    tokens: tokens([device('JaCarta-2 SE', '6082028644721')], [library(own('jcPKCS11-2.dll'))]),
    utm: utmState('answering', 'working'),
  },
  findings: {
    ...soundWindows,
    token: 'ok one',
    'utm-port': 'ok held-by-utm',
    utm: 'ok working',
    readers: 'ok agreed',
    'utm-service-ports': 'ok held-by-utm',
  },
  values: {
    'operating-system': { name: 'Windows 11' },
    readers: { names: 'JaCarta Usbccid Smartcard Reader' },
    'driver-publisher': { files: 'jcPKCS11-2.dll 2.9.0.3113 (Aladdin R.D. JSC)' },
    'time-zone': { zone: 'UTC+3' },
    'tls-inspection': { issuer: 'Russian Trusted Sub CA' },
  },
};
