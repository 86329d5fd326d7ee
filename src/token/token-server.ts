import type { Handle } from 'pkcs11js';
import type { TokenFamily } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { type OpenToken, readUlong } from './attribute-reading.ts';
import { writeCertificate } from './certificate-object.ts';
import type { CryptokiLoader } from './cryptoki.ts';
import { generateGostPair } from './gost-key-pair.ts';
import { initialiseApplet } from './initialisation.ts';
import { deleteKey } from './key-deletion.ts';
import { type LoadedLibrary, loadLibrary, TokenProblem } from './loaded-library.ts';
import { unpadded } from './padded-text.ts';
import { changePin } from './pin-change.ts';
import { unblockPin } from './pin-unblock.ts';
import { familyOf } from './profiles.ts';
import { problemOfFailure } from './return-codes.ts';
import { generateRsaPair } from './rsa-key-pair.ts';
import { signWithKey } from './sign.ts';
import { signIn, signOut } from './sign-in.ts';
import { readSlot, recognitionOf, type SlotReading } from './slot-reading.ts';
import type { AppletTarget, LibraryReading, TokenCommand } from './token-protocol.ts';
import type { VendorExtensions } from './vendor-extensions.ts';

/** Carries out commands one after another, on the libraries it loads as they are first named. Never throws. */
export interface TokenServer {
  perform(command: TokenCommand): Promise<Result<unknown>>;
  /** Somebody is signed in to some token. */
  signedIn(): boolean;
}

/**
 * A slot as it is. A sign-in that the library still keeps and we do not, because ending it failed, is ended first: the
 * person would be shown as signed in and could do nothing.
 */
function readTruly(library: LoadedLibrary, slot: Handle): SlotReading | null {
  const { cryptoki, extensions, path } = library;
  const reading = readSlot(cryptoki, slot, extensions);
  if (!reading?.applet.signedIn) return reading;
  const { kind, model, serial } = reading.applet;
  if (library.signedIn({ library: path, kind, model, serial })) return reading;
  cryptoki.C_CloseAllSessions(slot);
  return readSlot(cryptoki, slot, extensions);
}

function scan(library: LoadedLibrary): LibraryReading {
  const { cryptoki, path, lookAround } = library;
  const info = cryptoki.C_GetInfo();
  const slots: SlotReading[] = [];
  const unreadableSlots: LibraryReading['unreadableSlots'] = [];
  for (const slot of cryptoki.C_GetSlotList(true)) {
    try {
      const reading = readTruly(library, slot);
      if (reading) slots.push(reading);
    } catch (error) {
      unreadableSlots.push({ slot: String(readUlong(slot) ?? ''), problem: problemOfFailure(error, path) });
    }
  }
  return {
    description: unpadded(info.libraryDescription),
    version: `${info.libraryVersion.major}.${info.libraryVersion.minor}`,
    manufacturer: unpadded(info.manufacturerID),
    slots,
    unreadableSlots,
    present: [...lookAround(true)],
  };
}

function requireSignedIn(library: LoadedLibrary, target: AppletTarget): OpenToken {
  const token = library.signedIn(target);
  if (token) return token;
  // Tells a token that is gone from one where nobody is signed in.
  library.findSlot(target);
  throw new TokenProblem(problem('TOKEN_NOT_SIGNED_IN'));
}

function familyOfSession({ cryptoki, session }: OpenToken): TokenFamily {
  const slot = cryptoki.C_GetSessionInfo(session).slotID;
  return familyOf(recognitionOf(cryptoki, slot, cryptoki.C_GetTokenInfo(slot)));
}

async function carryOut(command: TokenCommand, library: LoadedLibrary): Promise<unknown> {
  switch (command.kind) {
    case 'scan':
      return scan(library);
    case 'sign-in':
      return signIn(library, command.target, command.pin, command.lastTryConfirmed);
    case 'sign-out':
      signOut(library, command.target);
      return null;
    case 'generate-rsa-pair': {
      const token = requireSignedIn(library, command.target);
      return generateRsaPair(token, familyOfSession(token), command.label);
    }
    case 'sign': {
      const token = requireSignedIn(library, command.target);
      const signature = await signWithKey(token, command.keyId, command.scheme, Buffer.from(command.data, 'base64'));
      return { signature: signature.toString('base64') };
    }
    case 'write-certificate': {
      const token = requireSignedIn(library, command.target);
      writeCertificate(token, command.keyId, Buffer.from(command.der, 'base64'), command.label);
      return null;
    }
    case 'presence':
      return { present: library.lookAround(false) };
    case 'generate-gost-pair': {
      const token = requireSignedIn(library, command.target);
      return generateGostPair(token, familyOfSession(token), command.label, command.parameterSet);
    }
    case 'change-pin':
      return changePin(library, command.target, command);
    case 'unblock-pin':
      return unblockPin(library, command.target, command);
    case 'initialise':
      await initialiseApplet(library, command.target, command);
      return null;
    case 'delete-key':
      deleteKey(requireSignedIn(library, command.target), command.keyId, command.as);
      return null;
  }
}

/**
 * @param load opens a library by its path; each path is opened once and kept
 * @param openExtensions finds the vendor's own functions of a library that is loaded
 */
export function createTokenServer(
  load: CryptokiLoader,
  openExtensions: (path: string) => VendorExtensions | null = () => null,
): TokenServer {
  const libraries = new Map<string, LoadedLibrary>();
  let queue: Promise<unknown> = Promise.resolve();

  const libraryAt = (path: string): LoadedLibrary => {
    const known = libraries.get(path);
    if (known) return known;
    const loaded = loadLibrary(path, load, openExtensions);
    libraries.set(path, loaded);
    return loaded;
  };

  const attempt = async (command: TokenCommand): Promise<Result<unknown>> => {
    const path = 'target' in command ? command.target.library : command.library;
    try {
      const library = libraryAt(path);
      try {
        return succeed(await carryOut(command, library));
      } catch (error) {
        if (error instanceof TokenProblem || !('target' in command)) throw error;
        library.forgetIfGone(error, command.target);
        return fail(library.explain(error, command.target));
      }
    } catch (error) {
      return fail(error instanceof TokenProblem ? error.problem : problemOfFailure(error, path));
    }
  };

  return {
    perform(command) {
      const outcome = queue.then(() => attempt(command));
      queue = outcome;
      return outcome;
    },
    signedIn: () => [...libraries.values()].some((library) => library.inUse()),
  };
}
