import { z } from 'zod';
import { decodeConsoleText } from '../../../src/machine/console-text.ts';
import { readNetstatHolder, readSsHolder, readTasklistProgram } from '../../../src/machine/outputs/listening-ports.ts';
import { readOsRelease } from '../../../src/machine/outputs/os-release.ts';
import { readPackages } from '../../../src/machine/outputs/packages.ts';
import { readBaseFolder, readProfile } from '../../../src/machine/outputs/procrun.ts';
import { readProperties } from '../../../src/machine/outputs/properties.ts';
import { readWinHttpProxy } from '../../../src/machine/outputs/proxy.ts';
import { readPcscReaders } from '../../../src/machine/outputs/readers.ts';
import { readRegistry } from '../../../src/machine/outputs/registry.ts';
import { readServiceStart, readServiceState } from '../../../src/machine/outputs/service-control.ts';
import { readSupervisorConfig, readSupervisorStates } from '../../../src/machine/outputs/supervisor.ts';
import { readUnixIdentity, readWindowsGroups } from '../../../src/machine/outputs/user-rights.ts';
import { readWebPort } from '../../../src/machine/outputs/web-port.ts';
import { findWindowsDevices } from '../../../src/machine/questions/windows-devices.ts';
import { readWindowsSignatures } from '../../../src/machine/questions/windows-signatures.ts';
import type { System } from '../../../src/machine/system.ts';
import { readExecutableFormat } from '../../../src/shared/executable-format.ts';
import * as linux from '../../machine/recorded/outputs/linux.ts';
import * as windows from '../../machine/recorded/outputs/windows.ts';
import { printed, recordedSystem } from '../../machine/recorded-system.ts';
import { elfLibrary, machOLibrary, peLibrary, universalMachO } from '../../support/executable-headers.ts';
import { jsonTexts, nonEmpty, texts } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';

/** Reads what a program printed, by way of the decoding that every output goes through. */
const output = <A>(row: {
  readonly name: string;
  readonly printed: readonly string[];
  readonly read: (text: string) => A;
  readonly answer: z.ZodType;
  readonly understood: (answer: A) => boolean;
}): Parser =>
  parser({
    name: row.name,
    shape: 'text',
    corpus: () => texts(...row.printed),
    share: 10,
    run: (input) => row.read(decodeConsoleText(input)),
    answer: row.answer,
    understood: row.understood,
  });

const line = z.string().regex(/^[^\n]*$/);
const strings = z.map(z.string(), z.string());

const outputs: readonly Parser[] = [
  output({
    name: 'service-state',
    printed: [windows.scRunning, windows.scStopped, windows.scRunningTranslated, windows.scPerUser, windows.scAbsent],
    read: (text) => readServiceState(printed(text)),
    answer: z.enum(['running', 'starting', 'stopped', 'absent', 'unknown']),
    understood: (state) => state !== 'unknown',
  }),
  output({
    name: 'service-start',
    printed: [windows.qc('2   AUTO_START'), windows.qc('4   DISABLED')],
    read: (text) => readServiceStart(printed(text)),
    answer: z.enum(['automatic', 'manual', 'disabled', 'unknown']),
    understood: (start) => start !== 'unknown',
  }),
  output({
    name: 'supervisor',
    printed: ['utm                              RUNNING   pid 1423, uptime 1:02:03\n', 'utm2   FATAL   Exited\n'],
    read: readSupervisorStates,
    answer: strings,
    understood: (states) => states.size > 0,
  }),
  output({
    name: 'supervisor-config',
    printed: [
      '[program:utm]\ncommand=/opt/utm/jre/bin/java -Dbasedir=/opt/utm/transport -jar a.jar\ndirectory=/opt/utm\n',
      '[program:utm2]\r\ncommand=/opt/utm2/transport/bin/run.sh\r\n[program:other]\ndirectory=/srv\n',
    ],
    read: readSupervisorConfig,
    answer: z.map(line, line.nullable()),
    understood: (programs) => programs.size > 0,
  }),
  output({
    name: 'procrun-options',
    printed: ['-Xmx512m\\0-Dbasedir=D:\\УТМ\\transporter\\0-Dspring.profiles.active=prod'],
    read: (text) => ({ folder: readBaseFolder(text), profile: readProfile(text) }),
    answer: z.object({ folder: line.nullable(), profile: line.nullable() }),
    understood: ({ folder, profile }) => folder !== null && profile === 'prod',
  }),
  output({
    name: 'netstat',
    printed: [windows.netstat, windows.netstat.replaceAll('LISTENING', 'ПРОСЛУШИВАНИЕ')],
    read: (text) => readNetstatHolder(text, 8080),
    answer: z.number().refine(Number.isInteger).nullable(),
    understood: (pid) => pid === 31664,
  }),
  output({
    name: 'tasklist',
    printed: [windows.tasklist('Касса.exe', 31664), windows.tasklist('a""b.exe', 31664)],
    read: (text) => readTasklistProgram(text, 31664),
    answer: line.nullable(),
    understood: (program) => program !== null,
  }),
  output({
    name: 'ss',
    printed: [linux.ss],
    read: (text) => readSsHolder(text, 8080),
    answer: z.object({ program: line, pid: z.number() }).nullable(),
    understood: (holder) => holder !== null,
  }),
  output({
    name: 'os-release',
    printed: [linux.debian12, linux.astra17, linux.alt11, linux.redos8],
    read: readOsRelease,
    answer: strings,
    understood: (values) => values.size > 3,
  }),
  output({
    name: 'packages',
    printed: [
      'pcscd\t1.9.9-2\tinstalled\tLudovic\npcsc-tools\t1.6.2\tconfig-files\tLudovic\n',
      'utm\t4.2.0-1\tinstalled\t\n',
    ],
    read: readPackages,
    answer: z.array(z.object({ name: z.string(), version: z.string(), state: z.string(), maintainer: z.string() })),
    understood: (packages) => packages.length > 0,
  }),
  output({
    name: 'properties',
    printed: [
      'LoadState=loaded\nActiveState=active\nUnitFileState=enabled\n',
      'Id=a.socket\n\nId=b.service\nSubState=dead\n',
    ],
    read: readProperties,
    answer: z.array(strings),
    understood: (objects) => objects.length > 0,
  }),
  output({
    name: 'winhttp-proxy',
    printed: [
      '\r\nТекущие параметры прокси-сервера WinHTTP:\r\n\r\n    Прокси-серверы:  proxy.example:3128\r\n    Список обхода     :  (нет)\r\n',
    ],
    read: readWinHttpProxy,
    answer: z.string().nullable(),
    understood: (proxy) => proxy !== null,
  }),
  output({
    name: 'pcsc-readers',
    printed: [
      '0: Aktiv Rutoken ECP 00 00\n1: Aladdin R.D. JaCarta 01 00\n',
      '\u001b[34mReader 0: Aktiv Rutoken lite\u001b[0m\n',
      'No reader found\n',
    ],
    read: readPcscReaders,
    answer: z.array(z.string()).nullable(),
    understood: (readers) => readers !== null,
  }),
  output({
    name: 'registry',
    printed: [
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Aktiv Co.\\Rutoken\r\n    (По умолчанию)    REG_SZ    (значение не задано)\r\n    Version    REG_SZ    4.2 1\r\n    Flags    REG_DWORD    0x1\r\n\r\n',
    ],
    read: readRegistry,
    answer: z.array(z.object({ path: z.string(), values: strings })),
    understood: (keys) => keys.length > 0,
  }),
  output({
    name: 'windows-groups',
    printed: [
      '"BUILTIN\\Администраторы","Псевдоним","S-1-5-32-544","Обязательная группа"\r\n"Метка","Метка","S-1-16-12288",""\r\n',
    ],
    read: readWindowsGroups,
    answer: z.object({ administrator: z.boolean(), elevated: z.boolean() }).nullable(),
    understood: (rights) => rights !== null,
  }),
  output({
    name: 'unix-identity',
    printed: ['uid=1000(kassa) gid=1000(kassa) groups=1000(kassa),27(sudo)\n'],
    read: readUnixIdentity,
    answer: z.object({ administrator: z.boolean(), elevated: z.boolean() }).nullable(),
    understood: (rights) => rights !== null,
  }),
];

/** A computer whose PowerShell answers the input, whatever it is asked. */
const answering = (input: Uint8Array): System => ({
  ...recordedSystem({}),
  run: async () => printed(decodeConsoleText(input)),
});

const device = {
  Name: 'Rutoken ECP',
  PNPClass: 'SmartCardReader',
  Service: 'WUDFRd',
  DeviceID: 'USB\\VID_0A89&PID_0030\\5&1',
  ConfigManagerErrorCode: 0,
};

const signature = {
  Path: 'C:\\Windows\\System32\\jcPKCS11-2.dll',
  Version: '2.8.0',
  Status: 'Valid',
  Signer: 'Aladdin R.D.',
};

const unknownDevices = JSON.stringify({ devices: null, antivirus: null });

const powershell: readonly Parser[] = [
  parser({
    name: 'powershell-devices',
    shape: 'json',
    corpus: () =>
      jsonTexts(
        { devices: [device, { ...device, Name: null, ConfigManagerErrorCode: 10 }], antivirus: ['Защитник Windows'] },
        { devices: device, antivirus: null },
      ),
    share: 10,
    run: (input) => findWindowsDevices(answering(input)),
    answer: z.object({
      devices: z
        .array(z.object({ name: z.string(), deviceId: z.string(), service: z.string(), problem: z.int() }))
        .nullable(),
      antivirus: z.array(z.string()).nullable(),
    }),
    understood: (answer) => JSON.stringify(answer) !== unknownDevices,
  }),
  parser({
    name: 'powershell-signatures',
    shape: 'json',
    corpus: () => jsonTexts([signature, { ...signature, Version: null, Signer: null, Status: 'NotSigned' }], signature),
    share: 10,
    run: (input) => readWindowsSignatures(answering(input), [signature.Path]),
    answer: z
      .array(
        z.object({
          path: z.string(),
          version: z.string().nullable(),
          status: z.string(),
          signer: z.string().nullable(),
        }),
      )
      .min(1)
      .nullable(),
    understood: (signatures) => signatures !== null,
  }),
];

export const machineParsers: readonly Parser[] = [
  parser({
    name: 'utm-web-port',
    shape: 'text',
    corpus: () => texts('# УТМ\nweb.server.port=18080\r\nproxy.host=\n', 'web.server.port : 8082'),
    share: 10,
    run: readWebPort,
    answer: z.int().nonnegative().nullable(),
    understood: (port) => port !== null,
  }),
  ...outputs,
  ...powershell,
  parser({
    name: 'executable-format',
    shape: 'bytes',
    corpus: () =>
      nonEmpty([
        peLibrary(0x8664),
        elfLibrary(2, 62),
        machOLibrary(0x01000007),
        universalMachO([0x01000007, 0x0100000c]),
      ]),
    share: 40,
    run: readExecutableFormat,
    answer: z.discriminatedUnion('kind', [
      z.object({
        kind: z.literal('library'),
        format: z.enum(['pe', 'elf', 'mach-o']),
        architectures: z.array(z.enum(['x64', 'ia32', 'arm64', 'arm', 'unknown'])).min(1),
      }),
      z.object({ kind: z.literal('not-a-library') }),
    ]),
    understood: ({ kind }) => kind === 'library',
  }),
];
