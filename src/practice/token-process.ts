import { practiceScheme } from '../token/library-discovery.ts';
import { loadPkcs11Library } from '../token/pkcs11js-loader.ts';
import { serveTokens } from '../token/token-process.ts';
import { openVendorExtensions } from '../token/vendor-extensions.ts';
import { openVirtualCryptoki } from './virtual-token/virtual-cryptoki.ts';

const isVirtual = (path: string): boolean => path.startsWith(practiceScheme);

serveTokens(
  (path) => (isVirtual(path) ? openVirtualCryptoki(path.slice(practiceScheme.length)) : loadPkcs11Library(path)),
  (path) => (isVirtual(path) ? null : openVendorExtensions(path)),
);
