import { tokens, utmState } from '../contexts.ts';
import { noSuchProgram, printedInOem } from '../recorded-system.ts';
import { ia32, jacartaFiles, type Machine, own, registryOf, soundWindows, windowsRecording } from './machine.ts';
import * as windows from './outputs/windows.ts';

const scForbidden = windows.crlf(`[SC] OpenService: ошибка: 5:

Отказано в доступе.

`);

/** Reconstructed from the documented forms of the commands. PowerShell 2 knows no Get-CimInstance and prints an error. */
export const windows7Remains: Machine = {
  about: 'Windows 7: too old, the disk almost full, a UTM removed with its folder left, questions refused',
  recording: windowsRecording({
    osRelease: '6.1.7601',
    osVersion: 'Windows 7 Профессиональная',
    files: { ...jacartaFiles, [own('jcPKCS11-2.dll')]: ia32, 'C:\\UTM\\transporter\\transportDB': '' },
    freeSpace: { 'C:\\': 310 * 1024 ** 2 },
    dates: {},
    issuers: {},
    commands: {
      'sc.exe queryex SCardSvr': printedInOem(scForbidden, 5),
      'sc.exe qc SCardSvr': printedInOem(scForbidden, 5),
      'sc.exe qc W32Time': printedInOem(scForbidden, 5),
      'whoami.exe /groups /fo csv /nh': noSuchProgram,
      [registryOf.bios]: noSuchProgram,
      [registryOf.timeZone]: printedInOem('', 1),
      [registryOf.providers]: printedInOem('', 1),
      'powershell devices': printedInOem('Имя "ConvertTo-Json" не распознано как имя командлета.\r\n', 1),
    },
    environment: { SESSIONNAME: '' },
  }),
  context: { tokens: tokens([], []), utm: utmState('silent') },
  findings: {
    ...soundWindows,
    'operating-system': 'bad too-old',
    'smart-card-service': 'info unknown',
    'vendor-libraries': 'bad wrong-bitness',
    token: 'waiting none-without-driver',
    clock: 'info unknown',
    network: 'attention unreachable',
    readers: 'info unknown',
    'driver-publisher': 'info unknown',
    'integrity-checker': 'ok when-loaded',
    'remote-session': 'info unknown',
    'virtual-machine': 'info unknown',
    administrator: 'info unknown',
    'time-zone': 'info unknown',
    'disk-space': 'bad full',
    'tls-inspection': 'info unknown',
    'crypto-providers': 'info unknown',
    'utm-remains': 'attention files',
  },
  values: {
    'operating-system': { name: 'Windows 7' },
    'disk-space': { disk: 'C:', gigabytes: 0.3 },
    'utm-remains': { folder: 'C:\\UTM' },
  },
};
