import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** A program on a loopback port that answers the first bytes of every connection as it likes; keeps what it was sent. */
export interface RawServer {
  readonly url: string;
  readonly requestLines: readonly string[];
  close(): Promise<void>;
}

export async function rawServer(answer: (socket: Socket, requestLine: string) => void): Promise<RawServer> {
  const sockets = new Set<Socket>();
  const requestLines: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (bytes) => {
      const line = bytes.toString('utf8').split('\r\n')[0] ?? '';
      requestLines.push(line);
      answer(socket, line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    requestLines,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** A whole HTTP answer. */
export const httpAnswer = (status: string, body: string | Buffer, headers: readonly string[] = []): Buffer =>
  Buffer.concat([
    Buffer.from([`HTTP/1.1 ${status}`, ...headers, `Content-Length: ${Buffer.byteLength(body)}`, '', ''].join('\r\n')),
    Buffer.from(body),
  ]);

/** A loopback address where nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = await rawServer(() => undefined);
  await server.close();
  return server.url;
}
