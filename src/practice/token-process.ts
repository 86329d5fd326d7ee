import { practiceScheme } from '../token/library-discovery.ts';
import { loadPkcs11Library } from '../token/pkcs11js-loader.ts';
import { serveTokens } from '../token/token-process.ts';
import { openVirtualCryptoki } from './virtual-token/virtual-cryptoki.ts';

serveTokens((path) =>
  path.startsWith(practiceScheme) ? openVirtualCryptoki(path.slice(practiceScheme.length)) : loadPkcs11Library(path),
);
