import type { PinFacts } from '../shared/domain/token.ts';
import { type LoadedLibrary, TokenProblem } from './loaded-library.ts';
import { readPins } from './pin-facts.ts';
import {
  endSession,
  factsAfterSetting,
  logInOnce,
  newPinRefusal,
  quietly,
  refusalAfterTry,
  refusalOfSetting,
  refusalUnsent,
} from './pin-login.ts';
import { CryptokiFailure } from './return-codes.ts';
import { signOut } from './sign-in.ts';
import { isUserSession } from './slot-reading.ts';
import type { AppletTarget } from './token-protocol.ts';

interface PinChangeRequest {
  readonly oldPin: string;
  readonly newPin: string;
  readonly lastTryConfirmed: boolean;
}

/**
 * A new user PIN for the old one: one `C_Login` with the old PIN (Рутокен wants the user's login before `C_SetPIN`),
 * then one `C_SetPIN`, neither repeated. Afterwards the person is signed in, unless
 * the login answered that the old PIN has expired; after a refusal nobody is.
 * @throws TokenProblem, CryptokiFailure
 */
export function changePin(library: LoadedLibrary, target: AppletTarget, request: PinChangeRequest): PinFacts {
  const { cryptoki, extensions } = library;
  const { oldPin, newPin, lastTryConfirmed } = request;
  signOut(library, target);
  library.refresh();
  const slot = library.findSlot(target);
  const facts = readPins(cryptoki, slot, extensions).user;
  const refusal = refusalUnsent(facts, 'user', oldPin, lastTryConfirmed) ?? newPinRefusal(facts, newPin, oldPin);
  if (refusal) throw new TokenProblem(refusal);
  const session = logInOnce(library, target, slot, 'user', oldPin, 'taken');
  try {
    cryptoki.C_SetPIN(session, oldPin, newPin);
  } catch (error) {
    endSession(cryptoki, session);
    if (!(error instanceof CryptokiFailure)) throw error;
    throw new TokenProblem(refusalOfSetting(refusalAfterTry(library, target, slot, 'user', error)));
  }
  let signedIn = false;
  quietly(() => {
    signedIn = isUserSession({ cryptoki, session });
  });
  if (signedIn) library.keepSignedIn(target, session);
  else endSession(cryptoki, session);
  return factsAfterSetting(library, slot, facts);
}
