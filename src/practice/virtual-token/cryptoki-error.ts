import { CKR, type ReturnCodeName } from '../../token/pkcs11-numbers.ts';

/** Thrown by the virtual token: message and code as in pkcs11js's `Pkcs11Error`, so that callers tell no difference. */
class VirtualCryptokiError extends Error {
  readonly code: number;

  constructor(name: ReturnCodeName | 'VENDOR_DEFINED', code: number) {
    super(`CKR_${name}`);
    this.name = 'Pkcs11Error';
    this.code = code;
  }
}

export function refuse(name: ReturnCodeName): never {
  throw new VirtualCryptokiError(name, CKR[name]);
}

const vendorBase = 0x80000000;

/** @param number of the vendor's own return code, counted from CKR_VENDOR_DEFINED */
export function refuseAsVendor(number: number): never {
  throw new VirtualCryptokiError('VENDOR_DEFINED', vendorBase + number);
}
