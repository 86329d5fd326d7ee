import type { Cryptoki } from '../../src/token/cryptoki.ts';
import { CKF, CKM, CKR } from '../../src/token/pkcs11-numbers.ts';

/** A slot as a library shows it, in the words a real one was seen to use. `null` is an empty slot. */
export interface LiteralSlot {
  readonly reader: string;
  readonly model: string;
  readonly manufacturer: string;
  readonly label?: string;
  readonly serial: string;
  readonly hardware?: readonly [number, number];
  readonly firmware?: readonly [number, number];
  readonly mechanisms?: readonly number[];
  readonly maxRsaBits?: number;
  readonly initialised?: boolean;
  /** The library refuses to speak of this token. */
  readonly broken?: boolean;
  /** The name in the hardware-feature object. */
  readonly vendorName?: string;
}

class Refusal extends Error {
  readonly code: number;

  constructor(name: keyof typeof CKR) {
    super(`CKR_${name}`);
    this.code = CKR[name];
  }
}

const ulong = (value: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const padded = (text: string, length: number) => text.padEnd(length, ' ');
const version = ([major, minor]: readonly [number, number]) => ({ major, minor });

type Read = Pick<
  Cryptoki,
  | 'C_Initialize'
  | 'C_GetInfo'
  | 'C_GetSlotList'
  | 'C_GetSlotInfo'
  | 'C_GetTokenInfo'
  | 'C_GetMechanismList'
  | 'C_GetMechanismInfo'
  | 'C_OpenSession'
  | 'C_CloseSession'
  | 'C_GetSessionInfo'
  | 'C_FindObjects'
  | 'C_FindObjectsFinal'
>;

const generating: readonly number[] = [CKM.rsaPkcsKeyPairGen, CKM.gostR3410KeyPairGen, 0x1040];

class LiteralLibrary implements Read {
  readonly #slots: readonly (LiteralSlot | null)[];
  readonly #onlyPresent: boolean;
  #findsFeature = false;

  constructor(slots: readonly (LiteralSlot | null)[], onlyPresent: boolean) {
    this.#slots = slots;
    this.#onlyPresent = onlyPresent;
  }

  #slotAt(handle: Buffer): LiteralSlot | null {
    return this.#slots[Number(handle.readBigUInt64LE())] ?? null;
  }

  #tokenAt(handle: Buffer): LiteralSlot {
    const slot = this.#slotAt(handle);
    if (!slot) throw new Refusal('TOKEN_NOT_PRESENT');
    if (slot.broken) throw new Refusal('DEVICE_ERROR');
    return slot;
  }

  C_Initialize() {}

  C_GetInfo() {
    return {
      cryptokiVersion: version([2, 40]),
      manufacturerID: padded('Aktiv Co.', 32),
      flags: 0,
      libraryDescription: padded('Rutoken ECP PKCS #11 library', 32),
      libraryVersion: version([2, 19]),
    };
  }

  // A library may answer with empty slots although it was asked for tokens only.
  C_GetSlotList(present = false) {
    return this.#slots.flatMap((slot, index) => (present && this.#onlyPresent && !slot ? [] : [ulong(index)]));
  }

  C_GetSlotInfo(handle: Buffer) {
    const slot = this.#slotAt(handle);
    return {
      slotDescription: padded(slot?.reader ?? '', 64),
      manufacturerID: padded('', 32),
      flags: slot ? CKF.tokenPresent : 0,
      hardwareVersion: version([0, 0]),
      firmwareVersion: version([0, 0]),
    };
  }

  C_GetTokenInfo(handle: Buffer) {
    const slot = this.#tokenAt(handle);
    const { label = '', hardware = [1, 0], firmware = [1, 0], initialised = true } = slot;
    return {
      label: padded(label, 32),
      manufacturerID: padded(slot.manufacturer, 32),
      model: padded(slot.model, 16),
      serialNumber: padded(slot.serial, 16),
      flags: initialised ? CKF.tokenInitialized | CKF.userPinInitialized : 0,
      maxSessionCount: 0,
      sessionCount: 0,
      maxRwSessionCount: 0,
      rwSessionCount: 0,
      maxPinLen: 32,
      minPinLen: 6,
      totalPublicMemory: 2n ** 64n - 1n,
      freePublicMemory: 2n ** 64n - 1n,
      totalPrivateMemory: 4294967295,
      freePrivateMemory: 4294967295,
      hardwareVersion: version(hardware),
      firmwareVersion: version(firmware),
      utcTime: '',
    };
  }

  C_GetMechanismList(handle: Buffer) {
    return [...(this.#tokenAt(handle).mechanisms ?? [])];
  }

  C_GetMechanismInfo(handle: Buffer, mechanism: number) {
    const { mechanisms = [], maxRsaBits = 2048 } = this.#tokenAt(handle);
    if (!mechanisms.includes(mechanism) || mechanism === CKM.gostR3410Bits512KeyPairGen)
      throw new Refusal('MECHANISM_INVALID');
    return {
      minKeySize: 0,
      maxKeySize: mechanism === CKM.rsaPkcsKeyPairGen ? maxRsaBits : 256,
      flags: generating.includes(mechanism) ? CKF.generateKeyPair : CKF.sign,
    };
  }

  /** The slot serves as its session. */
  C_OpenSession(handle: Buffer) {
    this.#tokenAt(handle);
    return handle;
  }

  C_CloseSession() {}

  C_GetSessionInfo(session: Buffer) {
    return { slotID: session, state: 0, flags: 0, deviceError: 0 };
  }

  C_FindObjectsInit(session: Buffer, template: readonly { readonly value?: unknown }[] = []) {
    const wanted = template.some(({ value }) => value === 0x80000001);
    this.#findsFeature = wanted && this.#tokenAt(session).vendorName !== undefined;
  }

  C_FindObjects(session: Buffer) {
    const found = this.#findsFeature ? [session] : [];
    this.#findsFeature = false;
    return found;
  }

  C_FindObjectsFinal() {}

  C_GetAttributeValue(session: Buffer) {
    return [{ type: 0x80003010, value: Buffer.from(this.#tokenAt(session).vendorName ?? '', 'utf8') }];
  }
}

/** Reads only: any call that is not needed to look at a token is a failure of the test. */
export function literalCryptoki(
  slots: readonly (LiteralSlot | null)[],
  { onlyPresent = true }: { readonly onlyPresent?: boolean } = {},
): Cryptoki {
  const library = new LiteralLibrary(slots, onlyPresent);
  return new Proxy(library as Partial<Cryptoki> as Cryptoki, {
    get(target, property) {
      const call: unknown = Reflect.get(target, property);
      if (typeof call !== 'function') throw new Error(`${String(property)} is not needed to look at a token`);
      return call.bind(library);
    },
  });
}
