import { access, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { foundQualified, gostApplet } from '../../setup/chosen-token.ts';
import { holderSecrets } from '../../setup/diagnostics/known-secrets.ts';
import { createQualifiedRequest, subjectProblem } from '../../setup/qualified-certificate/create-request.ts';
import { installQualifiedCertificate } from '../../setup/qualified-certificate/install-certificate.ts';
import { openRequests } from '../../setup/qualified-certificate/qualified-requests.ts';
import { exportRequest, type RequestFormat } from '../../setup/request-export.ts';
import type { Workplace } from '../../setup/workplace.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import { type QualifiedOrder, qualifiedOrderSchema, usualOrder } from '../../shared/domain/qualified-request.ts';
import {
  commonNameOf,
  type Subject,
  type SubjectValues,
  subjectOf,
  tidySubject,
} from '../../shared/domain/qualified-subject.ts';
import type { Device } from '../../shared/domain/token.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { readNamedFile } from '../read-file.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command, CommandContext } from './command.ts';
import { certificateFindingLines, wordedCertificateFinding } from './finding-words.ts';
import { signIn } from './sign-in.ts';
import { readSubjectFile, type SubjectFile } from './subject-file.ts';

const certificateLimit = 5_000_000;

const usage = (explanation: string) => fail(problem('SETUP_USAGE', { explanation }));

/** A common name that was composed of the others follows them again: one of them may have changed. */
function handedDown({ kind, values }: Subject): SubjectValues {
  const { commonName, ...others } = values;
  return commonName === commonNameOf(kind, values) ? others : values;
}

/** What is asked for: the certificate that comes before, then the file, each where it was named. */
function orderOf(file: SubjectFile, previous: Certificate | null, { options }: CommandContext): Result<QualifiedOrder> {
  const before = previous && subjectOf(previous);
  const kind = options.kind ?? before?.kind;
  if (kind === undefined) return usage('--kind organization|sole-proprietor|person');
  if (before && before.kind !== kind) return usage(`--kind ${before.kind}`);
  const named = tidySubject({ ...(before && handedDown(before)), ...file.values });
  const values = named.commonName ? named : tidySubject({ ...named, commonName: commonNameOf(kind, named) });
  const usual = usualOrder({ kind, values }, previous);
  const { parameterSet } = options;
  const order = qualifiedOrderSchema.safeParse({
    ...usual,
    ...file,
    kind,
    values,
    ...(parameterSet && { parameterSet }),
  });
  if (!order.success) return usage(z.prettifyError(order.error));
  const faulty = subjectProblem(order.data);
  return faulty ? fail(faulty) : succeed(order.data);
}

async function orderFor(place: Workplace, device: Device, context: CommandContext): Promise<Result<QualifiedOrder>> {
  const file = await readSubjectFile(context.options.subject);
  if (!file.ok) return file;
  const previous = context.options.fromCertificate ? foundQualified(device, place.now()) : null;
  if (context.options.fromCertificate && !previous) return fail(problem('SETUP_NO_QUALIFIED_CERTIFICATE'));
  return orderOf(file.value, previous?.certificate ?? null, context);
}

/** The file of a request is there only after the key is: a name that is taken is refused before. */
const isFree = (file: string): Promise<boolean> =>
  access(file).then(
    () => false,
    () => true,
  );

async function signInToSignature(place: Workplace, device: Device, context: CommandContext): Promise<Result<null>> {
  const applet = gostApplet(device);
  return applet ? signIn(place, device, applet, context) : succeed(null);
}

const requestFormats: readonly string[] = ['p10', 'req', 'csr', 'pem'] satisfies RequestFormat[];
const isRequestFormat = (format: string): format is RequestFormat => requestFormats.includes(format);

export const requestCreate: Command<'request-create'> = {
  usage:
    '[--token SERIAL] [--kind organization|sole-proprietor|person] [--from-certificate] [--subject FILE.json] [--parameter-set NAME] --out FILE [--format p10|req|csr|pem]',
  summary: {
    ru: 'Создать на токене ключ подписи и запрос на квалифицированный сертификат',
    en: 'Make a signature key on a token, and the request for its qualified certificate',
  },
  files: { least: 0, most: 0 },
  async run(context) {
    const { options } = context;
    const format = options.format ?? 'p10';
    const { out } = options;
    if (out === null || !isRequestFormat(format)) return usage(requestCreate.usage);
    if (!options.fromCertificate && options.subject === null) return usage('--from-certificate | --subject FILE.json');
    if (!(await isFree(out))) return fail(problem('SETUP_FILE_NOT_WRITTEN', { file: out }, { error: 'EEXIST' }));
    const { workplace: place } = await context.workplace();
    const device = await scanForDevice(place, options.token);
    if (!device.ok) return device;
    const order = await orderFor(place, device.value, context);
    if (!order.ok) return order;
    context.conceal(holderSecrets({ subjects: [order.value.values], applications: [], certificates: [] }));
    const signedIn = await signInToSignature(place, device.value, context);
    if (!signedIn.ok) return signedIn;
    const made = await createQualifiedRequest(place, device.value.id, order.value);
    if (made.kind === 'failed') {
      const { problem: cause, orphans } = made;
      return fail(
        orphans.length === 0 ? cause : { ...cause, details: { ...cause.details, orphans: orphans.join(' ') } },
      );
    }
    const { request, notKept } = made;
    try {
      const { bytes } = exportRequest(request.der, request.values.innLegalEntity ?? request.values.inn ?? '', format);
      await writeFile(out, bytes, { flag: 'wx' });
    } catch (error) {
      const details = { error: String(error), keyId: request.keyId, request: request.der };
      return fail(problem('SETUP_FILE_NOT_WRITTEN', { file: out }, details));
    }
    return succeed({ request, file: path.resolve(out), remembered: notKept === null });
  },
  print: ({ request, file }) => [file, request.publicKeySha256],
};

export const requestList: Command<'request-list'> = {
  usage: '[--forget ID]',
  summary: {
    ru: 'Показать запросы, которые ждут сертификат (PIN-код не нужен)',
    en: 'List requests that wait for a certificate (no PIN needed)',
  },
  files: { least: 0, most: 0 },
  async run({ workplace, options }) {
    const { workplace: place } = await workplace();
    const scan = await place.tokens.scan();
    if (!scan.ok) return scan;
    const before = await place.requests.all();
    const gone = before.requests.find(({ id }) => id === options.forget);
    const forgotten = gone ? await place.requests.forget(gone.id) : succeed(null);
    if (!forgotten.ok) return forgotten;
    const { requests, unreadable } = gone ? await place.requests.all() : before;
    return succeed({
      requests: [...openRequests(scan.value.devices, requests)],
      unreadable: [...unreadable],
      forgotten: gone !== undefined,
    });
  },
  print: ({ requests, unreadable }, language) => [
    ...requests.map(({ state, token, keyId, request }) =>
      [
        state,
        token,
        request?.values.commonName ?? keyId,
        request ? formatDay(request.madeAt, language) : '—',
        request?.id ?? '—',
      ].join('  '),
    ),
    ...unreadable.map((name) => `? ${name}`),
  ],
};

export const requestInstall: Command<'request-install'> = {
  usage: 'FILE [--token SERIAL] [--trust FILE …]',
  summary: {
    ru: 'Записать на токен квалифицированный сертификат и доказать его',
    en: 'Write a qualified certificate to its token and prove it',
  },
  files: { least: 1, most: 1 },
  async run(context) {
    const { options, files, language } = context;
    const named = [];
    for (const name of [...files, ...options.trust]) {
      const read = await readNamedFile(name, certificateLimit);
      if (!read.ok) return read;
      named.push(read.value);
    }
    const [file, ...trust] = named;
    if (!file) return usage(requestInstall.usage);
    const { workplace: place } = await context.workplace();
    const device = await scanForDevice(place, options.token);
    if (!device.ok) return device;
    const signedIn = await signInToSignature(place, device.value, context);
    if (!signedIn.ok) return signedIn;
    const outcome = await installQualifiedCertificate(place, { device: device.value.id, file, trust });
    const findings = (outcome.match?.findings ?? []).map((finding) =>
      wordedCertificateFinding(finding, language, finding.severity),
    );
    if (outcome.kind === 'failed') {
      for (const line of certificateFindingLines(findings)) context.progress(line);
      return fail(outcome.problem);
    }
    const { match, proof } = outcome;
    return succeed({
      token: device.value.serial,
      keyId: match.key.keyId,
      certificate: match.candidate.certificate,
      findings,
      checks: [...proof.checks],
    });
  },
  print: ({ certificate, findings, checks }, language) => [
    `${certificate.holder.name}  ${formatDay(certificate.notAfter, language)}`,
    ...certificateFindingLines(findings),
    ...checks.map(({ id, status }) => `${status === 'passed' ? '✓' : '✗'} ${id}`),
  ],
};
