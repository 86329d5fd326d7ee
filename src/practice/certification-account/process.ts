import { practiceAuthoritySchema } from '../certification-authority.ts';
import { readJsonFile } from '../json-file.ts';
import { listen, portToBe, runService, tell } from '../service-process.ts';
import { readPracticeCertificationArguments } from './arguments.ts';
import { CertificationFolder } from './certification-folder.ts';
import { createCertificationServer } from './server.ts';
import { StandInAuthority } from './stand-in-authority.ts';

runService(async () => {
  const { folder, authorityFile, port: wanted } = readPracticeCertificationArguments(process.argv);
  const authority = readJsonFile(authorityFile, practiceAuthoritySchema);
  if (authority === null) throw new Error(`No authority in ${authorityFile}`);
  const port = await portToBe(wanted);
  tell({ kind: 'starting', port });
  const origin = `http://127.0.0.1:${port}`;
  const service = new StandInAuthority({ folder: new CertificationFolder(folder), authority, origin });
  await listen(createCertificationServer(service), port);
  tell({ kind: 'listening', port });
});
