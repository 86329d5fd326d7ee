import { decodeConsoleText } from '../../src/machine/console-text.ts';
import type { CommandOutcome, System } from '../../src/machine/system.ts';

export const printed = (stdout: string, exitCode = 0): CommandOutcome => ({
  exitCode,
  stdout,
  stderr: '',
  missing: false,
  timedOut: false,
});

const oemLetters = new Map(
  Array.from({ length: 128 }, (_, index) => index + 128).map((code) => [
    new TextDecoder('ibm866').decode(Uint8Array.of(code)),
    code,
  ]),
);

/** cp866, the code page that console programs of Russian Windows write: what it lacks becomes a question mark. */
const inOem = (text: string): Uint8Array =>
  Uint8Array.from([...text], (letter) =>
    letter < '\u0080' ? letter.charCodeAt(0) : (oemLetters.get(letter) ?? '?'.charCodeAt(0)),
  );

/** What a program of Russian Windows prints, through the code page and back. */
export const printedInOem = (stdout: string, exitCode = 0): CommandOutcome =>
  printed(decodeConsoleText(inOem(stdout)), exitCode);

export const noSuchProgram: CommandOutcome = { exitCode: null, stdout: '', stderr: '', missing: true, timedOut: false };

/** What was recorded of a computer: command lines with their outputs, files, ports, answers of servers. */
export interface Recording {
  readonly platform?: System['platform'];
  readonly architecture?: string;
  readonly osRelease?: string;
  readonly osVersion?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly commands?: Readonly<Record<string, CommandOutcome>>;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** File → when it was written last, ms since 1970; `now` unless it stands here. */
  readonly modified?: Readonly<Record<string, number>>;
  /** Folder → names in it. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  readonly totalMemory?: number;
  /** Folder → bytes free on its disk. */
  readonly freeSpace?: Readonly<Record<string, number>>;
  readonly openPorts?: readonly number[];
  /** Address → `Date` header; the answer comes at `now`. */
  readonly dates?: Readonly<Record<string, string>>;
  /** Host → issuer of the certificate it shows. */
  readonly issuers?: Readonly<Record<string, string>>;
  readonly now?: number;
}

/** The program and its arguments, as a recording names them; PowerShell by its name and the class it is asked for. */
function commandLine(program: string, args: readonly string[]): string {
  if (!program.endsWith('powershell.exe')) return [program, ...args].join(' ');
  return args.at(-1)?.includes('Win32_PnPEntity') ? 'powershell devices' : 'powershell signatures';
}

/** A `System` that plays a recording back. What was not recorded is absent. */
export function recordedSystem(recording: Recording): System {
  const file = (path: string): Uint8Array | null => {
    const content = recording.files?.[path];
    return content === undefined ? null : typeof content === 'string' ? new TextEncoder().encode(content) : content;
  };
  const now = recording.now ?? 0;
  return {
    platform: recording.platform ?? 'win32',
    architecture: recording.architecture ?? 'x64',
    osRelease: recording.osRelease ?? '10.0.19045',
    osVersion: recording.osVersion ?? 'Windows 10 Pro',
    totalMemory: recording.totalMemory ?? 8 * 1024 ** 3,
    environment: (name) => recording.environment?.[name],
    run: async (program, args) => recording.commands?.[commandLine(program, args)] ?? noSuchProgram,
    readBytes: async (path, maxBytes) => file(path)?.slice(0, maxBytes) ?? null,
    readTail: async (path, maxBytes) => {
      const bytes = file(path);
      if (bytes === null) return null;
      const modifiedAt = recording.modified?.[path] ?? now;
      return { bytes: bytes.slice(-maxBytes), whole: bytes.length <= maxBytes, modifiedAt };
    },
    exists: async (path) => file(path) !== null,
    list: async (folder) => recording.folders?.[folder] ?? [],
    freeSpace: async (folder) => recording.freeSpace?.[folder] ?? null,
    connects: async (port) => recording.openPorts?.includes(port) ?? false,
    httpDate: async (url) => {
      const header = recording.dates?.[url];
      return header === undefined ? null : { header, receivedAt: now };
    },
    tlsIssuer: async (host) => recording.issuers?.[host] ?? null,
    now: () => now,
  };
}
