import { z } from 'zod';
import { derBlocksOf } from '../../../src/pki/armour.ts';
import { parseCertificate } from '../../../src/pki/certificate.ts';
import { verifyCertificateSignature, verifyChain } from '../../../src/pki/certificate-chain.ts';
import { readCertificateFile, subjectPublicKeyInfo } from '../../../src/pki/certificate-file.ts';
import { parseCertificationRequest, verifyCertificationRequest } from '../../../src/pki/certification-request.ts';
import { verifyDetachedSignature } from '../../../src/pki/cms.ts';
import { certificateSchema } from '../../../src/shared/domain/certificate.ts';
import { corpusFile, corpusMoment, corpusOf, nonEmpty, signedContent } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';
import { chainOutcome, cmsOutcome, requestReading, signatureVerdict } from './pki-answers.ts';

const bytes = z.instanceof(Uint8Array);

const certificates = () => corpusOf('certificate');
const requests = () => corpusOf('request');

/** The bytes under the signature of a certificate or a request: its first part, by a reader of its own. */
function signedPart(der: Uint8Array): Uint8Array {
  const view = Buffer.from(der);
  const sizeAt = (at: number) =>
    view[at] === 0x82 ? { length: view.readUInt16BE(at + 1), size: 3 } : { length: view[at] ?? 0, size: 1 };
  const start = 1 + sizeAt(1).size;
  const { length, size } = sizeAt(start + 1);
  return view.subarray(start, start + 1 + size + length);
}

const isSignedPartOf = (originals: readonly Uint8Array[]) => {
  const parts = originals.map(signedPart);
  return (input: Uint8Array) => parts.some((part) => Buffer.from(input).includes(Buffer.from(part)));
};

/** A good signature over bytes that nobody signed would be the end of everything. */
const onlyWhatWasSigned = (originals: () => readonly Uint8Array[]) => {
  let isSigned: ((input: Uint8Array) => boolean) | null = null;
  return (input: Uint8Array, good: boolean): string | null => {
    isSigned ??= isSignedPartOf(originals());
    return good && !isSigned(input) ? 'the signature is called good, and what stands under it was changed' : null;
  };
};

const certificateSigned = onlyWhatWasSigned(certificates);
const requestSigned = onlyWhatWasSigned(requests);

const root = corpusFile('certificate-openssl-root.der');
const signer = corpusFile('certificate-openssl-gost256.der');
const signature = corpusFile('signature-openssl-cades.der');

export const pkiParsers: readonly Parser[] = [
  parser({
    name: 'certificate',
    shape: 'der',
    corpus: certificates,
    share: 100,
    run: parseCertificate,
    answer: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), certificate: certificateSchema }),
      z.object({ ok: z.literal(false), reason: z.literal('not-a-certificate') }),
    ]),
    understood: ({ ok }) => ok,
  }),
  parser({
    name: 'certificate-signature',
    shape: 'der',
    corpus: () => nonEmpty(certificates().filter((der) => verifyCertificateSignature(der, root) === 'good')),
    share: 6,
    run: (input) => verifyCertificateSignature(input, root),
    answer: signatureVerdict,
    understood: (verdict) => verdict === 'good',
    objection: (input, verdict) => certificateSigned(input, verdict === 'good'),
  }),
  parser({
    name: 'certificate-chain',
    shape: 'der',
    corpus: certificates,
    share: 6,
    run: (input) =>
      verifyChain({ certificate: input, trusted: [root], intermediates: [input, signer], at: corpusMoment }),
    answer: chainOutcome,
    understood: ({ path }) => path.length > 0,
    objection: (input, { trusted }) => certificateSigned(input, trusted),
  }),
  parser({
    name: 'certificate-chain-issuer',
    shape: 'der',
    corpus: certificates,
    share: 4,
    run: (input) =>
      verifyChain({ certificate: signer, trusted: [input], intermediates: [input, root], at: corpusMoment }),
    answer: chainOutcome,
    understood: ({ path }) => path.length > 0,
  }),
  parser({
    name: 'certification-request',
    shape: 'der',
    corpus: requests,
    share: 90,
    run: parseCertificationRequest,
    answer: requestReading,
    understood: ({ ok }) => ok,
  }),
  parser({
    name: 'certification-request-signature',
    shape: 'der',
    corpus: requests,
    share: 6,
    run: verifyCertificationRequest,
    answer: signatureVerdict,
    understood: (verdict) => verdict === 'good',
    objection: (input, verdict) => requestSigned(input, verdict === 'good'),
  }),
  parser({
    name: 'subject-public-key-info',
    shape: 'der',
    corpus: () => corpusOf('certificate', 'request'),
    share: 25,
    run: subjectPublicKeyInfo,
    answer: bytes.optional(),
    understood: (key) => key !== undefined,
  }),
  parser({
    name: 'cms-signature',
    shape: 'der',
    corpus: () => corpusOf('signature'),
    share: 16,
    run: (input) => verifyDetachedSignature(input, signedContent, [signer]),
    answer: cmsOutcome,
    understood: ({ ok }) => ok,
  }),
  parser({
    name: 'cms-armoured-signature',
    shape: 'armour',
    corpus: () => nonEmpty(['signature-openssl-pem.pem', 'signature-openssl-bare.b64'].map(corpusFile)),
    share: 12,
    run: (input) => verifyDetachedSignature(input, signedContent),
    answer: cmsOutcome,
    understood: ({ ok }) => ok,
  }),
  parser({
    name: 'cms-content',
    shape: 'text',
    corpus: () => [signedContent],
    share: 5,
    run: (input) => verifyDetachedSignature(signature, input),
    answer: cmsOutcome,
    understood: ({ ok }) => ok,
    objection: (input, outcome) =>
      outcome.ok && outcome.signers[0].verdict === 'good' && !signedContent.equals(input)
        ? 'the signature is called good for other content'
        : null,
  }),
  parser({
    name: 'certificate-file',
    shape: 'armour',
    corpus: () => corpusOf('armour', 'bundle', 'certificate', 'request'),
    share: 45,
    run: readCertificateFile,
    answer: z.object({ kind: z.enum(['certificates', 'bundle', 'request', 'unknown']) }),
    understood: ({ kind }) => kind !== 'unknown',
  }),
  parser({
    name: 'armour',
    shape: 'armour',
    corpus: () => corpusOf('armour', 'bundle', 'signature'),
    share: 70,
    run: derBlocksOf,
    answer: z.array(bytes).min(1),
    understood: ([first]) => first?.[0] === 0x30,
  }),
];
