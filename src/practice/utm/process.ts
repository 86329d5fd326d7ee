import { setTimeout as wait } from 'node:timers/promises';
import { practiceScheme } from '../../token/library-discovery.ts';
import { loadPkcs11Library } from '../../token/pkcs11js-loader.ts';
import { portToBe, runService, tell } from '../service-process.ts';
import { openVirtualCryptoki } from '../virtual-token/virtual-cryptoki.ts';
import { readPracticeUtmArguments } from './arguments.ts';
import { type RunGround, UtmRun } from './run.ts';
import { orderedRun } from './service-order.ts';
import { writeTransportPort } from './transport-properties.ts';
import { UtmFolder } from './utm-folder.ts';

/** How soon an order of the services is seen. */
const lookEveryMs = 100;

interface CurrentRun {
  readonly number: number;
  readonly run: UtmRun;
}

async function follow(current: CurrentRun | null, ordered: number | null, ground: RunGround) {
  if (ordered === (current?.number ?? null)) return current;
  await current?.run.stop();
  return ordered === null ? null : { number: ordered, run: new UtmRun(ground) };
}

async function start(): Promise<void> {
  const { folder: place, library, port: wanted } = readPracticeUtmArguments(process.argv);
  const folder = new UtmFolder(place);
  const heldPort = await portToBe(wanted);
  // The one of the process before is nobody's any more.
  if (folder.isInstalled()) writeTransportPort(folder.paths.properties, heldPort);
  tell({ kind: 'starting', port: heldPort });
  const ground: RunGround = {
    folder,
    heldPort,
    openLibrary: () =>
      library.startsWith(practiceScheme)
        ? openVirtualCryptoki(library.slice(practiceScheme.length))
        : loadPkcs11Library(library),
    onListening: () => tell({ kind: 'listening', port: heldPort }),
  };

  let current: CurrentRun | null = null;
  for (;;) {
    current = await follow(current, orderedRun(folder), ground);
    await wait(lookEveryMs);
  }
}

runService(start);
