import { CKR, type ReturnCodeName } from '../../token/pkcs11-numbers.ts';

/** Thrown by the virtual token: message and code as in pkcs11js's `Pkcs11Error`, so that callers tell no difference. */
class VirtualCryptokiError extends Error {
  readonly code: number;

  constructor(name: ReturnCodeName) {
    super(`CKR_${name}`);
    this.name = 'Pkcs11Error';
    this.code = CKR[name];
  }
}

export function refuse(name: ReturnCodeName): never {
  throw new VirtualCryptokiError(name);
}
