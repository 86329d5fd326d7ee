import type { PinFacts } from '../shared/domain/token.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import type { Cryptoki } from './cryptoki.ts';
import { type LoadedLibrary, TokenProblem } from './loaded-library.ts';
import { readPins } from './pin-facts.ts';
import { CKF, CKU } from './pkcs11-numbers.ts';
import { CryptokiFailure, problemOfFailure } from './return-codes.ts';
import type { AppletTarget } from './token-protocol.ts';

/** Why a PIN must not be sent at all; `null` when it may be. Nothing here costs a try. */
function refusalUnsent(facts: PinFacts, pin: string, lastTryConfirmed: boolean): Problem | null {
  if (!facts.initialised) return problem('TOKEN_PIN_NOT_SET');
  if (facts.tries === 'locked') return problem('TOKEN_PIN_LOCKED', {}, { sent: false });
  const length = Buffer.byteLength(pin);
  if (length < facts.minLength || (facts.maxLength > 0 && length > facts.maxLength))
    return problem('TOKEN_PIN_LENGTH', { min: facts.minLength, max: facts.maxLength }, { sent: false });
  if (facts.tries === 'last' && !lastTryConfirmed)
    return problem('TOKEN_PIN_LAST_TRY_UNCONFIRMED', {}, { sent: false });
  return null;
}

/** A refused login with the PIN's state as it is now: the try that locks is itself answered "incorrect". */
function refusalAfterTry(failure: CryptokiFailure, facts: PinFacts, library: string): Problem {
  const found = problemOfFailure(failure, library);
  const values = { ...found.values, min: facts.minLength, max: facts.maxLength };
  const details = { ...found.details, tries: facts.tries, left: facts.left };
  const locked = found.code === 'TOKEN_PIN_INCORRECT' && facts.tries === 'locked';
  return problem(locked ? 'TOKEN_PIN_LOCKED' : found.code, values, details);
}

function logOut(cryptoki: Cryptoki, session: Parameters<Cryptoki['C_Logout']>[0]): void {
  try {
    cryptoki.C_Logout(session);
  } catch (error) {
    if (!(error instanceof CryptokiFailure && error.is('USER_NOT_LOGGED_IN'))) throw error;
  }
}

/**
 * One `C_Login`, never repeated. Somebody who is signed in is signed out first: "already logged in" would say nothing
 * about the PIN that was typed now, and is never taken for success.
 * @throws TokenProblem, CryptokiFailure
 */
export function signIn(library: LoadedLibrary, target: AppletTarget, pin: string, lastTryConfirmed: boolean): PinFacts {
  const { cryptoki, extensions } = library;
  signOut(library, target);
  library.refresh();
  const slot = library.findSlot(target);
  const factsNow = () => readPins(cryptoki, slot, extensions).user;
  const refusal = refusalUnsent(factsNow(), pin, lastTryConfirmed);
  if (refusal) throw new TokenProblem(refusal);
  const session = cryptoki.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
  try {
    cryptoki.C_Login(session, CKU.user, pin);
  } catch (error) {
    if (!(error instanceof CryptokiFailure)) throw error;
    const problemNow = refusalAfterTry(error, factsNow(), library.path);
    cryptoki.C_CloseSession(session);
    throw new TokenProblem(problemNow);
  }
  library.keepSignedIn(target, session);
  return factsNow();
}

/** Ends the sign-in of this process; does nothing when there is none. */
export function signOut(library: LoadedLibrary, target: AppletTarget): void {
  const token = library.signedIn(target);
  if (token) logOut(token.cryptoki, token.session);
  library.forget(target);
}
