import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Exchange } from './service-contract.ts';

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

const textOf = async (message: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};

const plain = (headers: IncomingHttpHeaders): Exchange['requestHeaders'] =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]));

/** Hands every request on and keeps it with its answer; a connection that is cut on one side is cut on the other. */
const recordingWire = (target: () => number, exchanges: Exchange[]): Server =>
  createServer(async (incoming, outgoing) => {
    const { method = '', url: path = '/', headers } = incoming;
    const requestBody = await textOf(incoming);
    const onward = request({ host: '127.0.0.1', port: target(), method, path, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        outgoing.write(chunk);
      });
      answer.on('error', () => outgoing.destroy());
      answer.on('end', () => {
        outgoing.end();
        exchanges.push({
          method,
          path,
          requestHeaders: plain(headers),
          requestBody,
          status: answer.statusCode ?? 0,
          responseHeaders: plain(answer.headers),
          responseBody: Buffer.concat(chunks).toString('utf8'),
        });
      });
    });
    outgoing.on('close', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
    onward.end(requestBody);
  });

/** A stand-in service inside a test, behind a wire that keeps what goes over it. */
export interface ServedService {
  readonly url: string;
  /** Everything that went over the wire to its end, in order. */
  readonly exchanges: readonly Exchange[];
  /** Puts another service behind the wire, as one that was started anew. */
  replace(make: (origin: string) => Server): Promise<void>;
}

/** Folders and servers for the tests of one file; everything goes away after each. */
export function serviceGround() {
  const servers: Server[] = [];
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(
      servers.splice(0).map((server) => {
        server.closeAllConnections();
        return new Promise((resolve) => server.close(resolve));
      }),
    );
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder(): string {
      const folder = mkdtempSync(join(tmpdir(), 'service-'));
      folders.push(folder);
      return folder;
    },
    async serve(make: (origin: string) => Server): Promise<ServedService> {
      const exchanges: Exchange[] = [];
      let inner = 0;
      const wire = recordingWire(() => inner, exchanges);
      const url = `http://127.0.0.1:${await listen(wire)}`;
      servers.push(wire);
      const replace = async (next: (origin: string) => Server): Promise<void> => {
        const service = next(url);
        inner = await listen(service);
        servers.push(service);
      };
      await replace(make);
      return { url, exchanges, replace };
    },
  };
}
