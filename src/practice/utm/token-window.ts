import type { Handle } from 'pkcs11js';
import type { Cryptoki } from '../../token/cryptoki.ts';
import { CKF, CKM } from '../../token/pkcs11-numbers.ts';
import { TokenPart } from '../token-part.ts';

/** What a UTM takes from its token: the first slot that can hold an RSA key, the first for ГОСТ. */
export interface TokenParts {
  readonly rsa: TokenPart;
  readonly gost: TokenPart;
}

/**
 * Finds the parts through the library, as any program would, and keeps the connections between looks. A UTM takes the
 * first token it sees and stays with it until it ends, whatever else is plugged in or out (docs/sources.md, UTM).
 */
export class TokenWindow {
  readonly #cryptoki: Cryptoki;
  /** Reader of the token it stays with. */
  #reader: string | null = null;
  readonly #parts = new Map<string, TokenPart>();

  constructor(cryptoki: Cryptoki) {
    this.#cryptoki = cryptoki;
    cryptoki.C_Initialize({ flags: CKF.osLockingOk });
  }

  /** `null` when no token is in the computer that can hold an RSA key, or not the one it stays with. */
  look(): TokenParts | null {
    const slots = this.#cryptoki.C_GetSlotList(true).filter((slot) => this.#isReady(slot) && this.#isHeld(slot));
    const rsa = slots.find((slot) => this.#generates(slot, CKM.rsaPkcsKeyPairGen));
    if (rsa === undefined) return null;
    this.#reader = this.#readerOf(rsa);
    const gost = slots.find((slot) => this.#generates(slot, CKM.gostR3410KeyPairGen) && this.#isHeld(slot)) ?? rsa;
    return { rsa: this.#part(rsa), gost: this.#part(gost) };
  }

  close(): void {
    this.#cryptoki.C_Finalize();
  }

  #readerOf(slot: Handle): string {
    return this.#cryptoki.C_GetSlotInfo(slot).slotDescription.trimEnd();
  }

  #isHeld(slot: Handle): boolean {
    return this.#reader === null || this.#readerOf(slot) === this.#reader;
  }

  #isReady(slot: Handle): boolean {
    try {
      return (this.#cryptoki.C_GetTokenInfo(slot).flags & CKF.tokenInitialized) !== 0;
    } catch {
      return false;
    }
  }

  #generates(slot: Handle, mechanism: number): boolean {
    try {
      return (this.#cryptoki.C_GetMechanismInfo(slot, mechanism).flags & CKF.generateKeyPair) !== 0;
    } catch {
      return false;
    }
  }

  #part(slot: Handle): TokenPart {
    const key = slot.toString('hex');
    const part = this.#parts.get(key) ?? new TokenPart(this.#cryptoki, slot);
    this.#parts.set(key, part);
    return part;
  }
}
