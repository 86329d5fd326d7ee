import { device, library, tokens, utmState } from '../contexts.ts';
import { printed, printedInOem } from '../recorded-system.ts';
import { jacartaFiles, type Machine, own, signatures, soundWindows, utmCommands, windowsRecording } from './machine.ts';
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands. */
export const windows11PortTaken: Machine = {
  about: 'Windows 11: the shop’s own program holds the ports of the UTM, whose service is disabled',
  recording: windowsRecording({
    osRelease: '10.0.26100',
    files: jacartaFiles,
    openPorts: [8080, 8193],
    commands: {
      ...utmCommands('1  STOPPED', '4   DISABLED'),
      'netstat.exe -ano -p TCP': printedInOem(windows.listening(['0.0.0.0:8080', 3372], ['0.0.0.0:8193', 3380])),
      'tasklist.exe /FO CSV /NH': printedInOem(windows.tasks(['Касса 2.exe', 3372], ['BackOffice.exe', 3380])),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender"],"devices":[{"Name":"Microsoft Usbccid Smartcard Reader (WUDF)","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\7\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":0}]}\r\n',
      ),
      'powershell signatures': signatures([own('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC']),
    },
  }),
  context: {
    tokens: tokens([device('JaCarta-2 SE', '6082028644721')], [library(own('jcPKCS11-2.dll'))]),
    utm: utmState('other-program'),
  },
  findings: {
    ...soundWindows,
    token: 'ok one',
    readers: 'ok agreed',
    'utm-port': 'bad held-by-other',
    utm: 'attention other-program',
    'utm-service-ports': 'attention held-by-other',
  },
  values: {
    'utm-port': { port: 8080, program: 'Касса 2.exe' },
    'utm-service-ports': { ports: '8193', programs: 'BackOffice.exe' },
  },
};
