import { setTimeout as delay } from 'node:timers/promises';
import type { Handle } from 'pkcs11js';
import { type Problem, type ProblemCode, problem } from '../shared/problems/problem.ts';
import { type LoadedLibrary, TokenProblem } from './loaded-library.ts';
import { paddedLabel } from './padded-text.ts';
import { readPins } from './pin-facts.ts';
import { endSession, logInOnce, newPinRefusal, refusalAfterTry, refusalUnsent } from './pin-login.ts';
import { type AppletCapabilities, appletCapabilities } from './profiles.ts';
import { CryptokiFailure } from './return-codes.ts';
import { signOut } from './sign-in.ts';
import { readSlot, recognitionOf } from './slot-reading.ts';
import type { AppletTarget } from './token-protocol.ts';

interface InitialisationRequest {
  readonly soPin: string;
  readonly newPin: string;
  readonly label: string;
  readonly lastTryConfirmed: boolean;
}

// A JaCarta was seen to drop off the bus after C_InitToken and to come back within half a minute.
const returnLimitMs = 30_000;
const lookMs = 250;
const restartMs = 5000;

/** Waits for the token that was meant, by its model and serial. A library that does not see it is started anew. */
async function returned(library: LoadedLibrary, target: AppletTarget): Promise<Handle> {
  const deadline = Date.now() + returnLimitMs;
  let restart = Date.now() + restartMs;
  for (;;) {
    try {
      return library.findSlot(target);
    } catch (error) {
      const away = error instanceof CryptokiFailure || error instanceof TokenProblem;
      if (!away || Date.now() > deadline) throw error;
    }
    await delay(lookMs);
    if (Date.now() < restart) continue;
    library.refresh();
    restart = Date.now() + restartMs;
  }
}

function setUserPin(library: LoadedLibrary, target: AppletTarget, slot: Handle, request: InitialisationRequest): void {
  const session = logInOnce(library, target, slot, 'so', request.soPin);
  try {
    library.cryptoki.C_InitPIN(session, request.newPin);
  } finally {
    endSession(library.cryptoki, session);
  }
}

function requirePrepared({ cryptoki, extensions }: LoadedLibrary, slot: Handle): void {
  const applet = readSlot(cryptoki, slot, extensions)?.applet;
  const prepared =
    applet?.initialised &&
    applet.userPin.initialised &&
    [applet.certificates, applet.keys, applet.cryptoProContainers].every((list) => list.length === 0);
  if (!prepared) throw new CryptokiFailure('C_InitToken', null, 'The token did not come out empty and with a user PIN');
}

/** A new PIN the token does not take is said as such; the person types another and prepares anew. */
const ownWords: ReadonlySet<ProblemCode> = new Set([
  'TOKEN_PIN_POLICY',
  'TOKEN_PIN_IN_HISTORY',
  'TOKEN_PIN_LENGTH',
  'TOKEN_PIN_CHARACTERS',
]);

function unfinished(cause: Problem): Problem {
  if (ownWords.has(cause.code)) return { ...cause, details: { ...cause.details, emptied: true } };
  return problem('TOKEN_INITIALISATION_UNFINISHED', {}, { ...cause.details, cause: cause.code });
}

function refusal(
  library: LoadedLibrary,
  slot: Handle,
  { initialisation, hasSoPin }: AppletCapabilities,
  { soPin, newPin, lastTryConfirmed }: InitialisationRequest,
): Problem | null {
  if (initialisation === 'none') return problem('TOKEN_OPERATION_UNSUPPORTED', {}, { sent: false });
  const { user, so } = readPins(library.cryptoki, slot, library.extensions);
  return (
    newPinRefusal(user, newPin, null) ??
    (initialisation === 'pkcs11' && hasSoPin ? refusalUnsent(so, 'so', soPin, lastTryConfirmed) : null)
  );
}

/** Empties the applet. What fails here leaves it as it was, by the token's own word. */
function empty(
  library: LoadedLibrary,
  target: AppletTarget,
  slot: Handle,
  { initialisation }: AppletCapabilities,
  { soPin, newPin, label }: InitialisationRequest,
): void {
  const { cryptoki, extensions } = library;
  if (initialisation !== 'pkcs11') {
    const done = initialisation === 'vendor' && extensions?.initialiseGost(slot, newPin, paddedLabel(label));
    if (!done) throw new TokenProblem(problem('TOKEN_INITIALISATION_HANDOFF'));
    return;
  }
  try {
    cryptoki.C_InitToken(slot, soPin, paddedLabel(label));
  } catch (error) {
    if (!(error instanceof CryptokiFailure)) throw error;
    throw new TokenProblem(refusalAfterTry(library, target, slot, 'so', error));
  }
}

/**
 * Prepares an applet anew: everything in it is lost. `C_InitToken` with the administrator's PIN, one login of the
 * administrator on the token as it came back, `C_InitPIN`, and a look at the result; nothing is repeated. The ГОСТ
 * part of a JaCarta-2 goes through its vendor's function, or through its vendor's program.
 * @throws TokenProblem `TOKEN_INITIALISATION_HANDOFF` with nothing changed, `TOKEN_INITIALISATION_UNFINISHED` when the
 *   applet is empty already and has no user PIN yet …; CryptokiFailure
 */
export async function initialiseApplet(
  library: LoadedLibrary,
  target: AppletTarget,
  request: InitialisationRequest,
): Promise<void> {
  const { cryptoki } = library;
  signOut(library, target);
  library.refresh();
  const slot = library.findSlot(target);
  const capabilities = appletCapabilities(recognitionOf(cryptoki, slot, cryptoki.C_GetTokenInfo(slot)));
  const refused = refusal(library, slot, capabilities, request);
  if (refused) throw new TokenProblem(refused);
  cryptoki.C_CloseAllSessions(slot);
  empty(library, target, slot, capabilities, request);
  try {
    const slotNow = await returned(library, target);
    if (capabilities.initialisation === 'pkcs11') setUserPin(library, target, slotNow, request);
    requirePrepared(library, slotNow);
  } catch (error) {
    throw new TokenProblem(unfinished(error instanceof TokenProblem ? error.problem : library.explain(error, target)));
  }
}
