import { execFile } from 'node:child_process';
import { access, open, readdir, statfs } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { release, totalmem, version } from 'node:os';
import { win32 } from 'node:path';
import { decodeConsoleText } from './console-text.ts';
import { fill, readFileTail } from './file-bytes.ts';
import { acceptsConnections } from './loopback.ts';
import type { CommandOutcome, System } from './system.ts';
import { readTlsIssuer } from './tls-issuer.ts';

const commandLimit = 10_000;
const httpLimit = 5_000;
const httpsPort = 443;
const outputLimit = 8 * 1024 * 1024;

const platformOf = (platform: NodeJS.Platform): System['platform'] =>
  platform === 'win32' || platform === 'darwin' ? platform : 'linux';

/** A bare name is looked up by Windows in the current folder first, where anyone may have put a program. */
const programPath = (program: string): string =>
  process.platform === 'win32' && !/[\\/]/.test(program)
    ? win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', program)
    : program;

function run(program: string, args: readonly string[], limitMs = commandLimit): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    execFile(
      programPath(program),
      [...args],
      { encoding: 'buffer', timeout: limitMs, maxBuffer: outputLimit, windowsHide: true, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const code = error?.code;
        resolve({
          exitCode: error === null ? 0 : typeof code === 'number' ? code : null,
          stdout: decodeConsoleText(stdout),
          stderr: decodeConsoleText(stderr),
          missing: code === 'ENOENT',
          timedOut: error?.killed === true && code !== 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER',
        });
      },
    );
  });
}

async function readBytes(path: string, maxBytes: number): Promise<Uint8Array | null> {
  try {
    const file = await open(path, 'r');
    try {
      return await fill(file, maxBytes, 0);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}

function httpDate(url: string, limitMs = httpLimit): ReturnType<System['httpDate']> {
  return new Promise((resolve) => {
    const send = url.startsWith('https:') ? httpsRequest : httpRequest;
    const request = send(url, { method: 'HEAD', agent: false, signal: AbortSignal.timeout(limitMs) }, (response) => {
      resolve({ header: response.headers.date ?? '', receivedAt: Date.now() });
      request.destroy();
    });
    request.on('error', () => resolve(null));
    request.end();
  });
}

async function freeSpace(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

const succeeds = (promise: Promise<unknown>): Promise<boolean> =>
  promise.then(
    () => true,
    () => false,
  );

/** The computer this process runs on. */
export const createNodeSystem = (): System => ({
  platform: platformOf(process.platform),
  architecture: process.arch,
  osRelease: release(),
  osVersion: version(),
  totalMemory: totalmem(),
  environment: (name) => process.env[name],
  run,
  readBytes,
  readTail: readFileTail,
  exists: (path) => succeeds(access(path)),
  list: (folder) => readdir(folder).catch(() => []),
  freeSpace,
  connects: acceptsConnections,
  httpDate,
  tlsIssuer: (host, limitMs = httpLimit) => readTlsIssuer(host, httpsPort, limitMs),
  now: () => Date.now(),
});
