import type { Handle, Template } from 'pkcs11js';
import type { Cryptoki } from './cryptoki.ts';
import { CryptokiFailure } from './return-codes.ts';

/** A library and a session of it: what reading and using objects needs. */
export interface OpenToken {
  readonly cryptoki: Cryptoki;
  readonly session: Handle;
}

/** CK_ULONG of any platform: 8 bytes on Linux and macOS, 4 on Windows, little-endian on all of them. */
export function readUlong(value: Buffer): number | null {
  if (value.length === 8) return Number(value.readBigUInt64LE());
  return value.length === 4 ? value.readUInt32LE() : null;
}

/**
 * One attribute, or `null` where the token has none or keeps it to itself. Attributes are asked one by one, because
 * one that is unknown or sensitive makes the whole call fail.
 */
export function optionalAttribute({ cryptoki, session }: OpenToken, object: Handle, type: number): Buffer | null {
  try {
    return cryptoki.C_GetAttributeValue(session, object, [{ type }])[0]?.value ?? null;
  } catch (error) {
    const refused =
      error instanceof CryptokiFailure && (error.is('ATTRIBUTE_TYPE_INVALID') || error.is('ATTRIBUTE_SENSITIVE'));
    if (refused) return null;
    throw error;
  }
}

export function textAttribute(token: OpenToken, object: Handle, type: number): string {
  return optionalAttribute(token, object, type)?.toString('utf8').replace(/\0+$/, '') ?? '';
}

const batch = 32;

/** Handles of every object that matches. The search is always ended, also when it fails. */
export function findObjects({ cryptoki, session }: OpenToken, template: Template): readonly Handle[] {
  const found: Handle[] = [];
  cryptoki.C_FindObjectsInit(session, template);
  try {
    for (;;) {
      const more = cryptoki.C_FindObjects(session, batch);
      found.push(...more.map((handle) => Buffer.from(handle)));
      if (more.length < batch) return found;
    }
  } finally {
    cryptoki.C_FindObjectsFinal(session);
  }
}

/**
 * CKA_ID as it is compared: КриптоПро ends it with a zero byte on some objects of a pair and not on others.
 * @param id hex
 */
export const comparableId = (id: string): string => id.replace(/(00)+$/, '');
