import type { QualifiedCertificate, TokenWork } from '../egais/access-key-issuer.ts';
import type { Device } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { TokenAccess } from '../token/token-access.ts';
import { accessKeyApplet, type FoundQualified } from './chosen-token.ts';
import { signatureSchemes } from './private-key-answer.ts';
import { accessKeyLabel, waitingKeyOf } from './waiting-keys.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

export const qualifiedOf = ({ certificate, entry }: FoundQualified): QualifiedCertificate => ({
  certificate,
  der: bytesOf(entry.der),
});

/** Signs with the key of the qualified certificate. Problem `TOKEN_OPERATION_UNSUPPORTED` for a key of another kind. */
export const qualifiedSigner =
  (tokens: TokenAccess, device: Device, { applet, keyId, certificate }: FoundQualified): TokenWork['signQualified'] =>
  async (data): Promise<Result<Uint8Array>> => {
    const scheme = signatureSchemes[certificate.key.kind];
    if (!scheme || scheme === 'rsa-pkcs1-sha256')
      return fail(problem('TOKEN_OPERATION_UNSUPPORTED', {}, { key: certificate.key.kind }));
    const signed = await tokens.sign({ device: device.id, applet, keyId, scheme, data: base64(data) });
    return signed.ok ? succeed(bytesOf(signed.value.signature)) : signed;
  };

export interface TokenWorkGround {
  readonly tokens: TokenAccess;
  readonly device: Device;
  readonly qualified: FoundQualified;
  readonly fsrarId: string;
  /** Reads the token anew; whether a key of this place is there that was not there before. */
  hasNewAccessKey(): Promise<Result<boolean>>;
}

/** What an issuer may do with a token, in terms of the token floor. */
export function tokenWork({ tokens, device, qualified, fsrarId, hasNewAccessKey }: TokenWorkGround): TokenWork {
  const applet = { device: device.id, applet: accessKeyApplet(device)?.kind ?? 'pki' } as const;
  const label = accessKeyLabel(fsrarId);
  return {
    async makePair() {
      const waiting = waitingKeyOf(device, fsrarId);
      if (waiting?.publicKey) return succeed({ keyId: waiting.keyId, publicKey: bytesOf(waiting.publicKey) });
      const pair = await tokens.generateRsaPair({ ...applet, label });
      return pair.ok ? succeed({ keyId: pair.value.keyId, publicKey: bytesOf(pair.value.publicKey) }) : pair;
    },
    async signWithPair(keyId, data) {
      const signed = await tokens.sign({ ...applet, keyId, scheme: 'rsa-pkcs1-sha256', data: base64(data) });
      return signed.ok ? succeed(bytesOf(signed.value.signature)) : signed;
    },
    writeCertificate: (keyId, der) => tokens.writeCertificate({ ...applet, keyId, der: base64(der), label }),
    signQualified: qualifiedSigner(tokens, device, qualified),
    hasNewAccessKey,
  };
}
