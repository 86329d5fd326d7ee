import { setTimeout as wait } from 'node:timers/promises';
import { practiceScheme } from '../../token/library-discovery.ts';
import { loadPkcs11Library } from '../../token/pkcs11js-loader.ts';
import { listen, portToBe, runService, tell } from '../service-process.ts';
import { openVirtualCryptoki } from '../virtual-token/virtual-cryptoki.ts';
import { readPracticeUtmArguments } from './arguments.ts';
import { createUtmServer } from './server.ts';
import { StandInUtm } from './stand-in-utm.ts';
import { UtmFolder } from './utm-folder.ts';

async function start(): Promise<void> {
  const { folder, library, port: wanted } = readPracticeUtmArguments(process.argv);
  const utmFolder = new UtmFolder(folder);
  const { listensAfterMs } = utmFolder.options();
  const port = await portToBe(wanted);
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

runService(start);
