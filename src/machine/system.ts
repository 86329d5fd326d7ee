/** The outcome of a command. A program that does not exist is `exitCode: null` with `missing: true`. */
export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly missing: boolean;
  readonly timedOut: boolean;
}

/**
 * The computer as the probes see it. Everything a probe learns comes through here, so that recorded outputs of real
 * machines, and the computer of practice mode, can stand in for it. No method throws for an absence.
 */
export interface System {
  readonly platform: 'win32' | 'linux' | 'darwin';
  readonly architecture: string;
  /** `os.release()`, `os.version()`. */
  readonly osRelease: string;
  readonly osVersion: string;
  environment(name: string): string | undefined;
  /** Runs a program without a shell. Default limit 10 s. Output is decoded (cp866 on Russian Windows, else UTF-8). */
  run(program: string, args: readonly string[], limitMs?: number): Promise<CommandOutcome>;
  /** First `maxBytes` of a file, `null` when it cannot be read. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array | null>;
  exists(path: string): Promise<boolean>;
  list(folder: string): Promise<readonly string[]>;
  /** Who answers on a TCP port of the loopback interface. */
  connects(port: number, limitMs?: number): Promise<boolean>;
  /** `Date` header of an HTTP answer and the moment it came; `null` when nothing answers in time. */
  httpDate(url: string, limitMs?: number): Promise<{ readonly header: string; readonly receivedAt: number } | null>;
  now(): number;
}
