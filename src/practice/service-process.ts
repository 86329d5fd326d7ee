import { createServer, type Server } from 'node:http';
import type { ServiceNotice } from './service-notice.ts';

// Electron's utility process has a port to its parent where a forked Node process has a channel.
const parentPort = (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort;

/** Tells whoever started this process how far its service is. */
export function tell(notice: ServiceNotice): void {
  process.stdout.write(`${JSON.stringify(notice)}\n`);
  parentPort?.postMessage(notice);
  process.send?.(notice);
}

/** Listens on the loopback interface; answers the port, which is a free one when 0 is wanted. */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** The port itself, or one that is free now for 0: for a service whose port is known before anybody listens on it. */
export async function portToBe(wanted: number): Promise<number> {
  if (wanted !== 0) return wanted;
  const probe = createServer();
  const port = await listen(probe, 0);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Runs the service of this process until its parent goes; what falls is written to standard error. */
export function runService(start: () => Promise<void>): void {
  process.on('disconnect', () => process.exit(0));
  start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
}
