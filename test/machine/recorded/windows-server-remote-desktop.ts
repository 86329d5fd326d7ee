import { library, tokens, utmState } from '../contexts.ts';
import { printed, printedInOem } from '../recorded-system.ts';
import { jacartaFiles, type Machine, own, registryOf, signatures, soundWindows, windowsRecording } from './machine.ts';
import * as windows from './outputs/windows.ts';

/** Reconstructed from the documented forms of the commands. A server has no SecurityCenter2. */
export const windowsServerRemoteDesktop: Machine = {
  about: 'Windows Server 2019 on Hyper-V, reached by Remote Desktop with administrator rights; the UTM is elsewhere',
  recording: windowsRecording({
    osRelease: '10.0.17763',
    osVersion: 'Windows Server 2019 Standard',
    environment: { SESSIONNAME: 'RDP-Tcp#0' },
    files: jacartaFiles,
    commands: {
      'whoami.exe /groups /fo csv /nh': printed(windows.groups.elevated),
      [registryOf.bios]: printedInOem(windows.bios('Microsoft Corporation', 'Virtual Machine')),
      'powershell devices': printed('{"antivirus":null,"devices":[]}\r\n'),
      'powershell signatures': signatures([own('jcPKCS11-2.dll'), '2.9.0.3113', 'Valid', 'Aladdin R.D. JSC']),
    },
  }),
  context: {
    tokens: tokens([], [library(own('jcPKCS11-2.dll'))]),
    utm: utmState('silent', 'silent', 'http://192.168.0.20:8080'),
    utmUrl: 'http://192.168.0.20:8080',
  },
  findings: {
    ...soundWindows,
    'utm-port': 'info elsewhere',
    utm: 'attention elsewhere-silent',
    'remote-session': 'attention desktop',
    'virtual-machine': 'attention virtual',
    administrator: 'info elevated',
    'utm-service-ports': 'ok elsewhere',
  },
  values: {
    'operating-system': { name: 'Windows Server 2019' },
    'virtual-machine': { hardware: 'Microsoft Corporation Virtual Machine' },
    utm: { url: 'http://192.168.0.20:8080' },
  },
};
