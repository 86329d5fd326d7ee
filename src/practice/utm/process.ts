import { setTimeout as wait } from 'node:timers/promises';
import { practiceScheme } from '../../token/library-discovery.ts';
import { loadPkcs11Library } from '../../token/pkcs11js-loader.ts';
import { listen, portToBe, runService, tell } from '../service-process.ts';
import { openVirtualCryptoki } from '../virtual-token/virtual-cryptoki.ts';
import { readPracticeUtmArguments } from './arguments.ts';
import { beginRun, goOnWithRun } from './run.ts';
import { createUtmServer } from './server.ts';
import { StandInUtm } from './stand-in-utm.ts';
import { UtmFolder } from './utm-folder.ts';

/** Milliseconds until it listens. A service that never comes up waits until somebody starts it, or ends it. */
async function whenStarted(folder: UtmFolder): Promise<number> {
  for (;;) {
    const { listensAfterMs } = folder.options();
    if (listensAfterMs !== null) return listensAfterMs;
    await wait(250);
  }
}

async function start(): Promise<void> {
  const { folder, library, port: wanted } = readPracticeUtmArguments(process.argv);
  const utmFolder = new UtmFolder(folder);
  const port = await portToBe(wanted);
  tell({ kind: 'starting', port });
  const listensAfterMs = await whenStarted(utmFolder);
  if (!beginRun(utmFolder)) {
    // A start that failed still lives until its parent ends it.
    setInterval(() => undefined, 60_000);
    return;
  }
  await wait(listensAfterMs);
  const cryptoki = library.startsWith(practiceScheme)
    ? openVirtualCryptoki(library.slice(practiceScheme.length))
    : loadPkcs11Library(library);
  const utm = new StandInUtm(utmFolder, cryptoki);
  goOnWithRun(utm);
  await listen(createUtmServer(utm), port);
  tell({ kind: 'listening', port });
}

runService(start);
