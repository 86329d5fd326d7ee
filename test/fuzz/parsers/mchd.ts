import { z } from 'zod';
import { checkSignature } from '../../../src/egais/mchd/signature-checks.ts';
import { readXml } from '../../../src/egais/xml/read-xml.ts';
import { parseCertificate } from '../../../src/pki/certificate.ts';
import { checkMchd } from '../../../src/setup/check-mchd.ts';
import { mchdReportSchema } from '../../../src/shared/domain/mchd.ts';
import { problemSchema } from '../../../src/shared/problems/problem.ts';
import {
  fileId003,
  form002,
  granted,
  inForce,
  organizationPrincipal,
  retrusted,
  secondPrincipal,
  textPowers,
  utf8,
  windows1251,
} from '../../egais/mchd/documents.ts';
import { corpusFile, corpusOf, nonEmpty, signedContent } from '../corpus.ts';
import { type Parser, parser } from '../parser.ts';

const findings = mchdReportSchema.shape.findings;
const refused = z.object({
  ok: z.literal(false),
  refusal: z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) }),
});

const reading = parseCertificate(corpusFile('certificate-practice-sole-proprietor.der'));
const certificate = reading.ok ? reading.certificate : null;

const inWindows1251 = (document: string) => windows1251(document.replace('UTF-8', 'windows-1251'));

const documents = () =>
  nonEmpty([
    utf8(granted()),
    utf8(granted({ powers: textPowers, principals: organizationPrincipal() + secondPrincipal })),
    utf8(retrusted()),
    utf8(form002()),
    inWindows1251(granted()),
    inWindows1251(form002()),
  ]);

/** A visitor that forgets what it is told, but for the balance of its elements. */
function countingVisitor() {
  const counts = { open: 0, closed: 0, characters: 0 };
  return {
    counts,
    open: () => {
      counts.open += 1;
    },
    text: (part: string) => {
      counts.characters += part.length;
    },
    close: () => {
      counts.closed += 1;
    },
  };
}

const question = {
  signature: null,
  certificate,
  trusted: [],
  powerCodes: ['INVENTED_CODE_1'],
  at: inForce,
};

export const mchdParsers: readonly Parser[] = [
  parser({
    name: 'xml',
    shape: 'xml',
    corpus: documents,
    share: 80,
    run: (input) => {
      const visitor = countingVisitor();
      const answer = readXml(input, visitor);
      return answer.ok ? { ...answer, counts: visitor.counts } : answer;
    },
    answer: z.discriminatedUnion('ok', [
      z.object({
        ok: z.literal(true),
        encoding: z.enum(['utf-8', 'windows-1251']),
        declared: z.boolean(),
        counts: z.object({ open: z.number().min(1), closed: z.number(), characters: z.number() }),
      }),
      refused,
    ]),
    understood: ({ ok }) => ok,
    objection: (_, answer) =>
      'counts' in answer && answer.counts.open !== answer.counts.closed ? 'elements are left open' : null,
  }),
  parser({
    name: 'mchd-document',
    shape: 'xml',
    corpus: documents,
    share: 100,
    run: (input) => checkMchd({ document: { name: `${fileId003}.xml`, bytes: input }, ...question }),
    answer: z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), value: mchdReportSchema.extend({ findings: findings.max(5_000) }) }),
      z.object({ ok: z.literal(false), problem: problemSchema }),
    ]),
    understood: (answer) => answer.ok && answer.value.version !== null,
    objection: (_, answer) =>
      answer.ok && answer.value.valid && answer.value.version === null ? 'valid, and of no known form' : null,
  }),
  parser({
    name: 'mchd-signature',
    shape: 'der',
    corpus: () => corpusOf('signature'),
    share: 10,
    run: (input) =>
      checkSignature({
        document: { name: 'document.xml', bytes: signedContent },
        signature: { name: 'document.sig', bytes: input },
        trusted: [corpusFile('certificate-openssl-root.der')],
        at: inForce,
      }),
    answer: z.object({ good: z.array(z.object({})), signers: mchdReportSchema.shape.signers, findings }),
    understood: ({ findings: found }) => found.every(({ code }) => code !== 'signature-unreadable'),
  }),
];
