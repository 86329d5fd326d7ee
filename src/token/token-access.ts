import type { AppletKind, PinFacts, TokenReport } from '../shared/domain/token.ts';
import type { Result } from '../shared/result.ts';

/** Names an applet of a device that a scan has reported. The device's serial is verified again before each action. */
export interface AppletReference {
  readonly device: string;
  readonly applet: AppletKind;
}

interface SignInRequest extends AppletReference {
  readonly pin: string;
  /** The person confirmed a login at the last try; without it such a login is refused unsent. */
  readonly lastTryConfirmed: boolean;
}

interface PinChange extends AppletReference {
  readonly oldPin: string;
  readonly newPin: string;
  readonly lastTryConfirmed: boolean;
}

interface PinUnblock extends AppletReference {
  readonly soPin: string;
  /** `null` keeps the PIN and restores its tries, where the vendor's library can (`canUnblock` says so). */
  readonly newPin: string | null;
  readonly lastTryConfirmed: boolean;
}

interface AppletInitialisation extends AppletReference {
  readonly soPin: string;
  readonly newPin: string;
  /** At most 32 bytes of UTF-8; cut on a character boundary and padded by the floor. */
  readonly label: string;
  readonly lastTryConfirmed: boolean;
}

export type DeletableKind = 'orphan-key' | 'orphan-certificate' | 'expired-access-key' | 'replaced-access-key';

export interface TokenWatch {
  pause(paused: boolean): void;
  stop(): void;
}

/** Signature schemes a key on a token is asked for. GOST schemes hash with Streebog and sign the digest. */
export type SignatureScheme = 'rsa-pkcs1-sha256' | 'gost-2012-256' | 'gost-2012-512';

/**
 * The tokens of this computer, as the application sees them. Everything happens in the token process; here only data
 * crosses. Every method answers with a problem of the catalogue instead of throwing, also when the process hangs
 * (time limit) or dies (`TOKEN_PROCESS_DIED`); the next call starts a new process.
 */
export interface TokenAccess {
  /** Reads every library and every token anew. Costs no PIN try and changes nothing on any token. */
  scan(): Promise<Result<TokenReport>>;
  /**
   * One `C_Login`, never repeated. The answer tells the tries as they are afterwards.
   * Problems: `TOKEN_PIN_INCORRECT`, `TOKEN_PIN_LOCKED`, `TOKEN_PIN_LENGTH`, `TOKEN_PIN_LAST_TRY_UNCONFIRMED` …
   */
  signIn(request: SignInRequest): Promise<Result<PinFacts>>;
  signOut(reference: AppletReference): Promise<Result<null>>;
  /** RSA-2048 on the token; `keyId` is CKA_ID in hex, `publicKey` a DER SubjectPublicKeyInfo in base64. */
  generateRsaPair(
    request: AppletReference & { readonly label: string },
  ): Promise<Result<{ keyId: string; publicKey: string }>>;
  /** Signs `data` (base64) with the private key of `keyId`; answers the signature in base64. Needs a sign-in. */
  sign(
    request: AppletReference & { readonly keyId: string; readonly scheme: SignatureScheme; readonly data: string },
  ): Promise<Result<{ signature: string }>>;
  /** Writes a certificate (DER, base64) beside the key of `keyId`; refused unless the public keys are the same. */
  writeCertificate(
    request: AppletReference & { readonly keyId: string; readonly der: string; readonly label: string },
  ): Promise<Result<null>>;
  /** GOST R 34.10-2012 pair (256 or 512 bit by its parameter set, an OID); answers as for RSA. */
  generateGostPair(
    request: AppletReference & { readonly label: string; readonly parameterSet: string },
  ): Promise<Result<{ keyId: string; publicKey: string }>>;
  /** A new user PIN for the old one: one login, no second try. Answers the PIN as it is afterwards. */
  changePin(request: PinChange): Promise<Result<PinFacts>>;
  /** Mends a locked or forgotten user PIN with the administrator's PIN; keys stay. One administrator login. */
  unblockPin(request: PinUnblock): Promise<Result<PinFacts>>;
  /**
   * Prepares an applet anew; everything in it is lost. Waits for a token that drops off the bus (up to 30 s) and reads
   * the result back. Problems: `TOKEN_INITIALISATION_HANDOFF` where only the vendor's program can do it …
   */
  initialise(request: AppletInitialisation): Promise<Result<null>>;
  /**
   * Deletes the objects of one CKA_ID, and only if they are still what the person confirmed. Needs a sign-in.
   * `orphan-key`: no certificate belongs to it; `orphan-certificate`: no key; `expired-access-key`: both, past its date;
   * `replaced-access-key`: both, and a newer access key is in force beside it.
   */
  deleteKey(request: AppletReference & { readonly keyId: string; readonly as: DeletableKind }): Promise<Result<null>>;
  /**
   * Calls `listener` whenever tokens appeared or vanished, at the latest two seconds after, until the answer is called.
   * Looks at slots only, never into a token. `pause(true)` stops looking (a UTM is busy with the token).
   */
  watch(listener: () => void): TokenWatch;
  /** Ends the token process. Calls under way answer `TOKEN_PROCESS_DIED`. */
  close(): Promise<void>;
}

/** A started token process, whichever way it was started (Electron utility process, Node child process). */
export interface TokenProcessHandle {
  readonly pid: number | undefined;
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  onExit(listener: (code: number | null) => void): void;
  kill(): void;
}

/** Starts a token process. Given to the client, so that the floor knows neither Electron nor `child_process`. */
export type TokenProcessLauncher = () => TokenProcessHandle;
