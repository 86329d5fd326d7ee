import type { MachineContext } from '../../../src/machine/check.ts';
import type { CommandOutcome } from '../../../src/machine/system.ts';
import type { CheckId, Finding } from '../../../src/shared/domain/finding.ts';
import { peLibrary } from '../../support/executable-headers.ts';
import { printed, printedInOem, type Recording } from '../recorded-system.ts';
import * as windows from './outputs/windows.ts';

/** A computer of a shop as its commands tell it, and what the checks must find on it. */
export interface Machine {
  readonly about: string;
  readonly recording: Recording;
  readonly context?: Partial<MachineContext>;
  /** Every check: its status and variant. */
  readonly findings: Readonly<Record<CheckId, `${Finding['status']} ${string}`>>;
  /** What must stand in the sentences. */
  readonly values?: Partial<Record<CheckId, Finding['values']>>;
}

export const own = (name: string): string => `C:\\Windows\\System32\\${name}`;
export const utms = (name: string): string => `C:\\Windows\\SysWOW64\\${name}`;
export const x64 = peLibrary(0x8664);
export const ia32 = peLibrary(0x014c);

export const jacartaFiles = {
  [own('jcPKCS11-2.dll')]: x64,
  [utms('jcPKCS11-2.dll')]: ia32,
};

/** One vendor's files as PowerShell tells of them: one line, ampersands escaped, as Windows PowerShell 5.1 writes. */
export const signatures = (
  ...files: readonly (readonly [path: string, version: string, status: string, signer: string | null])[]
) =>
  printed(`${JSON.stringify(files.map(([Path, Version, Status, Signer]) => ({ Status, Path, Version, Signer })))}\r\n`);

const now = Date.UTC(2026, 2, 2, 9, 30, 15);
const truth = new Date(now).toUTCString();

/** Sources of the clock, all in agreement. */
const trueDates = {
  'http://fsrar.gov.ru/': truth,
  'http://www.nalog.gov.ru/': truth,
  'http://ya.ru/': truth,
};

export const registryOf = {
  bios: 'reg.exe query HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS',
  timeZone: 'reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation',
  providers: 'reg.exe query HKLM\\SOFTWARE\\Microsoft\\Cryptography\\Defaults\\Provider',
  internetSettings: 'reg.exe query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings',
  programs: 'reg.exe query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall /s',
  programs32: 'reg.exe query HKLM\\SOFTWARE\\WOW6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall /s',
  services: 'reg.exe query HKLM\\SYSTEM\\CurrentControlSet\\Services /f Transport /k',
  fsrarCrypto:
    'reg.exe query HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Installer\\UserData\\S-1-5-18\\Products\\FCE9D6F0A960E344B95824553DE57D17\\InstallProperties',
} as const;

/** Commands of an ordinary Russian Windows without a UTM, in the code page of its console. */
const windowsCommands: Readonly<Record<string, CommandOutcome>> = {
  'sc.exe queryex SCardSvr': printedInOem(windows.scRunning),
  'sc.exe qc SCardSvr': printedInOem(windows.qc('2   AUTO_START')),
  'sc.exe qc W32Time': printedInOem(windows.qc('3   DEMAND_START')),
  'sc.exe query Transport': printedInOem(windows.scAbsent, 1060),
  'sc.exe qc Transport': printedInOem(windows.scAbsent, 1060),
  'whoami.exe /groups /fo csv /nh': printedInOem(windows.groups.administrator),
  'netsh.exe winhttp show proxy': printedInOem(windows.directWinHttp),
  'netstat.exe -ano -p TCP': printedInOem(windows.listening()),
  'tasklist.exe /FO CSV /NH': printedInOem(windows.tasks()),
  [registryOf.bios]: printedInOem(windows.bios('ASUSTeK COMPUTER INC.', 'PRIME H510M-K')),
  [registryOf.timeZone]: printedInOem(windows.timeZone('Russian Standard Time', '0xffffff4c')),
  [registryOf.providers]: printedInOem(windows.providers()),
  [registryOf.internetSettings]: printedInOem(windows.internetSettings('ProxyEnable    REG_DWORD    0x0')),
  [registryOf.programs]: printedInOem(windows.programs('SOFTWARE', ['7-Zip', '7-Zip 24.08 (x64)', '24.08'])),
};

/** Commands that tell of a UTM 4 whose service is in this state. */
export const utmCommands = (
  state: Parameters<typeof windows.service>[1],
  start = '2   AUTO_START',
): Readonly<Record<string, CommandOutcome>> => ({
  'sc.exe query Transport': printedInOem(windows.service('Transport', state)),
  'sc.exe qc Transport': printedInOem(windows.qc(start)),
  [registryOf.services]: printedInOem(windows.servicesNamed('Transport')),
  [registryOf.programs32]: printedInOem(
    windows.programs('SOFTWARE\\WOW6432Node', [
      '{1ACAD404-789B-48A4-9534-1F0026459389}_is1',
      'FSRAR UTM, версия 4',
      '4.2.0',
    ]),
  ),
});

/** What differs from a sound Windows 10 or 11 of a shop. */
export const windowsRecording = (differences: Recording): Recording => ({
  osRelease: '10.0.19045',
  osVersion: 'Windows 10 Pro',
  now: now + 500,
  dates: trueDates,
  issuers: { 'fsrar.gov.ru': 'Russian Trusted Sub CA' },
  freeSpace: { 'C:\\': 64 * 1024 ** 3 },
  ...differences,
  environment: {
    SystemRoot: 'C:\\Windows',
    SystemDrive: 'C:',
    SESSIONNAME: 'Console',
    ...differences.environment,
  },
  commands: { ...windowsCommands, ...differences.commands },
});

export const linuxRecording = (differences: Recording): Recording => ({
  platform: 'linux',
  osRelease: '6.1.0-28-amd64',
  osVersion: '#1 SMP PREEMPT_DYNAMIC',
  now: now + 500,
  dates: trueDates,
  issuers: { 'fsrar.gov.ru': 'Russian Trusted Sub CA' },
  freeSpace: { '/opt': 18 * 1024 ** 3 },
  ...differences,
});

/** Findings of a sound Windows with JaCarta and nothing plugged in. */
export const soundWindows: Machine['findings'] = {
  'operating-system': 'ok suitable',
  'smart-card-service': 'ok running',
  'vendor-libraries': 'ok jacarta',
  token: 'waiting none',
  clock: 'ok right',
  network: 'ok reachable',
  'utm-port': 'ok free-no-utm',
  utm: 'info absent',
  readers: 'info none',
  'driver-publisher': 'ok known',
  'integrity-checker': 'ok passed',
  'remote-session': 'ok local',
  'virtual-machine': 'ok physical',
  administrator: 'ok available',
  'time-zone': 'ok russian',
  'disk-space': 'ok enough',
  memory: 'ok enough',
  proxy: 'ok none',
  'tls-inspection': 'ok untouched',
  'crypto-providers': 'ok none',
  'utm-service-ports': 'ok free',
  'utm-remains': 'ok none',
  'portal-components': 'ok none',
};
