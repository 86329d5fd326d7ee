import { device, library, tokens, utmState } from '../contexts.ts';
import { printed } from '../recorded-system.ts';
import {
  ia32,
  jacartaFiles,
  type Machine,
  own,
  signatures,
  soundWindows,
  utmCommands,
  utms,
  windowsRecording,
  x64,
} from './machine.ts';

/** Reconstructed from the documented forms of the commands. */
export const windows11TwoTokens: Machine = {
  about: 'Windows 11 of a chain: JaCarta and Рутокен are in at once, the UTM starts',
  recording: windowsRecording({
    osRelease: '10.0.22631',
    files: { ...jacartaFiles, [own('rtPKCS11ECP.dll')]: x64, [utms('rtPKCS11ECP.dll')]: ia32 },
    commands: {
      ...utmCommands('2  START_PENDING'),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender"],"devices":[{"Name":"JaCarta Usbccid Smartcard Reader","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\5\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":0},{"Name":"Устройство чтения смарт-карт Microsoft Usbccid (WUDF)","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_0A89\\u0026PID_0030\\\\5\\u00261F2E3D4C\\u00260\\u00262","ConfigManagerErrorCode":0}]}\r\n',
      ),
      'powershell signatures': signatures(
        [own('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC'],
        [utms('jcPKCS11-2.dll'), '2.7.0.2800', 'Valid', 'Aladdin R.D. JSC'],
        [own('rtPKCS11ECP.dll'), '2.18.0.0', 'Valid', 'Aktiv-Soft'],
        [utms('rtPKCS11ECP.dll'), '2.18.0.0', 'Valid', 'Aktiv-Soft'],
      ),
    },
  }),
  context: {
    tokens: tokens(
      [device('JaCarta-2 SE', '6082028644721'), device('Рутокен ЭЦП 3.0', '0313210061')],
      [library(own('jcPKCS11-2.dll')), library(own('rtPKCS11ECP.dll'))],
    ),
    utm: utmState('silent'),
  },
  findings: {
    ...soundWindows,
    'vendor-libraries': 'ok installed',
    token: 'attention several',
    'utm-port': 'ok free',
    utm: 'info starting',
    readers: 'ok agreed',
  },
  values: {
    token: { names: 'JaCarta-2 SE …4721, Рутокен ЭЦП 3.0 …0061' },
    // Two copies of different versions are told apart.
    'driver-publisher': {
      files:
        'jcPKCS11-2.dll 2.9.0.3113 (Aladdin R.D. JSC), jcPKCS11-2.dll 2.7.0.2800 (Aladdin R.D. JSC), rtPKCS11ECP.dll 2.18.0.0 (Aktiv-Soft)',
    },
  },
};
