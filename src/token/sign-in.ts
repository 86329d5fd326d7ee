import type { PinFacts } from '../shared/domain/token.ts';
import { type LoadedLibrary, TokenProblem } from './loaded-library.ts';
import { readPins } from './pin-facts.ts';
import { endSession, logInOnce, refusalUnsent } from './pin-login.ts';
import type { AppletTarget } from './token-protocol.ts';

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
  const refusal = refusalUnsent(factsNow(), 'user', pin, lastTryConfirmed);
  if (refusal) throw new TokenProblem(refusal);
  const session = logInOnce(library, target, slot, 'user', pin);
  try {
    const facts = factsNow();
    library.keepSignedIn(target, session);
    return facts;
  } catch (error) {
    endSession(cryptoki, session);
    throw error;
  }
}

/** Ends the sign-in of this process; does nothing when there is none. */
export function signOut(library: LoadedLibrary, target: AppletTarget): void {
  const token = library.signedIn(target);
  if (token) endSession(token.cryptoki, token.session);
  library.forget(target);
}
