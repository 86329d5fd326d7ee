import { PKCS11 } from 'pkcs11js';
import type { CryptokiLoader } from './cryptoki.ts';

/** Loads a vendor's library into this process; only a token process does so. Throws what the system's loader says. */
export const loadPkcs11Library: CryptokiLoader = (path) => {
  const library = new PKCS11();
  library.load(path);
  return library;
};
