import { loadPkcs11Library } from './pkcs11js-loader.ts';
import { serveTokens } from './token-process.ts';

serveTokens(loadPkcs11Library);
