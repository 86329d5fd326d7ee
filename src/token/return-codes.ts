import type { ProblemCode } from '../shared/problems/problem.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { type LibraryVendor, vendorOfLibrary } from '../shared/vendor-libraries.ts';
import type { Cryptoki } from './cryptoki.ts';
import { libraryName } from './library-discovery.ts';
import { CKR, type ReturnCodeName } from './pkcs11-numbers.ts';

/** A refused PKCS#11 call in one form, whatever the binding threw. `code` is null where there was none. */
export class CryptokiFailure extends Error {
  readonly call: string;
  readonly code: number | null;

  constructor(call: string, code: number | null, message: string) {
    super(message);
    this.name = 'CryptokiFailure';
    this.call = call;
    this.code = code;
  }

  is(name: ReturnCodeName): boolean {
    return this.code === CKR[name];
  }
}

const codeInText = /(CKR_\w+):(\d+)/;

/**
 * Reads what pkcs11js throws: `Pkcs11Error` and `NativeError` with a code, a plain `Error` whose message is
 * `CKR_X:18` (seen from `C_CreateObject`), or a `TypeError` for an argument of the wrong kind.
 */
export function readFailure(error: unknown, call: string): CryptokiFailure {
  if (error instanceof CryptokiFailure) return error;
  if (!(error instanceof Error)) return new CryptokiFailure(call, null, String(error));
  const code = 'code' in error && typeof error.code === 'number' && error.code !== 0 ? error.code : null;
  const inText = codeInText.exec(error.message)?.[2];
  return new CryptokiFailure(call, code ?? (inText === undefined ? null : Number(inText)), error.message);
}

/** The same library, every refusal of which is a {@link CryptokiFailure} that names the call. */
export function withNamedFailures(cryptoki: Cryptoki): Cryptoki {
  return new Proxy(cryptoki, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property);
      if (typeof member !== 'function') return member;
      const call = String(property);
      return (...args: unknown[]): unknown => {
        try {
          const answer: unknown = member.apply(target, args);
          if (!(answer instanceof Promise)) return answer;
          return answer.catch((error: unknown) => {
            throw readFailure(error, call);
          });
        } catch (error) {
          throw readFailure(error, call);
        }
      };
    },
  });
}

const meanings: { readonly [name in ReturnCodeName]?: ProblemCode } = {
  SLOT_ID_INVALID: 'TOKEN_REMOVED',
  DEVICE_REMOVED: 'TOKEN_REMOVED',
  TOKEN_NOT_PRESENT: 'TOKEN_REMOVED',
  SESSION_CLOSED: 'TOKEN_REMOVED',
  SESSION_HANDLE_INVALID: 'TOKEN_REMOVED',
  DEVICE_ERROR: 'TOKEN_BUSY',
  SESSION_COUNT: 'TOKEN_BUSY',
  SESSION_EXISTS: 'TOKEN_BUSY',
  SESSION_READ_WRITE_SO_EXISTS: 'TOKEN_BUSY',
  USER_ALREADY_LOGGED_IN: 'TOKEN_BUSY',
  USER_ANOTHER_ALREADY_LOGGED_IN: 'TOKEN_BUSY',
  DEVICE_MEMORY: 'TOKEN_MEMORY_FULL',
  TOKEN_NOT_RECOGNIZED: 'TOKEN_NOT_INITIALISED',
  TOKEN_WRITE_PROTECTED: 'TOKEN_WRITE_PROTECTED',
  ACTION_PROHIBITED: 'TOKEN_OPERATION_UNSUPPORTED',
  ATTRIBUTE_READ_ONLY: 'TOKEN_OPERATION_UNSUPPORTED',
  ATTRIBUTE_TYPE_INVALID: 'TOKEN_OPERATION_UNSUPPORTED',
  ATTRIBUTE_VALUE_INVALID: 'TOKEN_OPERATION_UNSUPPORTED',
  FUNCTION_NOT_SUPPORTED: 'TOKEN_OPERATION_UNSUPPORTED',
  KEY_SIZE_RANGE: 'TOKEN_OPERATION_UNSUPPORTED',
  KEY_TYPE_INCONSISTENT: 'TOKEN_OPERATION_UNSUPPORTED',
  KEY_FUNCTION_NOT_PERMITTED: 'TOKEN_OPERATION_UNSUPPORTED',
  MECHANISM_INVALID: 'TOKEN_OPERATION_UNSUPPORTED',
  MECHANISM_PARAM_INVALID: 'TOKEN_OPERATION_UNSUPPORTED',
  TEMPLATE_INCONSISTENT: 'TOKEN_OPERATION_UNSUPPORTED',
  KEY_HANDLE_INVALID: 'TOKEN_KEY_NOT_FOUND',
  OBJECT_HANDLE_INVALID: 'TOKEN_KEY_NOT_FOUND',
  CANCEL: 'TOKEN_CANCELLED',
  FUNCTION_CANCELED: 'TOKEN_CANCELLED',
  FUNCTION_REJECTED: 'TOKEN_CANCELLED',
  PIN_INCORRECT: 'TOKEN_PIN_INCORRECT',
  PIN_INVALID: 'TOKEN_PIN_CHARACTERS',
  PIN_LEN_RANGE: 'TOKEN_PIN_LENGTH',
  PIN_EXPIRED: 'TOKEN_PIN_EXPIRED',
  PIN_LOCKED: 'TOKEN_PIN_LOCKED',
  USER_PIN_NOT_INITIALIZED: 'TOKEN_PIN_NOT_SET',
  USER_NOT_LOGGED_IN: 'TOKEN_NOT_SIGNED_IN',
};

const vendorBase = 0x80000000;

type VendorCodes = ReadonlyMap<number, { readonly name: string; readonly problem?: ProblemCode }>;

/** Vendors' own codes (the vendors' headers). Their numbers overlap, so each library has its own table. */
const vendorCodes: { readonly [vendor in LibraryVendor]?: VendorCodes } = {
  aladdin: new Map([
    [0x11, { name: 'CKR_PIN_ALREADY_SET' }],
    [0x15, { name: 'CKR_PUK_INCORRECT' }],
    [0x16, { name: 'CKR_CANNOT_UNLOCK', problem: 'TOKEN_UNBLOCKS_SPENT' }],
    [0x18, { name: 'CKR_INCORRECT_LIFE_CYCLE' }],
    [0x19, { name: 'CKR_DEVICE_BUSY', problem: 'TOKEN_BUSY' }],
    [0x28, { name: 'CKR_CERTIFICATED_MODE', problem: 'TOKEN_OPERATION_UNSUPPORTED' }],
    [0x2a, { name: 'CKR_SM_REQUIRED', problem: 'TOKEN_OPERATION_UNSUPPORTED' }],
    [0x2b, { name: 'CKR_PINPOLICY_HISTORY', problem: 'TOKEN_PIN_IN_HISTORY' }],
    [0x2d, { name: 'CKR_ICL_LIBRARY_NOT_FOUND', problem: 'TOKEN_LIBRARY_DAMAGED' }],
    [0x2f, { name: 'CKR_PINPOLICY_AGE', problem: 'TOKEN_PIN_POLICY' }],
    [0x31, { name: 'CKR_PINPOLICY_REPEAT', problem: 'TOKEN_PIN_POLICY' }],
    [0x32, { name: 'CKR_PINPOLICY_CASE', problem: 'TOKEN_PIN_POLICY' }],
    [0x33, { name: 'CKR_PINPOLICY_DIGIT', problem: 'TOKEN_PIN_POLICY' }],
    [0x34, { name: 'CKR_PINPOLICY_SPECIAL', problem: 'TOKEN_PIN_POLICY' }],
    [0x35, { name: 'CKR_PINPOLICY_VIOLATION', problem: 'TOKEN_PIN_POLICY' }],
    ...[0x41, 0x42, 0x43, 0x44, 0x45, 0x46].map(
      (number) => [number, { name: 'CKR_ICL', problem: 'TOKEN_LIBRARY_DAMAGED' }] as const,
    ),
  ]),
  aktiv: new Map([
    [0x1, { name: 'CKR_CORRUPTED_MAPFILE' }],
    [0x2, { name: 'CKR_WRONG_VERSION_FIELD' }],
    [0x3, { name: 'CKR_WRONG_PKCS1_ENCODING' }],
    [0x4, { name: 'CKR_RTPKCS11_DATA_CORRUPTED' }],
    [0x5, { name: 'CKR_RTPKCS11_RSF_DATA_CORRUPTED' }],
    [0x6, { name: 'CKR_SM_PASSWORD_INVALID' }],
    [0x7, { name: 'CKR_LICENSE_READ_ONLY' }],
    [0x8, { name: 'CKR_VENDOR_EMITENT_KEY_BLOCKED' }],
    [0x9, { name: 'CKR_CERT_CHAIN_NOT_VERIFIED' }],
    [0xa, { name: 'CKR_INAPPROPRIATE_PIN', problem: 'TOKEN_PIN_POLICY' }],
    [0xb, { name: 'CKR_PIN_IN_HISTORY', problem: 'TOKEN_PIN_IN_HISTORY' }],
  ]),
};

/** Vendors by CK_TOKEN_INFO.manufacturerID, for a library whose file name does not tell whose it is. */
const vendorsByMaker: ReadonlyMap<string, LibraryVendor> = new Map([
  ['Aladdin R.D.', 'aladdin'],
  ['Aktiv Co.', 'aktiv'],
]);

function vendorOf(library: string, maker: string): LibraryVendor {
  const vendor = vendorOfLibrary(library);
  return vendor === 'other' ? (vendorsByMaker.get(maker) ?? vendor) : vendor;
}

const standardNames: ReadonlyMap<number, ReturnCodeName> = new Map(
  Object.entries(CKR).map(([name, code]) => [code, name as ReturnCodeName]),
);

/**
 * Puts a refused call into the catalogue. `details` keep the raw names for support: `code` (CKR_…), `number`, `call`,
 * `library`. Anything without a meaning of its own is `TOKEN_DRIVER_FAILED`.
 * @param library path of the library that answered: vendors' own codes are read by it
 * @param maker manufacturer of the token, by which they are read where the file's name says nothing
 */
export function problemOfFailure(error: unknown, library: string, maker = ''): Problem {
  const { call, code, message } = readFailure(error, '');
  const standard = code === null ? undefined : standardNames.get(code);
  const vendor = code === null ? undefined : vendorCodes[vendorOf(library, maker)]?.get(code - vendorBase);
  const meaning = (standard && meanings[standard]) ?? vendor?.problem ?? 'TOKEN_DRIVER_FAILED';
  const name = standard ? `CKR_${standard}` : (vendor?.name ?? (code === null ? message : 'CKR_VENDOR_DEFINED'));
  const file = libraryName(library);
  return problem(
    meaning,
    { library: file, file },
    { code: name, number: code === null ? null : `0x${code.toString(16)}`, call, library },
  );
}
