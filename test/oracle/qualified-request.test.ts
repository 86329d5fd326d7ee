import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildQualifiedRequest } from '../../src/egais/qualified-request.ts';
import { parseCertificate } from '../../src/pki/certificate.ts';
import { parseCertificationRequest } from '../../src/pki/certification-request.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { streebog256 } from '../../src/pki/streebog.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { createQualifiedRequest } from '../../src/setup/qualified-certificate/create-request.ts';
import { installQualifiedCertificate } from '../../src/setup/qualified-certificate/install-certificate.ts';
import { openRequests } from '../../src/setup/qualified-certificate/qualified-requests.ts';
import { type ParameterSet, parameterSetSchema, parameterSets } from '../../src/shared/domain/gost-parameter-sets.ts';
import { type QualifiedOrder, usualOrder } from '../../src/shared/domain/qualified-request.ts';
import { type Subject, subjectKindSchema, subjectOf } from '../../src/shared/domain/qualified-subject.ts';
import { succeed } from '../../src/shared/result.ts';
import { type TokenGround, tokenGrounds } from '../support/qualified-ground.ts';
import { anySubject, subjects } from '../support/qualified-subjects.ts';
import { bundle, certify, makeAuthority } from './gost-authority.ts';
import { openGostOracle } from './openssl-gost.ts';
import { linesByTheRules, nameByTheRules, subjectInOpenSsl } from './subject-by-the-rules.ts';

const openssl = openGostOracle();
afterAll(() => openssl.close());
beforeAll(() => makeAuthority(openssl));

const open = tokenGrounds();
const derOf = (name: string) => Uint8Array.from(openssl.run(['x509', '-in', `${name}.crt`, '-outform', 'DER']));

const order = (subject: Subject, parameterSet: ParameterSet): QualifiedOrder => ({
  ...usualOrder(subject, null),
  parameterSet,
  policies: ['KC1', 'KC2'],
  subjectSignTool: 'СКЗИ «Проба» 1.0',
  identificationKind: 0,
});

/** OpenSSL finds the subject as the rules want it, and the signature good. */
function checkedByOpenSsl(der: Uint8Array, subject: Subject): void {
  const { name, lines } = subjectInOpenSsl(openssl, der);
  expect(lines).toEqual(linesByTheRules(subject));
  expect(name.toString('hex')).toBe(nameByTheRules(subject).toString('hex'));
  openssl.write('made.p10', der);
  expect(openssl.attempt(['req', '-inform', 'DER', '-in', 'made.p10', '-verify', '-noout']).status).toBe(0);
}

describe.each(parameterSetSchema.options)('a request with a key of %s', (parameterSet) => {
  let ground: TokenGround;
  beforeAll(async () => {
    ground = await open('rutoken-ecp-3');
    await ground.signIn();
  });
  const openOf = async (key: string) =>
    openRequests([await ground.device()], (await ground.requests.all()).requests).filter(({ keyId }) => keyId === key);

  it.each(subjectKindSchema.options)(
    'for %s: made on a token, issued by OpenSSL, installed and proven',
    async (kind) => {
      const subject = subjects[kind];
      const { id } = await ground.device();
      const made = await createQualifiedRequest(ground, id, order(subject, parameterSet));
      if (made.kind === 'failed') throw new Error(JSON.stringify(made.problem));
      const { request } = made;
      const der = new Uint8Array(Buffer.from(request.der, 'base64'));
      checkedByOpenSsl(der, subject);
      expect(await openOf(request.keyId)).toMatchObject([{ state: 'waiting', request }]);

      certify(openssl, der);
      const chain = ['verify', '-CAfile', 'root.crt', '-untrusted', 'authority.crt', 'wizard.crt'];
      expect(openssl.run(chain).toString()).toContain('wizard.crt: OK');
      const installed = await installQualifiedCertificate(ground, {
        device: id,
        file: { name: 'issued.p7b', bytes: bundle(openssl, 'wizard', 'authority') },
        trust: [{ name: 'root.cer', bytes: derOf('root') }],
      });
      if (installed.kind === 'failed') throw new Error(JSON.stringify(installed));
      const { match, proof } = installed;
      expect(match.findings).toEqual([]);
      expect(match.request).toEqual(request);
      expect(proof.proven).toBe(true);
      expect(match.candidate.certificate).toMatchObject({
        purpose: 'qualified',
        policies: ['1.2.643.100.113.1', '1.2.643.100.113.2'],
        subjectSignTool: 'СКЗИ «Проба» 1.0',
        keyUsage: ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment'],
        key: { parameterSetName: parameterSet, bits: parameterSets[parameterSet].bits },
      });
      expect(subjectOf(match.candidate.certificate)).toEqual(subject);
      expect(await openOf(request.keyId)).toEqual([]);
    },
  );
});

describe('any subject without faults', () => {
  const { oid } = parameterSets['tc26-256-A'];
  const pair = generateGostKeyPair(oid);
  const publicKey = gostSubjectPublicKeyInfo(pair.publicKey, oid);
  const sign = async (data: Uint8Array) => succeed(signGostDigest(streebog256(data), pair.privateKey, oid));

  it('is in a request as it is in the certificate, byte for byte, and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(anySubject, async (subject) => {
        const built = await buildQualifiedRequest(order(subject, 'tc26-256-A'), publicKey, sign);
        if (!built.ok) throw new Error(built.problem.code);
        checkedByOpenSsl(built.value.der, subject);
        certify(openssl, built.value.der);
        const request = parseCertificationRequest(built.value.der);
        const certificate = parseCertificate(derOf('wizard'));
        if (!request.ok || !certificate.ok) throw new Error('unread');
        expect(certificate.certificate.subject).toEqual(request.request.subject);
        expect(subjectOf(certificate.certificate)).toEqual(subject);
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });
});
