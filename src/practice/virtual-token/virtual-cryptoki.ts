import type { Cryptoki } from '../../token/cryptoki.ts';
import { Application } from './application.ts';
import { keyFunctions } from './key-functions.ts';
import { loginFunctions } from './login-functions.ts';
import { objectFunctions } from './object-functions.ts';
import { slotFunctions } from './slot-functions.ts';

/**
 * Opens the virtual devices of a folder as one PKCS#11 library; the folder may be empty or not exist yet. Sessions and
 * logins belong to the object that is returned, as they belong to one process; tries, keys and presence live in the
 * folder, so that several processes see one token.
 */
export function openVirtualCryptoki(folder: string): Cryptoki {
  const application = new Application(folder);
  return {
    ...slotFunctions(application),
    ...loginFunctions(application),
    ...objectFunctions(application),
    ...keyFunctions(application),
  };
}
