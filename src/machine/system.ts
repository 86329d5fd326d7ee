/** The outcome of a command. A program that does not exist is `exitCode: null` with `missing: true`. */
export interface CommandOutcome {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly missing: boolean;
  readonly timedOut: boolean;
}

/** The end of a file. */
export interface FileTail {
  readonly bytes: Uint8Array;
  /** The file is no longer than what was asked for: nothing is cut off before the bytes. */
  readonly whole: boolean;
  /** When it was written last, ms since 1970. */
  readonly modifiedAt: number;
}

/**
 * The computer as the probes see it. Everything a probe learns comes through here, so that recorded outputs of real
 * machines, and the computer of practice mode, can stand in for it. No method throws for an absence, and none changes
 * anything.
 */
export interface System {
  readonly platform: 'win32' | 'linux' | 'darwin';
  readonly architecture: string;
  /** `os.release()`, `os.version()`. */
  readonly osRelease: string;
  readonly osVersion: string;
  /** Bytes of memory that the system may use. */
  readonly totalMemory: number;
  environment(name: string): string | undefined;
  /**
   * Runs a program without a shell. Default limit 10 s. Output is decoded (UTF-8, else the code pages of Russian
   * Windows). On Windows a bare name means the program of that name in System32, never one found along the way.
   */
  run(program: string, args: readonly string[], limitMs?: number): Promise<CommandOutcome>;
  /** First `maxBytes` of a file, `null` when it cannot be read. */
  readBytes(path: string, maxBytes: number): Promise<Uint8Array | null>;
  /** Last `maxBytes` of an ordinary file, however long it is; `null` when it cannot be read. */
  readTail(path: string, maxBytes: number): Promise<FileTail | null>;
  exists(path: string): Promise<boolean>;
  list(folder: string): Promise<readonly string[]>;
  /** Bytes an ordinary program may still write to the disk of this folder; `null` when that is not told. */
  freeSpace(folder: string): Promise<number | null>;
  /** Whether anything accepts connections on a TCP port of the loopback interface. */
  connects(port: number, limitMs?: number): Promise<boolean>;
  /**
   * `Date` header of the first HTTP answer, redirects not followed, and the moment it came (ms since 1970). `header`
   * is empty when the answer has none; `null` when nothing answers in time.
   */
  httpDate(url: string, limitMs?: number): Promise<{ readonly header: string; readonly receivedAt: number } | null>;
  /**
   * Who issued the certificate that a server shows on port 443, trusted or not: the issuer's common name, else its
   * organisation. `null` when no certificate comes in time. Nothing is sent to the server.
   */
  tlsIssuer(host: string, limitMs?: number): Promise<string | null>;
  now(): number;
}
