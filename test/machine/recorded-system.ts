import type { CommandOutcome, System } from '../../src/machine/system.ts';

export const printed = (stdout: string, exitCode = 0): CommandOutcome => ({
  exitCode,
  stdout,
  stderr: '',
  missing: false,
  timedOut: false,
});

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
  readonly openPorts?: readonly number[];
  /** Address → `Date` header; the answer comes at `now`. */
  readonly dates?: Readonly<Record<string, string>>;
  readonly now?: number;
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
    environment: (name) => recording.environment?.[name],
    run: async (program, args) => recording.commands?.[[program, ...args].join(' ')] ?? noSuchProgram,
    readBytes: async (path, maxBytes) => file(path)?.slice(0, maxBytes) ?? null,
    exists: async (path) => file(path) !== null,
    list: async () => [],
    connects: async (port) => recording.openPorts?.includes(port) ?? false,
    httpDate: async (url) => {
      const header = recording.dates?.[url];
      return header === undefined ? null : { header, receivedAt: now };
    },
    now: () => now,
  };
}
