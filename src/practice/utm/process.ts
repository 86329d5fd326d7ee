import { createServer, type Server } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { practiceScheme } from '../../token/library-discovery.ts';
import { loadPkcs11Library } from '../../token/pkcs11js-loader.ts';
import { openVirtualCryptoki } from '../virtual-token/virtual-cryptoki.ts';
import { type PracticeUtmNotice, readPracticeUtmArguments } from './arguments.ts';
import { createUtmServer } from './server.ts';
import { StandInUtm } from './stand-in-utm.ts';
import { UtmFolder } from './utm-folder.ts';

// Electron's utility process has a port to its parent where a forked Node process has a channel.
const parentPort = (process as { parentPort?: { postMessage(message: unknown): void } }).parentPort;

function tell(notice: PracticeUtmNotice): void {
  process.stdout.write(`${JSON.stringify(notice)}\n`);
  parentPort?.postMessage(notice);
  process.send?.(notice);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : port;
}

/** A port that is free now: one that must be known before anybody may listen on it. */
async function freePort(): Promise<number> {
  const probe = createServer();
  const port = await listen(probe, 0);
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

async function start(): Promise<void> {
  const { folder, library, port: wanted } = readPracticeUtmArguments(process.argv);
  const utmFolder = new UtmFolder(folder);
  const { listensAfterMs } = utmFolder.options();
  const port = wanted === 0 ? await freePort() : wanted;
  tell({ kind: 'starting', port });
  if (listensAfterMs === null) {
    // A service that never comes up still lives until its parent ends it.
    setInterval(() => undefined, 60_000);
    return;
  }
  await wait(listensAfterMs);
  const cryptoki = library.startsWith(practiceScheme)
    ? openVirtualCryptoki(library.slice(practiceScheme.length))
    : loadPkcs11Library(library);
  const utm = new StandInUtm(utmFolder, cryptoki);
  utm.signIn(utm.view(), false);
  await listen(createUtmServer(utm), port);
  tell({ kind: 'listening', port });
}

process.on('disconnect', () => process.exit(0));
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
