import type { Handle } from 'pkcs11js';
import type { PinFacts } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { type LoadedLibrary, TokenProblem } from './loaded-library.ts';
import { readPins } from './pin-facts.ts';
import {
  endSession,
  factsAfterSetting,
  logInOnce,
  newPinRefusal,
  refusalOfSetting,
  refusalUnsent,
} from './pin-login.ts';
import { appletCapabilities } from './profiles.ts';
import { CryptokiFailure } from './return-codes.ts';
import { signOut } from './sign-in.ts';
import { recognitionOf } from './slot-reading.ts';
import type { AppletTarget } from './token-protocol.ts';

interface PinUnblockRequest {
  readonly soPin: string;
  readonly newPin: string | null;
  readonly lastTryConfirmed: boolean;
}

const unsupported = () => new TokenProblem(problem('TOKEN_OPERATION_UNSUPPORTED', {}, { sent: false }));

/**
 * Mends a locked or forgotten user PIN: one `C_Login` of the administrator, then `C_InitPIN` with the new PIN, or the
 * vendor's function that keeps the PIN and restores its tries. Keys stay; nobody is signed in afterwards.
 * @throws TokenProblem, CryptokiFailure
 */
export function unblockPin(library: LoadedLibrary, target: AppletTarget, request: PinUnblockRequest): PinFacts {
  const { cryptoki, extensions } = library;
  const { soPin, newPin, lastTryConfirmed } = request;
  signOut(library, target);
  library.refresh();
  const slot = library.findSlot(target);
  const recognition = recognitionOf(cryptoki, slot, cryptoki.C_GetTokenInfo(slot));
  const { canUnblock, hasSoPin } = appletCapabilities(recognition);
  if (!canUnblock || !hasSoPin || (newPin === null && !extensions)) throw unsupported();
  const { user, so } = readPins(cryptoki, slot, extensions);
  if (!so.initialised) throw new TokenProblem(problem('TOKEN_NOT_INITIALISED'));
  const refusal =
    (newPin === null ? null : newPinRefusal(user, newPin, null)) ?? refusalUnsent(so, 'so', soPin, lastTryConfirmed);
  if (refusal) throw new TokenProblem(refusal);
  const mend = (session: Handle): void => {
    if (newPin !== null) cryptoki.C_InitPIN(session, newPin);
    else if (!extensions?.unblockUserPin(slot, session, target.model)) throw unsupported();
  };
  const session = logInOnce(library, target, slot, 'so', soPin);
  try {
    mend(session);
  } catch (error) {
    if (!(error instanceof CryptokiFailure)) throw error;
    throw new TokenProblem(refusalOfSetting(library.explain(error, target)));
  } finally {
    endSession(cryptoki, session);
  }
  return factsAfterSetting(library, slot, user);
}
