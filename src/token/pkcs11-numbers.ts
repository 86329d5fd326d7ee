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
  gostR3410KeyPairGen: 0x1200,
  gostR3410: 0x1201,
  gostR3410Bits512KeyPairGen: 0xd4321005,
  gostR3410Bits512: 0xd4321006,
  gostR3410WithStreebog256: 0xd4321008,
  gostR3410WithStreebog512: 0xd4321009,
  streebog256: 0xd4321012,
  streebog512: 0xd4321013,
} as const;

/** Certificate category "token user", PKCS#11 v2.40 §4.6.3. */
export const certificateOfTokenUser = 1;

/** Return codes by their names in the standard's header, without the prefix `CKR_`. */
export const CKR = {
  CANCEL: 0x1,
  HOST_MEMORY: 0x2,
  SLOT_ID_INVALID: 0x3,
  GENERAL_ERROR: 0x5,
  FUNCTION_FAILED: 0x6,
  ARGUMENTS_BAD: 0x7,
  CANT_LOCK: 0xa,
  ATTRIBUTE_READ_ONLY: 0x10,
  ATTRIBUTE_SENSITIVE: 0x11,
  ATTRIBUTE_TYPE_INVALID: 0x12,
  ATTRIBUTE_VALUE_INVALID: 0x13,
  ACTION_PROHIBITED: 0x1b,
  DATA_INVALID: 0x20,
  DATA_LEN_RANGE: 0x21,
  DEVICE_ERROR: 0x30,
  DEVICE_MEMORY: 0x31,
  DEVICE_REMOVED: 0x32,
  FUNCTION_CANCELED: 0x50,
  FUNCTION_NOT_SUPPORTED: 0x54,
  KEY_HANDLE_INVALID: 0x60,
  KEY_SIZE_RANGE: 0x62,
  KEY_TYPE_INCONSISTENT: 0x63,
  KEY_FUNCTION_NOT_PERMITTED: 0x68,
  MECHANISM_INVALID: 0x70,
  MECHANISM_PARAM_INVALID: 0x71,
  OBJECT_HANDLE_INVALID: 0x82,
  OPERATION_ACTIVE: 0x90,
  OPERATION_NOT_INITIALIZED: 0x91,
  PIN_INCORRECT: 0xa0,
  PIN_INVALID: 0xa1,
  PIN_LEN_RANGE: 0xa2,
  PIN_EXPIRED: 0xa3,
  PIN_LOCKED: 0xa4,
  SESSION_CLOSED: 0xb0,
  SESSION_COUNT: 0xb1,
  SESSION_HANDLE_INVALID: 0xb3,
  SESSION_PARALLEL_NOT_SUPPORTED: 0xb4,
  SESSION_READ_ONLY: 0xb5,
  SESSION_EXISTS: 0xb6,
  SESSION_READ_ONLY_EXISTS: 0xb7,
  SESSION_READ_WRITE_SO_EXISTS: 0xb8,
  SIGNATURE_INVALID: 0xc0,
  SIGNATURE_LEN_RANGE: 0xc1,
  TEMPLATE_INCOMPLETE: 0xd0,
  TEMPLATE_INCONSISTENT: 0xd1,
  TOKEN_NOT_PRESENT: 0xe0,
  TOKEN_NOT_RECOGNIZED: 0xe1,
  TOKEN_WRITE_PROTECTED: 0xe2,
  USER_ALREADY_LOGGED_IN: 0x100,
  USER_NOT_LOGGED_IN: 0x101,
  USER_PIN_NOT_INITIALIZED: 0x102,
  USER_TYPE_INVALID: 0x103,
  USER_ANOTHER_ALREADY_LOGGED_IN: 0x104,
  BUFFER_TOO_SMALL: 0x150,
  CRYPTOKI_NOT_INITIALIZED: 0x190,
  CRYPTOKI_ALREADY_INITIALIZED: 0x191,
  FUNCTION_REJECTED: 0x200,
} as const;

export type ReturnCodeName = keyof typeof CKR;
