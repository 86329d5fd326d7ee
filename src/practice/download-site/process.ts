import { listen, portToBe, runService, tell } from '../service-process.ts';
import { createDownloadSite } from './site.ts';

runService(async () => {
  const port = await portToBe(0);
  tell({ kind: 'starting', port });
  await listen(createDownloadSite(), port);
  tell({ kind: 'listening', port });
});
