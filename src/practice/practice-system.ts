import { acceptsConnections } from '../machine/loopback.ts';
import type { CommandOutcome, System } from '../machine/system.ts';
import {
  connections,
  noTask,
  serviceAbsent,
  serviceRunning,
  serviceStopped,
  smartCardConfiguration,
  task,
} from './computers/windows-11.ts';

/** The computers of practice mode: a shop's Windows 11, sound or with its smart card service switched off. */
export type PracticeComputer = 'healthy' | 'service-stopped';

const utmProcess = { pid: 5128, program: 'utm.exe' };

const environment = new Map([
  ['SystemRoot', 'C:\\Windows'],
  ['ProgramFiles', 'C:\\Program Files'],
  ['ProgramFiles(x86)', 'C:\\Program Files (x86)'],
  ['PROCESSOR_ARCHITECTURE', 'AMD64'],
]);

/** The least of a PE file that tells a library and its processor (Microsoft PE/COFF specification §3.3). */
function libraryHeader(machine: 0x8664 | 0x014c): Uint8Array {
  const header = new DataView(new ArrayBuffer(0x100));
  header.setUint16(0, 0x4d5a); // MZ
  header.setUint32(0x3c, 0x80, true);
  header.setUint32(0x80, 0x50450000); // PE\0\0
  header.setUint16(0x84, machine, true);
  header.setUint16(0x96, 0x2022, true); // DLL, executable, large addresses
  return new Uint8Array(header.buffer);
}

const libraryNames = ['jcPKCS11-2.dll', 'rtPKCS11ECP.dll'];

const files = new Map(
  libraryNames.flatMap((name) => [
    [`C:\\Windows\\System32\\${name}`.toLowerCase(), libraryHeader(0x8664)] as const,
    [`C:\\Windows\\SysWOW64\\${name}`.toLowerCase(), libraryHeader(0x014c)] as const,
  ]),
);

const outcome = (stdout: string, exitCode = 0): CommandOutcome => ({
  exitCode,
  stdout,
  stderr: '',
  missing: false,
  timedOut: false,
});

const missingProgram: CommandOutcome = { exitCode: null, stdout: '', stderr: '', missing: true, timedOut: false };

const noSuchService = 1060;

const smartCardServices: Record<PracticeComputer, { readonly state: string; readonly configuration: string }> = {
  healthy: {
    state: serviceRunning('SCardSvr', 1844),
    configuration: smartCardConfiguration('2   AUTO_START'),
  },
  'service-stopped': {
    state: serviceStopped('SCardSvr'),
    configuration: smartCardConfiguration('4   DISABLED'),
  },
};

/**
 * The computer of practice mode. Its commands answer with recorded outputs and nothing leaves it for the network; only
 * loopback ports are real, because the stand-in UTM listens on one: a port that accepts is shown as held by the UTM.
 */
export function createPracticeSystem(options: {
  readonly computer: PracticeComputer;
  readonly now: () => number;
}): System {
  const { now } = options;
  const smartCardService = smartCardServices[options.computer];
  const heldPorts = new Set<number>();

  const sc = (action: string, service: string): CommandOutcome => {
    if (service === 'SCardSvr') {
      return outcome(action === 'qc' ? smartCardService.configuration : smartCardService.state);
    }
    if (service === 'Transport' && action !== 'qc') return outcome(serviceRunning('Transport', utmProcess.pid));
    return outcome(serviceAbsent, noSuchService);
  };

  const programs: Record<string, (args: readonly string[]) => CommandOutcome> = {
    'sc.exe': ([action = '', service = '']) => sc(action, service),
    'netstat.exe': () => outcome(connections([...heldPorts].map((port) => ({ port, pid: utmProcess.pid })))),
    'tasklist.exe': (args) =>
      outcome(args.includes(`PID eq ${utmProcess.pid}`) ? task(utmProcess.program, utmProcess.pid) : noTask),
  };

  return {
    platform: 'win32',
    architecture: 'x64',
    osRelease: '10.0.22631',
    osVersion: 'Windows 11 Pro',
    environment: (name) => environment.get(name),
    run: async (program, args) => programs[program]?.(args) ?? missingProgram,
    readBytes: async (path, maxBytes) => files.get(path.toLowerCase())?.slice(0, maxBytes) ?? null,
    exists: async (path) => files.has(path.toLowerCase()),
    list: async () => [],
    connects: async (port, limitMs) => {
      const held = await acceptsConnections(port, limitMs);
      if (held) heldPorts.add(port);
      else heldPorts.delete(port);
      return held;
    },
    httpDate: async () => ({ header: new Date(now()).toUTCString(), receivedAt: now() }),
    now,
  };
}
