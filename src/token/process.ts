import { loadPkcs11Library } from './pkcs11js-loader.ts';
import { serveTokens } from './token-process.ts';
import { openVendorExtensions } from './vendor-extensions.ts';

serveTokens(loadPkcs11Library, openVendorExtensions);
