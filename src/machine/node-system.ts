import { access, open, readdir, statfs } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { release, totalmem, version } from 'node:os';
import { fill, readFileTail } from './file-bytes.ts';
import { acceptsConnections } from './loopback.ts';
import { runProgram } from './run-program.ts';
import type { System } from './system.ts';
import { readTlsIssuer } from './tls-issuer.ts';

const httpLimit = 5_000;
const httpsPort = 443;

const platformOf = (platform: NodeJS.Platform): System['platform'] =>
  platform === 'win32' || platform === 'darwin' ? platform : 'linux';

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
  run: (program, args, limitMs) => runProgram(program, args, { limitMs }),
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
