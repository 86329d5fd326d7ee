import { type Problem, problem } from '../shared/problems/problem.ts';
import { returnCodeMeanings, vendorCodeBase, vendorReturnCodes } from '../shared/problems/token-return-codes.ts';
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

/** Anything may be thrown, even what has no text. */
function textOf(thrown: unknown): string {
  try {
    return String(thrown);
  } catch {
    return typeof thrown;
  }
}

/**
 * Reads what pkcs11js throws: `Pkcs11Error` and `NativeError` with a code, a plain `Error` whose message is
 * `CKR_X:18` (seen from `C_CreateObject`), or a `TypeError` for an argument of the wrong kind.
 */
export function readFailure(error: unknown, call: string): CryptokiFailure {
  if (error instanceof CryptokiFailure) return error;
  if (!(error instanceof Error)) return new CryptokiFailure(call, null, textOf(error));
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
  const vendor = code === null ? undefined : vendorReturnCodes[vendorOf(library, maker)]?.get(code - vendorCodeBase);
  const meaning = (standard && returnCodeMeanings[standard]) ?? vendor?.problem ?? 'TOKEN_DRIVER_FAILED';
  const name = standard ? `CKR_${standard}` : (vendor?.name ?? (code === null ? message : 'CKR_VENDOR_DEFINED'));
  const file = libraryName(library);
  return problem(
    meaning,
    { library: file, file },
    { code: name, number: code === null ? null : `0x${code.toString(16)}`, call, library },
  );
}
