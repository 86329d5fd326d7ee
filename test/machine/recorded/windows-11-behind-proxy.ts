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
export const windows11BehindProxy: Machine = {
  about: 'Windows 11 in VirtualBox: a proxy, an antivirus that opens secure connections, a token passed on by hand',
  recording: windowsRecording({
    osRelease: '10.0.22631',
    files: jacartaFiles,
    dates: {},
    issuers: { 'fsrar.gov.ru': 'Kaspersky Anti-Virus Personal Root Certificate' },
    commands: {
      ...utmCommands('4  RUNNING'),
      [registryOf.bios]: printedInOem(windows.bios('innotek GmbH', 'VirtualBox')),
      [registryOf.internetSettings]: printedInOem(
        windows.internetSettings(
          'ProxyEnable    REG_DWORD    0x1',
          'ProxyServer    REG_SZ    http://kassa:secret@10.20.0.1:3128',
          'ProxyOverride    REG_SZ    *.local;<local>',
        ),
      ),
      'netsh.exe winhttp show proxy': printedInOem(windows.winHttpProxy('10.20.0.1:3128')),
      'powershell devices': printed(
        '{"antivirus":["Windows Defender","Kaspersky Small Office Security"],"devices":[{"Name":"JaCarta Usbccid Smartcard Reader","PNPClass":"SmartCardReader","Service":"WUDFRd","DeviceID":"USB\\\\VID_24DC\\u0026PID_0101\\\\5\\u00262C3A1B4D\\u00260\\u00261","ConfigManagerErrorCode":0}]}\r\n',
      ),
      'powershell signatures': signatures([own('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC']),
    },
  }),
  context: {
    tokens: tokens([device('JaCarta-2 SE', '6082028644721')], [library(own('jcPKCS11-2.dll'))]),
    utm: utmState('silent'),
  },
  findings: {
    ...soundWindows,
    token: 'ok one',
    clock: 'info unknown',
    network: 'info unreachable-past-proxy',
    'utm-port': 'ok free',
    utm: 'attention silent',
    readers: 'ok agreed',
    'virtual-machine': 'ok virtual-token-seen',
    proxy: 'info server',
    'tls-inspection': 'attention inspected',
  },
  values: {
    // The name and the password of the proxy stay out.
    proxy: { server: 'http://10.20.0.1:3128' },
    'tls-inspection': { issuer: 'Kaspersky Anti-Virus Personal Root Certificate' },
    'virtual-machine': { hardware: 'innotek GmbH VirtualBox' },
  },
};
