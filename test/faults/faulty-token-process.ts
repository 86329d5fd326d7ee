import { practiceScheme } from '../../src/token/library-discovery.ts';
import { serveTokens } from '../../src/token/token-process.ts';
import { withFault } from './faulty-cryptoki.ts';
import { openTokenFolder, pullToken } from './token-folder.ts';

/** A token process whose libraries are folders of tokens, and meet the fault that is planned there. */
serveTokens((path) => {
  const folder = path.slice(practiceScheme.length);
  return withFault(openTokenFolder(folder), folder, () => pullToken(folder));
});
