import { device, library, tokens, utmState } from '../contexts.ts';
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

/** Reconstructed from the documented forms of the commands. */
export const windows10OldUtm: Machine = {
  about: 'Windows 10 that has seen much: two UTMs, the answering one of version 3, the programs of the old portal',
  recording: windowsRecording({
    files: { ...jacartaFiles, 'C:\\UTM\\transporter': '' },
    openPorts: [8080, 24_738],
    commands: {
      ...utmCommands('4  RUNNING'),
      [registryOf.services]: printedInOem(windows.servicesNamed('NetBT_Transport', 'Transport', 'Transport2')),
      [registryOf.fsrarCrypto]: printedInOem(
        windows.crlf(`
HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products\\FCE9D6F0A960E344B95824553DE57D17\\InstallProperties
    DisplayName    REG_SZ    Фсрар-Крипто 2.00
    DisplayVersion    REG_SZ    2.00.0000

`),
      ),
      [registryOf.bios]: printedInOem(windows.bios('To Be Filled By O.E.M.', 'To Be Filled By O.E.M.')),
      'netstat.exe -ano -p TCP': printedInOem(windows.listening(['0.0.0.0:8080', 5128], ['127.0.0.1:24738', 2044])),
      'tasklist.exe /FO CSV /NH': printedInOem(windows.tasks(['utm.exe', 5128], ['JCWebClient.exe', 2044])),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender"],"devices":[{"Name":"JaCarta Usbccid Smartcard Reader","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\5\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":0}]}\r\n',
      ),
      'powershell signatures': signatures([own('jcPKCS11-2.dll'), '2.4.0.2946', 'NotSigned', null]),
    },
  }),
  context: {
    tokens: tokens([device('JaCarta-2 SE', '6082028644721')], [library(own('jcPKCS11-2.dll'))]),
    utm: { ...utmState('answering', 'outdated'), build: '3.0.8' },
  },
  findings: {
    ...soundWindows,
    token: 'ok one',
    'utm-port': 'ok held-by-utm',
    utm: 'attention outdated',
    readers: 'ok agreed',
    'driver-publisher': 'attention unsigned',
    'utm-remains': 'attention several',
    'portal-components': 'info found',
  },
  values: {
    utm: { build: '3.0.8' },
    'utm-remains': { services: 'Transport, Transport2' },
    'portal-components': { names: 'Фсрар-Крипто 2.00.0000, JC-WebClient' },
  },
};
