import { existsSync } from 'node:fs';
import { open, readdir } from 'node:fs/promises';
import { fill, readFileTail } from '../machine/file-bytes.ts';
import { acceptsConnections } from '../machine/loopback.ts';
import type { CommandOutcome, System } from '../machine/system.ts';
import { filesOf } from './computers/files.ts';
import type { ComputerRecord } from './computers/records.ts';
import { registry, transportOptions, transportServices } from './computers/registry.ts';
import { localUtmPath } from './computers/utm-paths.ts';
import {
  connections,
  directAccess,
  serviceAbsent,
  serviceConfiguration,
  serviceRunning,
  serviceStopped,
  serviceStopping,
  tasks,
  unelevatedAdministrator,
} from './computers/windows-11.ts';
import { isRunning } from './utm/service-order.ts';
import { UtmFolder } from './utm/utm-folder.ts';

/** A UTM as its computer knows it. */
interface KnownUtm {
  readonly service: string;
  readonly folder: string;
  /** `null`: that of the stand-in UTM, which is seen by who listens. */
  readonly port: number | null;
  readonly running: boolean;
  /** It has not ended yet, whatever its service was told. */
  readonly isUp: boolean;
  readonly process: { readonly pid: number; readonly program: string };
}

const utmProcess = { pid: 5128, program: 'utm.exe' };

function knownUtms({ utmInstalled, utmServiceRunning, otherUtms }: ComputerRecord, isUp: boolean): readonly KnownUtm[] {
  const own: KnownUtm = {
    service: 'Transport',
    folder: 'C:\\UTM\\transporter',
    port: null,
    running: utmServiceRunning,
    isUp,
    process: utmProcess,
  };
  const others = otherUtms.map((utm, index) => ({
    ...utm,
    isUp: utm.running,
    process: { ...utmProcess, pid: utmProcess.pid + 4 * (index + 1) },
  }));
  return [...(utmInstalled ? [own] : []), ...others];
}

const gibibyte = 1024 ** 3;

/** Ports that have a meaning of their own on a shop's computer: what holds them here, in practice, is nobody. */
const recordedPorts = new Set([8192, 8193, 8194, 24_738]);

const outcome = (stdout: string, exitCode = 0): CommandOutcome => ({
  exitCode,
  stdout,
  stderr: '',
  missing: false,
  timedOut: false,
});

const missingProgram: CommandOutcome = { exitCode: null, stdout: '', stderr: '', missing: true, timedOut: false };

const noSuchService = 1060;
const noSuchKey = outcome('', 1);

function transportQuery({ service, running, isUp, process: { pid } }: KnownUtm): string {
  if (running) return serviceRunning(service, pid);
  return isUp ? serviceStopping(service, pid) : serviceStopped(service);
}

function serviceControl({ smartCardService }: ComputerRecord, utms: readonly KnownUtm[]) {
  return (action: string, service: string): CommandOutcome => {
    if (service === 'SCardSvr') {
      if (action === 'qc') return outcome(serviceConfiguration(service, smartCardService.start));
      return outcome(smartCardService.running ? serviceRunning(service, 1844) : serviceStopped(service));
    }
    if (service === 'W32Time') {
      return outcome(
        action === 'qc' ? serviceConfiguration(service, '3   DEMAND_START') : serviceRunning(service, 1356),
      );
    }
    const utm = utms.find((known) => known.service === service);
    if (utm === undefined) return outcome(serviceAbsent, noSuchService);
    return outcome(action === 'qc' ? serviceConfiguration(service, '2   AUTO_START') : transportQuery(utm));
  };
}

function registryQuery(utms: readonly KnownUtm[]) {
  return (key: string): CommandOutcome => {
    const [, service] = /\\(Transport\d*)\\Parameters\\Java$/.exec(key) ?? [];
    const utm = utms.find((known) => known.service === service);
    if (service !== undefined) return utm ? outcome(transportOptions(utm.service, utm.folder)) : noSuchKey;
    if (key.endsWith('\\Services')) {
      return utms.length === 0 ? noSuchKey : outcome(transportServices(utms.map((known) => known.service)));
    }
    const known = registry.find(([end]) => key.endsWith(end) && !key.includes('WOW6432Node'));
    return known ? outcome(known[1]) : noSuchKey;
  };
}

/** A row of Win32_PnPEntity for the reader of a token, under the names Windows and the vendor's driver give. */
const deviceOf = (reader: string) =>
  /jacarta/i.test(reader)
    ? { Name: 'JaCarta Usbccid Smartcard Reader', Service: 'WUDFRd', DeviceID: 'USB\\VID_24DC&PID_0101\\5&0&1' }
    : {
        Name: 'Устройство чтения смарт-карт Microsoft Usbccid (WUDF)',
        Service: 'WUDFRd',
        DeviceID: 'USB\\VID_0A89&PID_0030\\5&0&2',
      };

/** Windows PowerShell: it answers by what the script asks for. */
function powershell(script: string, readers: readonly string[] | null, files: ReadonlyMap<string, Uint8Array>) {
  if (script.includes('Win32_PnPEntity')) {
    const devices = readers?.map((reader) => ({
      ...deviceOf(reader),
      PNPClass: 'SmartCardReader',
      ConfigManagerErrorCode: 0,
    }));
    return outcome(JSON.stringify({ antivirus: ['Windows Defender'], devices: devices ?? null }));
  }
  const signed = [...script.matchAll(/-LiteralPath '([^']+)'; \$signer/g)].map(([, path = '']) => path);
  return outcome(
    JSON.stringify(
      signed
        .filter((path) => files.has(path.toLowerCase()))
        .map((path) => ({ Path: path, Version: '1.0.0.0', Status: 'Valid', Signer: 'Учебный издатель' })),
    ),
  );
}

async function readHead(path: string | null, maxBytes: number): Promise<Uint8Array | null> {
  const file = path === null ? null : await open(path).catch(() => null);
  if (file === null) return null;
  try {
    return await fill(file, maxBytes, 0);
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/**
 * The computer of practice mode. Its commands answer with recorded outputs and nothing leaves it for the network; only
 * loopback ports are real, because the stand-in UTM listens on one: a port that accepts is shown as held by the UTM.
 * `readers` names the readers of the practice tokens that are plugged in at the moment; without it the computer does
 * not tell. `utmFolder` is that of the stand-in UTM: its files are those of the UTM here.
 */
export function createPracticeSystem(options: {
  /** The computer as it is at the moment of a question. */
  readonly computer: () => ComputerRecord;
  readonly now: () => number;
  readonly readers?: () => readonly string[];
  readonly utmFolder?: string;
}): System {
  const { computer } = options;
  const files = () => filesOf(computer());
  const utmFolder = options.utmFolder ?? null;
  const local = utmFolder === null ? () => null : localUtmPath(utmFolder);
  const utms = () => knownUtms(computer(), utmFolder !== null && isRunning(new UtmFolder(utmFolder)));
  const heldPorts = new Set<number>();
  const now = () => options.now() + computer().clockAheadMs;
  const holder = () => computer().intruder ?? utmProcess;
  const others = () => utms().filter(({ port, running }) => port !== null && running);
  const listeners = () => [
    ...[...heldPorts].map((port) => ({ port, pid: holder().pid })),
    ...others().flatMap(({ port, process: { pid } }) => (port === null ? [] : [{ port, pid }])),
  ];

  const environment = new Map([
    ['SystemRoot', 'C:\\Windows'],
    ['SystemDrive', 'C:'],
    ['ProgramFiles', 'C:\\Program Files'],
    ['ProgramFiles(x86)', 'C:\\Program Files (x86)'],
    ['PROCESSOR_ARCHITECTURE', 'AMD64'],
  ]);

  const programs: Record<string, (args: readonly string[]) => CommandOutcome> = {
    'sc.exe': ([action = '', service = '']) => serviceControl(computer(), utms())(action, service),
    'reg.exe': ([, key = '']) => registryQuery(utms())(key),
    'netstat.exe': () => outcome(connections(listeners())),
    'tasklist.exe': () => outcome(tasks([...new Set([utmProcess, holder(), ...others().map((utm) => utm.process)])])),
    'whoami.exe': () => outcome(unelevatedAdministrator),
    'netsh.exe': () => outcome(directAccess),
    'powershell.exe': (args) =>
      powershell(args.at(-1) ?? '', computer().readers ?? options.readers?.() ?? null, files()),
  };

  return {
    platform: 'win32',
    architecture: 'x64',
    osRelease: '10.0.22631',
    osVersion: 'Windows 11 Pro',
    totalMemory: 8 * gibibyte,
    environment: (name) => (name === 'SESSIONNAME' ? computer().session : environment.get(name)),
    run: async (program, args) => programs[program.split('\\').at(-1) ?? '']?.(args) ?? missingProgram,
    readBytes: async (path, maxBytes) =>
      files().get(path.toLowerCase())?.slice(0, maxBytes) ?? readHead(local(path), maxBytes),
    readTail: async (path, maxBytes) => {
      const file = local(path);
      return file === null ? null : readFileTail(file, maxBytes);
    },
    exists: async (path) => files().has(path.toLowerCase()) || existsSync(local(path) ?? ''),
    list: async (folder) => readdir(local(folder) ?? '').catch(() => []),
    freeSpace: async () => 96 * gibibyte,
    connects: async (port, limitMs) => {
      if (recordedPorts.has(port)) return false;
      if (others().some((utm) => utm.port === port)) return true;
      const held = computer().intruder !== null || (await acceptsConnections(port, limitMs));
      if (held) heldPorts.add(port);
      else heldPorts.delete(port);
      return held;
    },
    httpDate: async () => ({ header: new Date(options.now()).toUTCString(), receivedAt: now() }),
    tlsIssuer: async () => 'Учебный удостоверяющий центр',
    now,
  };
}
