import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CKR } from '../../src/token/pkcs11-numbers.ts';
import { loadPkcs11Library } from '../../src/token/pkcs11js-loader.ts';
import { problemOfFailure, readFailure, withNamedFailures } from '../../src/token/return-codes.ts';
import { openSoftHsm } from '../oracle/softhsm.ts';

const jacarta = '/usr/lib/libjcPKCS11-2.so';
const rutoken = 'C:\\Windows\\System32\\rtPKCS11ECP.dll';
const other = '/usr/lib/softhsm/libsofthsm2.so';

const thrown = (code: number, message = 'CKR_VENDOR_DEFINED') => Object.assign(new Error(message), { code });

describe('a refused call becomes a problem', () => {
  it.each([
    [CKR.PIN_INCORRECT, 'TOKEN_PIN_INCORRECT', 'CKR_PIN_INCORRECT'],
    [CKR.PIN_LOCKED, 'TOKEN_PIN_LOCKED', 'CKR_PIN_LOCKED'],
    [CKR.DEVICE_REMOVED, 'TOKEN_REMOVED', 'CKR_DEVICE_REMOVED'],
    [CKR.TOKEN_NOT_PRESENT, 'TOKEN_REMOVED', 'CKR_TOKEN_NOT_PRESENT'],
    [CKR.DEVICE_ERROR, 'TOKEN_BUSY', 'CKR_DEVICE_ERROR'],
    [CKR.DEVICE_MEMORY, 'TOKEN_MEMORY_FULL', 'CKR_DEVICE_MEMORY'],
    [CKR.USER_NOT_LOGGED_IN, 'TOKEN_NOT_SIGNED_IN', 'CKR_USER_NOT_LOGGED_IN'],
    [CKR.USER_PIN_NOT_INITIALIZED, 'TOKEN_PIN_NOT_SET', 'CKR_USER_PIN_NOT_INITIALIZED'],
    [CKR.MECHANISM_INVALID, 'TOKEN_OPERATION_UNSUPPORTED', 'CKR_MECHANISM_INVALID'],
    [CKR.GENERAL_ERROR, 'TOKEN_DRIVER_FAILED', 'CKR_GENERAL_ERROR'],
  ] as const)('0x%x is %s', (code, expected, name) => {
    const found = problemOfFailure(thrown(code), other);
    expect(found.code).toBe(expected);
    expect(found.details).toMatchObject({ code: name, number: `0x${code.toString(16)}`, library: other });
  });

  it('reads one vendor’s number by that vendor’s table', () => {
    const integrity = thrown(0x80000041);
    expect(problemOfFailure(integrity, jacarta).code).toBe('TOKEN_LIBRARY_DAMAGED');
    expect(problemOfFailure(integrity, rutoken).code).toBe('TOKEN_DRIVER_FAILED');
    expect(problemOfFailure(thrown(0x80000005), rutoken).details.code).toBe('CKR_RTPKCS11_RSF_DATA_CORRUPTED');
    expect(problemOfFailure(thrown(0x80000005), jacarta).details.code).toBe('CKR_VENDOR_DEFINED');
    expect(problemOfFailure(thrown(0x80000019), jacarta).code).toBe('TOKEN_BUSY');
  });

  it('reads it by the token’s maker where the library’s name says nothing', () => {
    const history = thrown(0x8000000b);
    expect(problemOfFailure(history, other, 'Aktiv Co.').code).toBe('TOKEN_PIN_IN_HISTORY');
    expect(problemOfFailure(history, other).code).toBe('TOKEN_DRIVER_FAILED');
    expect(problemOfFailure(history, jacarta, 'Aktiv Co.').code).toBe('TOKEN_DRIVER_FAILED');
    expect(problemOfFailure(thrown(0x80000016), other, 'Aladdin R.D.').code).toBe('TOKEN_UNBLOCKS_SPENT');
    for (const number of [0x2f, 0x31, 0x32, 0x33, 0x34, 0x35])
      expect(problemOfFailure(thrown(0x80000000 + number), jacarta).code).toBe('TOKEN_PIN_POLICY');
    expect(problemOfFailure(thrown(0x8000002b), jacarta).code).toBe('TOKEN_PIN_IN_HISTORY');
    expect(problemOfFailure(thrown(0x8000000a), rutoken).code).toBe('TOKEN_PIN_POLICY');
  });

  it('keeps nothing but scalars that can be shown, whatever is thrown', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (error, call) => {
        const found = problemOfFailure(readFailure(error, call), other);
        expect(JSON.parse(JSON.stringify(found))).toEqual(found);
      }),
    );
  });
});

describe('what pkcs11js throws', () => {
  it('is read in each of its forms', () => {
    expect(readFailure(new Error('CKR_ATTRIBUTE_TYPE_INVALID:18'), 'C_CreateObject')).toMatchObject({
      code: 18,
      call: 'C_CreateObject',
    });
    expect(readFailure(Object.assign(new Error('PKCS11 module not loaded yet'), { code: 0 }), 'x').code).toBeNull();
    expect(readFailure(new TypeError('Argument has wrong type'), 'C_Login').code).toBeNull();
    expect(readFailure('text', 'x').message).toBe('text');
    expect(readFailure({ toString: null }, 'x').message).toBe('object');
  });

  it('names the call and the code for a real library', () => {
    const softHsm = openSoftHsm();
    const library = withNamedFailures(loadPkcs11Library(softHsm.library));
    expect(() => library.C_GetSlotList(true)).toThrow(
      expect.objectContaining({ call: 'C_GetSlotList', code: CKR.CRYPTOKI_NOT_INITIALIZED }),
    );
    softHsm.close();
  });
});
