import { problem } from '../shared/problems/problem.ts';
import { fail, succeed } from '../shared/result.ts';
import type { AccessKeyIssuer } from './access-key-issuer.ts';
import { buildAccessKeyRequest } from './access-key-request.ts';

/**
 * Files as the way to an access key: the pair is made on the token, the request is signed there and goes out, and the
 * certificate comes back some day. Until then the pair waits on the token; nothing that was there is touched.
 */
export const createFileIssuer = (now: () => Date): AccessKeyIssuer => ({
  id: 'file',
  async issue({ subdivision, termsAccepted }, { token, onStage }) {
    if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    onStage('making-pair');
    const pair = await token.makePair();
    if (!pair.ok) return pair;
    onStage('requesting');
    const { keyId } = pair.value;
    const built = await buildAccessKeyRequest({
      subdivision,
      pair: pair.value,
      sign: (data) => token.signWithPair(keyId, data),
    });
    if (!built.ok) return built;
    const { der, publicKeySha256 } = built.value;
    return succeed({
      kind: 'requested',
      request: {
        keyId,
        fsrarId: subdivision.fsrarId,
        der: Buffer.from(der).toString('base64'),
        publicKeySha256,
        madeAt: now().toISOString(),
      },
    });
  },
});
