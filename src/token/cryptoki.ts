import type { PKCS11 } from 'pkcs11js';

/**
 * The part of PKCS#11 the product calls: the members of pkcs11js's `PKCS11` under their own names and types, so that
 * the real binding needs no adapter and the virtual token is held to the same signatures.
 * Return types that pkcs11js declares wrongly are corrected where they are read (memory sizes are bigint at run time).
 */
export type Cryptoki = Pick<
  PKCS11,
  | 'C_Initialize'
  | 'C_Finalize'
  | 'C_GetInfo'
  | 'C_GetSlotList'
  | 'C_GetSlotInfo'
  | 'C_GetTokenInfo'
  | 'C_GetMechanismList'
  | 'C_GetMechanismInfo'
  | 'C_InitToken'
  | 'C_InitPIN'
  | 'C_SetPIN'
  | 'C_OpenSession'
  | 'C_CloseSession'
  | 'C_CloseAllSessions'
  | 'C_GetSessionInfo'
  | 'C_Login'
  | 'C_Logout'
  | 'C_CreateObject'
  | 'C_DestroyObject'
  | 'C_GetAttributeValue'
  | 'C_SetAttributeValue'
  | 'C_FindObjectsInit'
  | 'C_FindObjects'
  | 'C_FindObjectsFinal'
  | 'C_DigestInit'
  | 'C_Digest'
  | 'C_SignInit'
  | 'C_Sign'
  | 'C_SignAsync'
  | 'C_VerifyInit'
  | 'C_Verify'
  | 'C_GenerateKeyPair'
  | 'C_GenerateKeyPairAsync'
  | 'C_GenerateRandom'
>;

/** Loads a PKCS#11 library by absolute path. Throws what the loader throws; `return-codes.ts` makes it a problem. */
export type CryptokiLoader = (path: string) => Cryptoki;
