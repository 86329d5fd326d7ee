import { createCipheriv, createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { zipSync } from 'fflate/browser';
import { installerHead } from '../utm/installer.ts';

/** The build that the practice site has. */
const offeredBuild = '4.2.0-b2698';

/** Where its archive lies, below the address of the site. */
export const archivePath = '/opendata/dist/utm-4.2.0-windows.zip';

/** Enough for a person to see that something comes. */
const installerBytes = 6 * 1024 * 1024;
const pieceBytes = 128 * 1024;
const pieceMs = 30;

const lastModified = new Date(Date.UTC(2026, 8, 18, 10));

/** Bytes that a zip cannot make smaller, and that are the same each time, so that a download can be gone on with. */
const incompressible = (size: number): Buffer =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(size));

function archive(): Buffer {
  const installer = Buffer.concat([installerHead(offeredBuild), incompressible(installerBytes)]);
  return Buffer.from(zipSync({ [`silent-setup-${offeredBuild}.exe`]: [installer, { level: 0, mtime: lastModified }] }));
}

/** The agency's site refuses what does not look like a browser (docs/sources.md, UTM). */
const looksLikeBrowser = ({ headers }: IncomingMessage): boolean =>
  /^Mozilla\/5\.0 \(/.test(headers['user-agent'] ?? '');

/** Where the wanted part begins (RFC 9110, 14.2 and 13.1.5); 0: the whole is wanted; `null`: there is no such part. */
function partStart({ headers }: IncomingMessage, validators: readonly string[], length: number): number | null {
  const [, start] = /^bytes=(\d{1,15})-$/.exec(headers.range ?? '') ?? [];
  const condition = headers['if-range'];
  if (start === undefined || (condition !== undefined && !validators.includes(String(condition)))) return 0;
  return Number(start) < length ? Number(start) : null;
}

/** At the pace of a network: all at once, nobody would see it come. */
async function sendSlowly(response: ServerResponse, body: Buffer): Promise<void> {
  for (let at = 0; at < body.length && !response.destroyed; at += pieceBytes) {
    response.write(body.subarray(at, at + pieceBytes));
    await wait(pieceMs);
  }
  response.end();
}

/** A site that has one file, as the agency's has it: by ranges, and for browsers alone. */
export function createDownloadSite(): Server {
  const content = archive();
  const etag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
  const modified = lastModified.toUTCString();
  const refuse = (response: ServerResponse, status: number): void => {
    response.writeHead(status, { 'content-type': 'text/html', 'content-length': 0 }).end();
  };
  return createServer((request, response) => {
    if (!looksLikeBrowser(request)) return refuse(response, 403);
    if (new URL(request.url ?? '/', 'http://site').pathname !== archivePath) return refuse(response, 404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
    const start = partStart(request, [etag, modified], content.length);
    if (start === null) return refuse(response, 416);
    const headers = {
      'content-type': 'application/zip',
      'content-length': content.length - start,
      'last-modified': modified,
      etag,
      'accept-ranges': 'bytes',
      ...(start > 0 && { 'content-range': `bytes ${start}-${content.length - 1}/${content.length}` }),
    };
    response.writeHead(start > 0 ? 206 : 200, headers);
    if (request.method === 'HEAD') response.end();
    else void sendSlowly(response, content.subarray(start));
  });
}
