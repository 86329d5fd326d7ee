import type { Server } from 'node:http';
import { holdPort } from './held-port.ts';
import type { ServiceNotice } from './service-notice.ts';

// Electron's utility process has a port to its parent where a forked Node process has a channel.
const parentPort = (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort;

/** Tells whoever started this process how far its service is. */
export function tell(notice: ServiceNotice): void {
  process.stdout.write(`${JSON.stringify(notice)}\n`);
  parentPort?.postMessage(notice);
  process.send?.(notice);
}

/** Listens on the loopback interface. */
export async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** The port itself, or one of our own for 0: for a service whose port is known before anybody listens on it. */
export const portToBe = async (wanted: number): Promise<number> => (wanted === 0 ? holdPort() : wanted);

/** Runs the service of this process until its parent goes; what falls is written to standard error. */
export function runService(start: () => Promise<void>): void {
  process.on('disconnect', () => process.exit(0));
  start().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
}
