import { generateKeyPairSync, sign as nodeSign } from 'node:crypto';
import type { FreshPair } from '../../../src/egais/access-key-issuer.ts';
import type { SignElsewhere } from '../../../src/egais/signature-elsewhere.ts';
import { succeed } from '../../../src/shared/result.ts';

/** An RSA pair in software, and the signature a token would make with it. */
export function softwarePair(): { readonly pair: FreshPair; readonly sign: SignElsewhere } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    pair: { keyId: 'aa', publicKey: Uint8Array.from(publicKey.export({ format: 'der', type: 'spki' })) },
    sign: async (data) => succeed(Uint8Array.from(nodeSign('sha256', data, privateKey))),
  };
}
