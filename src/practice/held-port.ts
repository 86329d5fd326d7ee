import { randomInt } from 'node:crypto';
import { createServer, type Server } from 'node:net';

/**
 * Below what any system gives out by itself: dynamic ports begin at 49152 (RFC 6335 §6), those of Linux at 32768
 * (`ip_local_port_range`).
 */
const firstPort = 21_000;
const ports = 1_000;

/** `null`: somebody is there already. */
const listenOn = (port: number): Promise<Server | null> =>
  new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

async function isFree(port: number): Promise<boolean> {
  const server = await listenOn(port);
  if (server === null) return false;
  await new Promise((resolve) => server.close(resolve));
  return true;
}

/**
 * A port that is this process's own as long as it lives, although nobody listens there yet and connections to it are
 * refused. Every port has a partner, a fixed distance above it; whoever listens on the partner has the port, and when
 * its process is gone, so is the claim.
 * @throws Error when no port is left
 */
export async function holdPort(): Promise<number> {
  const begin = randomInt(ports);
  for (let step = 0; step < ports; step += 1) {
    const port = firstPort + ((begin + step) % ports);
    const claim = await listenOn(port + ports);
    if (claim === null) continue;
    if (await isFree(port)) {
      claim.unref();
      return port;
    }
    claim.close();
  }
  throw new Error('No port is free');
}
