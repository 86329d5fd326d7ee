import type { Handle, KeyPair, Mechanism, PKCS11, Template, TokenInfo } from 'pkcs11js';

/**
 * The part of PKCS#11 the product calls: the members of pkcs11js's `PKCS11` under their own names and types, so that
 * the real binding needs no adapter and the virtual token is held to the same signatures.
 * Callback forms are left out, and return types that pkcs11js declares wrongly are set right.
 */
export interface Cryptoki
  extends Pick<
    PKCS11,
    | 'C_Initialize'
    | 'C_Finalize'
    | 'C_GetInfo'
    | 'C_GetSlotList'
    | 'C_GetSlotInfo'
    | 'C_GetMechanismList'
    | 'C_GetMechanismInfo'
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
    | 'C_FindObjectsFinal'
    | 'C_DigestInit'
    | 'C_SignInit'
    | 'C_SignAsync'
    | 'C_VerifyInit'
    | 'C_GenerateKeyPairAsync'
    | 'C_GenerateRandom'
  > {
  C_GetTokenInfo(slot: Handle): CryptokiTokenInfo;
  C_InitToken(slot: Handle, pin?: string, label?: string): unknown;
  C_FindObjects(session: Handle, maxObjectCount: number): Handle[];
  C_Digest(session: Handle, inData: Buffer, outData: Buffer): Buffer;
  C_Sign(session: Handle, inData: Buffer, outData: Buffer): Buffer;
  C_Verify(session: Handle, inData: Buffer, signature: Buffer): boolean;
  C_GenerateKeyPair(
    session: Handle,
    mechanism: Mechanism,
    publicTemplate: Template,
    privateTemplate: Template,
  ): KeyPair;
}

type MemoryField = 'totalPublicMemory' | 'freePublicMemory' | 'totalPrivateMemory' | 'freePrivateMemory';

/** Memory sizes are declared as numbers and arrive as bigint where CK_ULONG has 64 bits. */
export type CryptokiTokenInfo = Omit<TokenInfo, MemoryField> & { readonly [field in MemoryField]: number | bigint };

/** Loads a PKCS#11 library by absolute path. Throws what the loader throws; `return-codes.ts` makes it a problem. */
export type CryptokiLoader = (path: string) => Cryptoki;
