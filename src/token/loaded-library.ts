import type { Handle } from 'pkcs11js';
import { type Problem, problem } from '../shared/problems/problem.ts';
import type { OpenToken } from './attribute-reading.ts';
import type { Cryptoki, CryptokiLoader } from './cryptoki.ts';
import { libraryName } from './library-discovery.ts';
import { unpadded } from './padded-text.ts';
import { CKF } from './pkcs11-numbers.ts';
import { appletKindOf } from './profiles.ts';
import { CryptokiFailure, problemOfFailure, readFailure, withNamedFailures } from './return-codes.ts';
import { isUserSession, recognitionOf } from './slot-reading.ts';
import type { AppletTarget } from './token-protocol.ts';
import type { VendorExtensions } from './vendor-extensions.ts';

/** Carries a problem of the catalogue through code that throws. */
export class TokenProblem extends Error {
  readonly problem: Problem;

  constructor(found: Problem) {
    super(found.code);
    this.name = 'TokenProblem';
    this.problem = found;
  }
}

function start(cryptoki: Cryptoki): void {
  try {
    cryptoki.C_Initialize({ flags: CKF.osLockingOk });
  } catch (error) {
    if (!(error instanceof CryptokiFailure && error.is('CRYPTOKI_ALREADY_INITIALIZED'))) throw error;
  }
}

/** A library in use by the token process, with the sessions in which somebody is signed in. */
export interface LoadedLibrary {
  readonly path: string;
  readonly cryptoki: Cryptoki;
  readonly extensions: VendorExtensions | null;
  /** Finds the slot of an applet by what its token says now. Throws `TOKEN_NOT_FOUND`. */
  findSlot(target: AppletTarget): Handle;
  /** The session in which this process is signed in to the applet, proven alive and of the same token. */
  signedIn(target: AppletTarget): OpenToken | null;
  keepSignedIn(target: AppletTarget, session: Handle): void;
  forget(target: AppletTarget): void;
  /** Puts a failed call into the catalogue, vendors' own codes by the library or by the maker of the token. */
  explain(failure: unknown, target: AppletTarget): Problem;
  /** After a failure that says the token or the session is gone: so is the sign-in. */
  forgetIfGone(failure: unknown, target: AppletTarget): void;
  /**
   * Names of the tokens in the slots. A token that is known to be in its slot is not asked again, unless `anew`. When
   * one is gone, {@link refresh} is due before the next sign-in.
   */
  lookAround(anew: boolean): readonly string[];
  /** Somebody is signed in through this process, as far as it knows. */
  readonly inUse: () => boolean;
  /**
   * Some libraries answer PIN_INCORRECT to a right PIN after the token was inserted anew (Yubico/yubico-piv-tool
   * issue 270). If that happened and nobody is signed in, the library is started anew, before a try is risked.
   */
  refresh(): void;
}

const gone = ['TOKEN_NOT_PRESENT', 'DEVICE_REMOVED', 'SESSION_HANDLE_INVALID', 'SESSION_CLOSED'] as const;

const identity = (target: AppletTarget): string => `${target.kind} ${target.model} ${target.serial}`;

/**
 * Loads and starts a library.
 * @throws TokenProblem `TOKEN_LIBRARY_LOAD_FAILED` when the system cannot load it; CryptokiFailure when it does not start
 */
export function loadLibrary(
  path: string,
  load: CryptokiLoader,
  openExtensions: (path: string) => VendorExtensions | null,
): LoadedLibrary {
  const cryptoki = withNamedFailures(loadOrExplain(path, load));
  start(cryptoki);
  const extensions = openExtensions(path);
  const sessions = new Map<string, Handle>();
  const makers = new Map<string, string>();
  /** Names of tokens by the handle of their slot. */
  let present: ReadonlyMap<string, string> = new Map();
  let changed = false;

  const forget = (target: AppletTarget): void => {
    const session = sessions.get(identity(target));
    if (!session) return;
    sessions.delete(identity(target));
    try {
      cryptoki.C_CloseSession(session);
    } catch (error) {
      // The token is gone, and the session with it.
      if (!(error instanceof CryptokiFailure)) throw error;
    }
  };

  const holds = (slot: Handle, target: AppletTarget): boolean => {
    const info = cryptoki.C_GetTokenInfo(slot);
    if (unpadded(info.serialNumber) !== target.serial || unpadded(info.model) !== target.model) return false;
    makers.set(identity(target), unpadded(info.manufacturerID));
    return appletKindOf(recognitionOf(cryptoki, slot, info)) === target.kind;
  };

  return {
    path,
    cryptoki,
    extensions,
    findSlot(target) {
      const slot = cryptoki.C_GetSlotList(true).find((candidate) => {
        try {
          return holds(candidate, target);
        } catch (error) {
          // Another token that cannot be read must not hide this one.
          if (error instanceof CryptokiFailure) return false;
          throw error;
        }
      });
      if (slot) return slot;
      forget(target);
      changed = true;
      throw new TokenProblem(problem('TOKEN_NOT_FOUND', {}, { library: path }));
    },
    signedIn(target) {
      const session = sessions.get(identity(target));
      if (!session) return null;
      const token = { cryptoki, session };
      try {
        if (isUserSession(token) && holds(cryptoki.C_GetSessionInfo(session).slotID, target)) return token;
      } catch (error) {
        if (!(error instanceof CryptokiFailure)) throw error;
        changed = true;
      }
      forget(target);
      return null;
    },
    keepSignedIn(target, session) {
      sessions.set(identity(target), session);
    },
    forget,
    explain: (failure, target) => problemOfFailure(failure, path, makers.get(identity(target))),
    forgetIfGone(failure, target) {
      if (!(failure instanceof CryptokiFailure && gone.some((name) => failure.is(name)))) return;
      changed = true;
      forget(target);
    },
    lookAround(anew) {
      const known = anew ? new Map<string, string>() : present;
      const now = new Map<string, string>();
      const unreadable: string[] = [];
      for (const slot of cryptoki.C_GetSlotList(true)) {
        const handle = slot.toString('hex');
        const name = known.get(handle) ?? tokenName(cryptoki, slot);
        if (name === null) unreadable.push(`slot ${handle}`);
        else now.set(handle, name);
      }
      const names = new Set(now.values());
      if ([...present.values()].some((name) => !names.has(name))) changed = true;
      present = now;
      return [...names, ...unreadable];
    },
    inUse: () => sessions.size > 0,
    refresh() {
      if (!changed || sessions.size > 0) return;
      cryptoki.C_Finalize();
      start(cryptoki);
      present = new Map();
      changed = false;
    },
  };
}

/** `null` for a token that cannot be asked just now. */
function tokenName(cryptoki: Cryptoki, slot: Handle): string | null {
  try {
    const info = cryptoki.C_GetTokenInfo(slot);
    return `${unpadded(info.model)} ${unpadded(info.serialNumber)}`;
  } catch (error) {
    if (error instanceof CryptokiFailure) return null;
    throw error;
  }
}

function loadOrExplain(path: string, load: CryptokiLoader): Cryptoki {
  try {
    return load(path);
  } catch (error) {
    throw new TokenProblem(
      problem(
        'TOKEN_LIBRARY_LOAD_FAILED',
        { file: libraryName(path) },
        { library: path, message: readFailure(error, 'load').message },
      ),
    );
  }
}
