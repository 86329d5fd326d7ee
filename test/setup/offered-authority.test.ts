import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CertificateWithDer } from '../../src/pki/certificate-file.ts';
import { authorityAbove, believedFrom, sha1Of } from '../../src/setup/qualified-certificate/offered-authority.ts';
import { certificatesIn, chainFindings, type NamedFile } from '../../src/setup/show-certificate.ts';
import { bundle, certify, makeAuthority } from '../oracle/gost-authority.ts';
import { openGostOracle } from '../oracle/openssl-gost.ts';
import { makeKey, makeRequest } from '../pki/openssl-authority.ts';

const openssl = openGostOracle();
const key = { kind: 'gost', set: 'A', bits: 256 } as const;
/** OpenSSL dates what it makes from now on. */
const now = new Date(Date.now() + 60_000);
let certificate: CertificateWithDer;

beforeAll(() => {
  makeAuthority(openssl);
  makeKey(openssl, 'holder', key);
  certify(openssl, makeRequest(openssl, 'holder', key));
  certificate = only(file('wizard'));
});
afterAll(() => openssl.close());

const file = (...names: readonly string[]): NamedFile => ({ name: 'offered.p7b', bytes: bundle(openssl, ...names) });

function only(named: NamedFile): CertificateWithDer {
  const [first, ...others] = certificatesIn(named);
  if (!first || others.length > 0) throw new Error(`${others.length + 1} certificates`);
  return first;
}

/** What is said of the chain when only what was offered is believed. */
const findingsWith = (offered: NamedFile) => {
  const found = authorityAbove(certificate, [certificate], offered, now);
  if (!found.ok) return found.problem.code;
  const { trust, between = [] } = believedFrom(found.value);
  const companions = [certificate, ...between.flatMap(certificatesIn)];
  const findings = chainFindings(certificate, companions, trust.flatMap(certificatesIn), now);
  return { top: found.value.top.certificate.subject.commonName, findings: findings.map(({ finding }) => finding.code) };
};

describe('the authority above a certificate', () => {
  it('is the root of a chain, in whatever order the file has them', () => {
    const expected = { top: 'Тестовый головной центр', findings: [] };
    expect(findingsWith(file('authority', 'root'))).toEqual(expected);
    expect(findingsWith(file('root', 'authority'))).toEqual(expected);
  });

  it('is the one that issued it where the file has nobody higher', () => {
    expect(findingsWith(file('authority'))).toEqual({ top: 'Тестовый удостоверяющий центр', findings: [] });
  });

  it('is nobody where the way up is missing, leads to another key of the same name, or the holder stands at its end', () => {
    for (const names of [['root'], ['stranger'], ['wizard']])
      expect(findingsWith(file(...names)), names.join()).toBe('SETUP_AUTHORITY_NOT_ABOVE');
    expect(findingsWith({ name: 'a.txt', bytes: new Uint8Array([1, 2, 3]) })).toBe('SETUP_FILE_NOT_CERTIFICATE');
  });

  it('is never one whose own bytes were changed', () => {
    const root = Uint8Array.from(openssl.run(['x509', '-in', 'root.crt', '-outform', 'DER']));
    root[root.length - 1] = (root[root.length - 1] ?? 0) ^ 1;
    openssl.write('changed.crt', Buffer.from(openssl.run(['x509', '-inform', 'DER'], root)));
    expect(findingsWith(file('authority', 'changed'))).toEqual({ top: 'Тестовый удостоверяющий центр', findings: [] });
  });

  it('is shown by the digests that others print', () => {
    const printed = openssl.run(['x509', '-in', 'root.crt', '-noout', '-fingerprint', '-sha1']).toString();
    const { der } = only(file('root'));
    expect(sha1Of(der).toUpperCase()).toBe(printed.replace(/^.*=|[:\s]/g, ''));
  });
});
