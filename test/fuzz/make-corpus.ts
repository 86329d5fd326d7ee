import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCertificationRequest } from '../../src/pki/certification-request.ts';
import { keyUsageExtension, subjectSignToolExtension } from '../../src/pki/extension-writer.ts';
import { gostSubjectPublicKeyInfo } from '../../src/pki/public-key.ts';
import { streebog256 } from '../../src/pki/streebog.ts';
import {
  createEgaisAuthority,
  createQualifiedAuthority,
  issueAccessKeyCertificate,
  issueQualifiedCertificate,
} from '../../src/practice/certification-authority.ts';
import { generateGostKeyPair, signGostDigest } from '../../src/practice/gost-signature.ts';
import { ivanova, romashka } from '../../src/practice/holders.ts';
import { holderSubject } from '../../src/practice/qualified-subject.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import {
  digestArgument,
  issue,
  type KeyRecipe,
  makeKey,
  makeRequest,
  makeSelfSigned,
} from '../pki/openssl-authority.ts';
import { corpusFolder, corpusMoment, signedContent } from './corpus.ts';

type Keep = (name: string, bytes: Uint8Array) => void;

const recipes: Readonly<Record<string, KeyRecipe>> = {
  gost256: { kind: 'gost', set: 'TCA', bits: 256 },
  gost512: { kind: 'gost', set: 'A', bits: 512 },
  rsa: { kind: 'rsa' },
  ec: { kind: 'ec' },
};

/** The forms in which CMS signatures are met: options of `openssl cms -sign`, and the ending of the file. */
const signatures: Readonly<Record<string, readonly [options: readonly string[], ending: string]>> = {
  cades: [['-cades', '-outform', 'DER'], 'der'],
  'without-attributes': [['-noattr', '-outform', 'DER'], 'der'],
  'by-key-identifier': [['-keyid', '-outform', 'DER'], 'der'],
  'with-content': [['-nodetach', '-outform', 'DER'], 'der'],
  'indefinite-lengths': [['-nodetach', '-stream', '-outform', 'DER'], 'der'],
  'without-certificates': [['-nocerts', '-outform', 'DER'], 'der'],
  pem: [['-outform', 'PEM'], 'pem'],
};

function openSslPart(oracle: GostOracle, keep: Keep): void {
  const root: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
  makeKey(oracle, 'root', root);
  keep('certificate-openssl-root.der', makeSelfSigned(oracle, 'root', root));
  for (const [name, recipe] of Object.entries(recipes)) {
    makeKey(oracle, name, recipe);
    keep(`request-openssl-${name}.der`, makeRequest(oracle, name, recipe));
    keep(`certificate-openssl-${name}.der`, issue(oracle, name, 'root', root, undefined, '3600'));
  }
  const sign = (signer: string, ...options: readonly string[]) =>
    oracle.run(
      ['cms', '-sign', '-binary', '-signer', `${signer}.crt`, '-inkey', `${signer}.key`].concat(
        ['-md', digestArgument(recipes[signer] ?? root)],
        options,
      ),
      signedContent,
    );
  for (const [name, [options, ending]] of Object.entries(signatures))
    keep(`signature-openssl-${name}.${ending}`, sign('gost256', ...options));
  keep('signature-openssl-gost512.der', sign('gost512', '-outform', 'DER'));
  keep('signature-openssl-rsa.der', sign('rsa', '-outform', 'DER'));
  const bare = sign('gost256', '-outform', 'DER').toString('base64');
  keep('signature-openssl-bare.b64', Buffer.from(bare.replace(/.{76}/g, '$&\r\n')));

  const both = Buffer.concat([oracle.read('gost256.crt'), oracle.read('root.crt')]);
  oracle.write('both.pem', both);
  keep('armour-openssl-chain.pem', both);
  keep('armour-openssl-request.pem', oracle.read('gost256.csr'));
  const bundle = (form: string) => oracle.run(['crl2pkcs7', '-nocrl', '-certfile', 'both.pem', '-outform', form]);
  keep('bundle-openssl.p7b', bundle('DER'));
  keep('armour-openssl-bundle.p7b', bundle('PEM'));
  keep('armour-openssl-bare.b64', Buffer.from(Buffer.from(bundle('DER')).toString('base64')));
}

async function practicePart(keep: Keep): Promise<void> {
  const parameterSet = '1.2.643.2.2.35.1';
  const pair = generateGostKeyPair(parameterSet);
  const publicKey = gostSubjectPublicKeyInfo(pair.publicKey, parameterSet);
  const notBefore = new Date('2026-11-01T09:00:00Z');
  const notAfter = new Date('2028-02-01T09:00:00Z');
  const authority = createQualifiedAuthority(notBefore);
  keep('certificate-practice-authority.der', Buffer.from(authority.certificate, 'base64'));
  for (const [name, { certificate: holder }] of Object.entries({ organization: romashka, 'sole-proprietor': ivanova }))
    keep(
      `certificate-practice-${name}.der`,
      issueQualifiedCertificate(authority, { holder, publicKey, notBefore, notAfter }),
    );
  const request = await buildCertificationRequest(
    holderSubject(romashka.certificate),
    [keyUsageExtension(['digitalSignature', 'nonRepudiation']), subjectSignToolExtension('Учебное средство подписи')],
    { publicKey, sign: async (bytes) => signGostDigest(streebog256(bytes), pair.privateKey, parameterSet) },
  );
  if (!request.ok) throw new Error(`The request was not made: ${request.reason}`);
  keep('request-practice-organization.der', request.der);

  const egais = await createEgaisAuthority('production', notBefore);
  const access = generateKeyPairSync('rsa', { modulusLength: 2048 });
  keep(
    'certificate-practice-access-key.der',
    issueAccessKeyCertificate(egais, {
      fsrarId: '030000000001',
      organization: romashka.shortName,
      inn: romashka.inn,
      kpp: '990101001',
      publicKey: Uint8Array.from(access.publicKey.export({ format: 'der', type: 'spki' })),
      now: corpusMoment,
    }),
  );
}

/** Makes the binary part of the corpus anew, with new keys that nobody keeps. Seeds of before mean other inputs then. */
export async function makeCorpus(): Promise<void> {
  mkdirSync(corpusFolder, { recursive: true });
  const keep: Keep = (name, bytes) => writeFileSync(join(corpusFolder, name), bytes);
  const oracle = openGostOracle();
  try {
    openSslPart(oracle, keep);
  } finally {
    oracle.close();
  }
  await practicePart(keep);
}
