import { gostKeyPairMechanisms } from '../shared/domain/gost-parameter-sets.ts';

/**
 * Numbers of PKCS#11 v2.40 (OASIS) that the product uses, and those of ТК 26 for ГОСТ Р 34.10-2012, which the standard
 * has no codes for: both vendors and OpenSC take the latter from the base 0xD4321000.
 */

export const CKU = { so: 0, user: 1 } as const;

export const CKF = {
  // C_Initialize
  osLockingOk: 0x2,
  // slot
  tokenPresent: 0x1,
  removableDevice: 0x2,
  hardwareSlot: 0x4,
  // session
  rwSession: 0x2,
  serialSession: 0x4,
  // token
  rng: 0x1,
  loginRequired: 0x4,
  userPinInitialized: 0x8,
  tokenInitialized: 0x400,
  userPinCountLow: 0x10000,
  userPinFinalTry: 0x20000,
  userPinLocked: 0x40000,
  userPinToBeChanged: 0x80000,
  soPinCountLow: 0x100000,
  soPinFinalTry: 0x200000,
  soPinLocked: 0x400000,
  // mechanism
  hardware: 0x1,
  digest: 0x400,
  sign: 0x800,
  verify: 0x2000,
  generateKeyPair: 0x10000,
} as const;

export const CKO = { data: 0, certificate: 1, publicKey: 2, privateKey: 3, hardwareFeature: 5 } as const;

export const CKK = { rsa: 0x0, ec: 0x3, gostR3410: 0x30, gostR3410Bits512: 0xd4321003 } as const;

export const CKC = { x509: 0 } as const;

export const CKA = {
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  application: 0x10,
  value: 0x11,
  certificateType: 0x80,
  issuer: 0x81,
  serialNumber: 0x82,
  certificateCategory: 0x87,
  keyType: 0x100,
  subject: 0x101,
  id: 0x102,
  sensitive: 0x103,
  encrypt: 0x104,
  decrypt: 0x105,
  wrap: 0x106,
  unwrap: 0x107,
  sign: 0x108,
  verify: 0x10a,
  derive: 0x10c,
  modulus: 0x120,
  modulusBits: 0x121,
  publicExponent: 0x122,
  privateExponent: 0x123,
  prime1: 0x124,
  prime2: 0x125,
  exponent1: 0x126,
  exponent2: 0x127,
  coefficient: 0x128,
  extractable: 0x162,
  neverExtractable: 0x164,
  alwaysSensitive: 0x165,
  modifiable: 0x170,
  gostR3410Params: 0x250,
  gostR3411Params: 0x251,
  hardwareFeatureType: 0x300,
} as const;

export const CKM = {
  rsaPkcsKeyPairGen: 0x0,
  rsaPkcs: 0x1,
  sha256RsaPkcs: 0x40,
  sha256: 0x250,
  gostR3410KeyPairGen: gostKeyPairMechanisms[256],
  gostR3410: 0x1201,
  gostR3410Bits512KeyPairGen: gostKeyPairMechanisms[512],
  gostR3410Bits512: 0xd4321006,
  gostR3410WithStreebog256: 0xd4321008,
  gostR3410WithStreebog512: 0xd4321009,
  streebog256: 0xd4321012,
  streebog512: 0xd4321013,
} as const;

/** Certificate category "token user", PKCS#11 v2.40 §4.6.3. */
export const certificateOfTokenUser = 1;

export { CKR, type ReturnCodeName } from '../shared/problems/token-return-codes.ts';
