import type { Handle } from 'pkcs11js';
import type { PinFacts } from '../shared/domain/token.ts';
import { type Problem, type ProblemCode, problem } from '../shared/problems/problem.ts';
import type { Cryptoki } from './cryptoki.ts';
import { type LoadedLibrary, TokenProblem } from './loaded-library.ts';
import { readPins } from './pin-facts.ts';
import { CKF, CKU } from './pkcs11-numbers.ts';
import { CryptokiFailure } from './return-codes.ts';
import { isPublicSession } from './slot-reading.ts';
import type { AppletTarget } from './token-protocol.ts';

export type PinRole = keyof typeof CKU;

const codes: { readonly [role in PinRole]: { readonly incorrect: ProblemCode; readonly locked: ProblemCode } } = {
  user: { incorrect: 'TOKEN_PIN_INCORRECT', locked: 'TOKEN_PIN_LOCKED' },
  so: { incorrect: 'TOKEN_SO_PIN_INCORRECT', locked: 'TOKEN_SO_PIN_LOCKED' },
};

function lengthRefusal({ minLength, maxLength }: PinFacts, pin: string): Problem | null {
  const length = Buffer.byteLength(pin);
  if (length >= minLength && (maxLength <= 0 || length <= maxLength)) return null;
  return problem('TOKEN_PIN_LENGTH', { min: minLength, max: maxLength }, { sent: false });
}

/** Why a PIN must not be sent at all; `null` when it may be. Nothing here costs a try. */
export function refusalUnsent(facts: PinFacts, role: PinRole, pin: string, lastTryConfirmed: boolean): Problem | null {
  if (role === 'user' && !facts.initialised) return problem('TOKEN_PIN_NOT_SET');
  if (facts.tries === 'locked') return problem(codes[role].locked, {}, { sent: false });
  const length = lengthRefusal(facts, pin);
  if (length) return length;
  if (facts.tries === 'last' && !lastTryConfirmed)
    return problem('TOKEN_PIN_LAST_TRY_UNCONFIRMED', {}, { sent: false });
  return null;
}

/** Letters of the Latin alphabet, digits and signs: anything else is another PIN in another keyboard layout or program. */
const typeableEverywhere = /^[\x21-\x7e]+$/;

/** Why a PIN cannot become the new one; `null` when it may be sent. */
export function newPinRefusal(facts: PinFacts, newPin: string, oldPin: string | null): Problem | null {
  if (!typeableEverywhere.test(newPin)) return problem('TOKEN_PIN_CHARACTERS', {}, { sent: false });
  return lengthRefusal(facts, newPin) ?? (newPin === oldPin ? problem('TOKEN_PIN_SAME', {}, { sent: false }) : null);
}

/** A call whose failure must not hide what happened before it. */
export function quietly(call: () => void): void {
  try {
    call();
  } catch (error) {
    if (!(error instanceof CryptokiFailure)) throw error;
  }
}

/** Signs out and closes a session that is not needed any more. */
export function endSession(cryptoki: Cryptoki, session: Handle): void {
  quietly(() => cryptoki.C_Logout(session));
  quietly(() => cryptoki.C_CloseSession(session));
}

/**
 * A session that can write and where nobody is signed in. What a failed close left behind would answer "already logged
 * in" to the PIN that was typed now, which says nothing about it.
 */
function freshSession(cryptoki: Cryptoki, slot: Handle): Handle {
  const flags = CKF.serialSession | CKF.rwSession;
  const session = cryptoki.C_OpenSession(slot, flags);
  if (isPublicSession({ cryptoki, session })) return session;
  cryptoki.C_CloseAllSessions(slot);
  return cryptoki.C_OpenSession(slot, flags);
}

/**
 * The user PIN after it was set by a call that succeeded. When the token cannot be asked any more, the success is not
 * turned into a failure: the person would go on with a PIN that is no longer right.
 */
export function factsAfterSetting(library: LoadedLibrary, slot: Handle, before: PinFacts): PinFacts {
  let facts: PinFacts = {
    ...before,
    tries: 'untouched',
    left: before.max,
    initialised: true,
    mustChange: false,
    factory: null,
  };
  quietly(() => {
    facts = readPins(library.cryptoki, slot, library.extensions).user;
  });
  return facts;
}

const silent: ReadonlySet<ProblemCode> = new Set([
  'TOKEN_REMOVED',
  'TOKEN_BUSY',
  'TOKEN_DRIVER_FAILED',
  'TOKEN_CALL_REFUSED',
  'TOKEN_MEMORY_DAMAGED',
]);

/** A refused change of a PIN. Where the answer says nothing of the PIN, the token may have taken the new one. */
export function refusalOfSetting(found: Problem): Problem {
  if (!silent.has(found.code)) return found;
  return problem('TOKEN_PIN_CHANGE_UNCERTAIN', {}, { ...found.details, cause: found.code });
}

/** A refused PIN with its state as it is now: the try that locks is itself answered "incorrect". */
export function refusalAfterTry(
  library: LoadedLibrary,
  target: AppletTarget,
  slot: Handle,
  role: PinRole,
  failure: CryptokiFailure,
): Problem {
  const found = library.explain(failure, target);
  let facts: PinFacts | null = null;
  quietly(() => {
    facts = readPins(library.cryptoki, slot, library.extensions)[role];
  });
  return withFacts(found, role, facts);
}

function withFacts(found: Problem, role: PinRole, facts: PinFacts | null): Problem {
  const refused = found.code === 'TOKEN_PIN_INCORRECT';
  const locked = found.code === 'TOKEN_PIN_LOCKED' || (refused && facts?.tries === 'locked');
  const code = locked ? codes[role].locked : refused ? codes[role].incorrect : found.code;
  if (!facts) return { ...found, code };
  return problem(
    code,
    { ...found.values, min: facts.minLength, max: facts.maxLength },
    { ...found.details, tries: facts.tries, left: facts.left },
  );
}

/**
 * One `C_Login`, never repeated, in a session of its own.
 * @param expired what an expired PIN is: a refusal, or fit for the `C_SetPIN` that follows and needs no login then
 * @returns the session, in which the role is signed in
 * @throws TokenProblem when the PIN or the login is refused; the session is closed then. CryptokiFailure
 */
export function logInOnce(
  library: LoadedLibrary,
  target: AppletTarget,
  slot: Handle,
  role: PinRole,
  pin: string,
  expired: 'refused' | 'taken' = 'refused',
): Handle {
  const { cryptoki } = library;
  const session = freshSession(cryptoki, slot);
  try {
    cryptoki.C_Login(session, CKU[role], pin);
    return session;
  } catch (error) {
    if (!(error instanceof CryptokiFailure)) throw error;
    if (expired === 'taken' && error.is('PIN_EXPIRED')) return session;
    const refusal = refusalAfterTry(library, target, slot, role, error);
    quietly(() => cryptoki.C_CloseSession(session));
    throw new TokenProblem(refusal);
  }
}
