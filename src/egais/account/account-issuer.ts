import { parseCertificate } from '../../pki/certificate.ts';
import { subjectPublicKeyInfo } from '../../pki/certificate-file.ts';
import { sameBytes } from '../../pki/der.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { AccessKeyIssuer, FreshPair, IssueRequest, TokenWork } from '../access-key-issuer.ts';
import { buildAccessKeyRequest } from '../access-key-request.ts';
import type { AccountClient } from './account-client.ts';
import { signedByAsker } from './account-session.ts';

/** The request for the key of a pair: its PKCS#10, signed once more by the qualified key. */
async function signedRequest(
  { subdivision, qualified }: IssueRequest,
  token: TokenWork,
  pair: FreshPair,
  now: Date,
): Promise<Result<Uint8Array>> {
  const sign = (data: Uint8Array) => token.signWithPair(pair.keyId, data);
  const built = await buildAccessKeyRequest({ subdivision, pair, sign });
  return built.ok ? signedByAsker({ qualified, token }, built.value.der, now) : built;
}

/** Whether what came back is the certificate of an access key, of this very key, and for this place. */
function suits(certificate: Uint8Array, { publicKey }: FreshPair, expected: string): Result<null> {
  const certified = subjectPublicKeyInfo(certificate);
  const reading = parseCertificate(certificate);
  if (!reading.ok || certified === undefined) return fail(problem('TOKEN_CERTIFICATE_UNREADABLE'));
  if (!sameBytes(certified, publicKey)) return fail(problem('TOKEN_KEY_MISMATCH'));
  const { issuer, purpose, fsrarId } = reading.certificate;
  if (purpose !== 'access-key')
    return fail(problem('SETUP_CERTIFICATE_NOT_ACCESS_KEY', { issuer: issuer.commonName ?? issuer.text }));
  return fsrarId === expected
    ? succeed(null)
    : fail(problem('SETUP_CERTIFICATE_OTHER_PLACE', { expected, fsrarId: fsrarId ?? '—' }));
}

/**
 * An account service of our contract as the issuer of access keys. Nothing is made on the token before the service has
 * let the holder in. After that a course that breaks off, wherever it does, leaves what was on the token before as it
 * was, and at most one pair without a certificate beside it, which the next look at the token finds and names.
 *
 * Problems: those of `AccountClient.requestAccessKey` and of the token; `TOKEN_CERTIFICATE_UNREADABLE`,
 * `TOKEN_KEY_MISMATCH`, `SETUP_CERTIFICATE_NOT_ACCESS_KEY`, `SETUP_CERTIFICATE_OTHER_PLACE` when the service answered
 * with a certificate that is none, of another key, of another authority, or for another place: it is not written.
 */
export const createAccountIssuer = (client: AccountClient, now: () => Date = () => new Date()): AccessKeyIssuer => ({
  id: 'account',
  async issue(request, { token, onStage }) {
    const { subdivision, role, mchd, qualified, termsAccepted } = request;
    const { fsrarId } = subdivision;
    if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    if (role === 'person-with-mchd' && mchd === null) return fail(problem('SETUP_MCHD_NOT_ACCEPTED'));
    const asker = { qualified, token };
    const inside = await client.signIn(asker);
    if (!inside.ok) return inside;

    onStage('making-pair');
    const pair = await token.makePair();
    if (!pair.ok) return pair;

    onStage('certifying');
    const signed = await signedRequest(request, token, pair.value, now());
    if (!signed.ok) return signed;
    const order = { fsrarId, role, termsAccepted, signedRequest: signed.value, mchd };
    const issued = await client.requestAccessKey(asker, order);
    if (!issued.ok) return issued;
    const { certificate } = issued.value;
    const suitable = suits(certificate, pair.value, fsrarId);
    if (!suitable.ok) return suitable;

    onStage('writing');
    const written = await token.writeCertificate(pair.value.keyId, certificate);
    return written.ok ? succeed({ kind: 'written' }) : written;
  },
});
