import { tokens, utmState } from '../contexts.ts';
import { printed, printedInOem } from '../recorded-system.ts';
import { ia32, type Machine, registryOf, signatures, soundWindows, utms, windowsRecording } from './machine.ts';
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands. */
export const windows10ThirtyTwoBitDriver: Machine = {
  about: 'Windows 10 of a cashier: only the 32-bit Рутокен driver, КриптоПро beside it, JC-WebClient running',
  recording: windowsRecording({
    files: { [utms('rtPKCS11ECP.dll')]: ia32 },
    openPorts: [24_738],
    commands: {
      'whoami.exe /groups /fo csv /nh': printedInOem(windows.groups.cashier),
      [registryOf.providers]: printedInOem(
        windows.providers(
          'Crypto-Pro GOST R 34.10-2012 Cryptographic Service Provider',
          'Crypto-Pro GOST R 34.10-2012 Strong Cryptographic Service Provider',
          'Infotecs GOST 2012/512 Cryptographic Service Provider',
        ),
      ),
      [registryOf.programs]: printedInOem(
        windows.programs('SOFTWARE', ['{50F91F80-D397-437C-B0C8-62128DE3B55E}', 'КриптоПро CSP', '5.0.12998']),
      ),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender"],"devices":[{"Name":"Устройство чтения смарт-карт Microsoft Usbccid (WUDF)","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_0A89\\u0026PID_0030\\\\5\\u00261F2E3D4C\\u00260\\u00262","ConfigManagerErrorCode":0}]}\r\n',
      ),
      'powershell signatures': signatures([utms('rtPKCS11ECP.dll'), '2.18.0.0', 'Valid', 'Aktiv-Soft']),
    },
  }),
  context: { tokens: tokens([], []), utm: utmState('silent') },
  findings: {
    ...soundWindows,
    'vendor-libraries': 'bad wrong-bitness',
    token: 'waiting none-without-driver',
    readers: 'attention system-only',
    'integrity-checker': 'ok not-needed',
    administrator: 'info another-person',
    'crypto-providers': 'info found',
    'portal-components': 'info found',
  },
  values: {
    'vendor-libraries': { file: utms('rtPKCS11ECP.dll'), product: 'Драйверы Рутокен', found: 32, needed: 64 },
    'crypto-providers': { names: 'КриптоПро CSP 5.0.12998, ViPNet CSP' },
    'driver-publisher': { files: 'rtPKCS11ECP.dll 2.18.0.0 (Aktiv-Soft)' },
    'portal-components': { names: 'JC-WebClient' },
  },
};
