import { readFileSync } from 'node:fs';
import { listen, portToBe, runService, tell } from '../service-process.ts';
import { UtmFolder } from '../utm/utm-folder.ts';
import { AccountFolder } from './account-folder.ts';
import { readPracticeAccountArguments } from './arguments.ts';
import { createAccountServer } from './server.ts';
import { StandInAccount } from './stand-in-account.ts';

runService(async () => {
  const { folder, utmFolder, trustedCertificate, port: wanted } = readPracticeAccountArguments(process.argv);
  const port = await portToBe(wanted);
  tell({ kind: 'starting', port });
  const account = new StandInAccount({
    folder: new AccountFolder(folder),
    agency: new UtmFolder(utmFolder),
    trusted: Uint8Array.from(readFileSync(trustedCertificate)),
    origin: `http://127.0.0.1:${port}`,
  });
  await listen(createAccountServer(account), port);
  tell({ kind: 'listening', port });
});
