import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the site behaves towards one request; what is not said is as a good site does. */
export interface Manner {
  /** The connection falls after so many bytes of the body. */
  readonly cutAfter?: number;
  /** Nothing more comes after so many bytes of the body. */
  readonly silentAfter?: number;
  readonly status?: number;
  /** In place of the true ones; `null`: not sent. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: Buffer;
  readonly ignoresRange?: boolean;
  /** No answer at all. */
  readonly mute?: boolean;
}

export interface ArchiveServer {
  readonly url: URL;
  readonly requests: readonly IncomingMessage[];
  /** What is served, and the manner of the next requests; the last one stays. */
  serve(content: Buffer, etag: string, ...manners: readonly Manner[]): void;
  close(): Promise<void>;
}

const lastModified = 'Fri, 18 Sep 2026 10:00:00 GMT';

interface Served {
  readonly content: Buffer;
  readonly etag: string;
}

/** Bytes from which the client wants the file, by RFC 9110, 14.2; 0 where the file is another one now. */
function rangeStart({ headers }: IncomingMessage, { etag }: Served): number {
  const [, start] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? [];
  return start !== undefined && [etag, lastModified].includes(String(headers['if-range'])) ? Number(start) : 0;
}

function answer(request: IncomingMessage, response: ServerResponse, served: Served, manner: Manner): void {
  if (manner.mute) return;
  const { content } = served;
  const start = manner.ignoresRange ? 0 : rangeStart(request, served);
  const body = manner.body ?? content.subarray(start);
  const headers: Record<string, string | null> = {
    'content-type': 'application/zip',
    'content-length': String(body.length),
    'last-modified': lastModified,
    etag: served.etag,
    'content-range': start > 0 ? `bytes ${start}-${content.length - 1}/${content.length}` : null,
    ...manner.headers,
  };
  const sent = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value] as const]));
  response.writeHead(manner.status ?? (start > 0 ? 206 : 200), Object.fromEntries(sent));
  const limit = manner.cutAfter ?? manner.silentAfter;
  if (limit === undefined) {
    response.end(body);
    return;
  }
  response.write(body.subarray(0, limit), () => {
    if (manner.cutAfter !== undefined) response.destroy();
  });
  if (limit === 0 && manner.cutAfter !== undefined) response.flushHeaders();
}

/** A site on this computer that gives one file in parts, as far as its manner lets it. */
export async function archiveServer(): Promise<ArchiveServer> {
  let served: Served = { content: Buffer.alloc(0), etag: '' };
  let manners: readonly Manner[] = [];
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    const [manner = {}, ...rest] = manners;
    if (rest.length > 0) manners = rest;
    answer(request, response, served, manner);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/dist/utm.zip`),
    requests,
    serve(content, etag, ...given) {
      served = { content, etag };
      manners = given;
      requests.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
