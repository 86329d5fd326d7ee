import { setTimeout as wait } from 'node:timers/promises';
import { practiceScheme } from '../../token/library-discovery.ts';
import { loadPkcs11Library } from '../../token/pkcs11js-loader.ts';
import { listen, portToBe, runService, tell } from '../service-process.ts';
import { openVirtualCryptoki } from '../virtual-token/virtual-cryptoki.ts';
import { readPracticeUtmArguments } from './arguments.ts';
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
  await wait(await whenStarted(utmFolder));
  const cryptoki = library.startsWith(practiceScheme)
    ? openVirtualCryptoki(library.slice(practiceScheme.length))
    : loadPkcs11Library(library);
  const utm = new StandInUtm(utmFolder, cryptoki);
  utm.signIn(utm.view(), false);
  await listen(createUtmServer(utm), port);
  tell({ kind: 'listening', port });
}

runService(start);
