import { createHash } from 'node:crypto';
import { orderSchema } from '../../egais/certification-authority/wire.ts';
import { writeCertificateBundle } from '../../pki/bundle-writer.ts';
import {
  type CertificationRequest,
  parseCertificationRequest,
  verifyCertificationRequest,
} from '../../pki/certification-request.ts';
import { gostSubjectPublicKeyInfo } from '../../pki/public-key.ts';
import { subjectNumberFindings } from '../../pki/subject-numbers.ts';
import { innWithoutZeros } from '../../shared/domain/registration-number.ts';
import { safely } from '../../shared/safely.ts';
import { certifyRequest } from '../certification-authority.ts';
import { generateGostKeyPair } from '../gost-signature.ts';
import type { Call } from '../http-service/operation.ts';
import { type Reply, reply } from '../http-service/reply.ts';
import { applicationRow, issueOf } from './applications.ts';
import type { KeptApplication, KeptOrder } from './certification-folder.ts';
import { refuse } from './refusals.ts';
import type { PhoneSession, StandInAuthority } from './stand-in-authority.ts';

type SignedInCall = Call & { readonly session: PhoneSession };

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));

const gostKeys = new Set(['gost-2012-256', 'gost-2012-512']);

interface Rule {
  readonly words: string;
  broken(request: CertificationRequest, application: KeptApplication): boolean;
}

/** What the authority looks at before it takes a request, in order. */
const rules: readonly Rule[] = [
  {
    words: 'ключ не по ГОСТ Р 34.10-2012',
    broken: ({ key }) => !gostKeys.has(key.kind) || key.parameterSetName === null,
  },
  {
    words: 'ИНН в запросе не тот, что в заявке',
    broken: ({ subject }, { inn }) => innWithoutZeros(subject.innLegalEntity ?? subject.inn ?? '') !== inn,
  },
  {
    words: 'в запросе есть номер, который не проходит проверку',
    broken: ({ subject }) => subjectNumberFindings({ subject }).length > 0,
  },
  {
    words: 'в запросе нет имени владельца',
    broken: ({ subject }) => subject.surname === null || subject.givenName === null,
  },
  {
    words: 'запрошенное применение ключа не годится для подписи',
    broken: ({ requested }) => !requested.keyUsage.includes('digitalSignature'),
  },
];

/** Why a request cannot be taken; `null` when it can. */
function faultOf(der: Uint8Array, application: KeptApplication): string | null {
  const reading = parseCertificationRequest(der);
  if (!reading.ok) return 'это не запрос на сертификат';
  if (verifyCertificationRequest(der) !== 'good') return 'подпись запроса не проверена';
  return rules.find(({ broken }) => broken(reading.request, application))?.words ?? null;
}

const strangersKey = (): Uint8Array => {
  const parameterSet = '1.2.643.2.2.36.0';
  return gostSubjectPublicKeyInfo(generateGostKeyPair(parameterSet).publicKey, parameterSet);
};

const later = (at: Date, ms: number): Date => new Date(at.getTime() + ms);

const fifteenMonthsMs = 455 * 86_400_000;

/** Takes the request and decides at once what will be handed out when the time has come. */
function orderOf(authority: StandInAuthority, der: Uint8Array, key: string, { failure, now }: Call): KeptOrder {
  const { orderedAfterMs, readyAfterMs, refusal } = authority.folder.options().issue;
  const readyAt = later(now, readyAfterMs);
  const certificate = () =>
    certifyRequest(authority.authority, der, {
      notBefore: readyAt,
      notAfter: later(readyAt, fifteenMonthsMs),
      ...(failure === 'foreign-key' && { publicKey: strangersKey() }),
    });
  return {
    idempotencyKey: key,
    requestSha256: createHash('sha256').update(der).digest('hex'),
    orderedAt: now.toISOString(),
    issuingAt: later(now, Math.min(orderedAfterMs, readyAfterMs)).toISOString(),
    readyAt: readyAt.toISOString(),
    outcome:
      refusal === null ? { kind: 'issued', certificate: base64(certificate()) } : { kind: 'refused', reason: refusal },
  };
}

/** The two messages of the printed instruction; the second one only where there is a certificate. */
function announce({ folder }: StandInAuthority, phone: string, { issuingAt, readyAt, outcome }: KeptOrder): void {
  folder.send([
    { phone, at: issuingAt, text: 'Ваш сертификат заказан.' },
    ...(outcome.kind === 'issued'
      ? [{ phone, at: readyAt, text: 'Ваш сертификат готов. Не забудьте отправить наши экземпляры документов.' }]
      : []),
  ]);
}

const idempotencyKeyForm = /^[A-Za-z0-9-]{16,64}$/;

export const applicationIn = ({ folder }: StandInAuthority, id = ''): KeptApplication | undefined =>
  folder.applications().find((application) => application.id === id);

const answerWith = (authority: StandInAuthority, application: KeptApplication, now: Date): Reply =>
  reply(202, applicationRow(application, authority.folder.options().issue.unforeseen, now));

/** «Запросить сертификат». The same request under the same key of idempotency is answered again, not done again. */
export function requestCertificate(authority: StandInAuthority, call: SignedInCall): Reply {
  const { parameters, body, idempotencyKey = '', session, now } = call;
  const parsed = safely(orderSchema, body);
  if (!parsed.success || !idempotencyKeyForm.test(idempotencyKey)) return refuse('MALFORMED_REQUEST');
  const application = applicationIn(authority, parameters[0]);
  if (application === undefined) return refuse('APPLICATION_NOT_FOUND');
  const der = bytesOf(parsed.data.request);
  const { order: known } = application;
  if (known?.idempotencyKey === idempotencyKey) {
    const same = known.requestSha256 === createHash('sha256').update(der).digest('hex');
    return same ? answerWith(authority, application, now) : refuse('IDEMPOTENCY_KEY_REUSED');
  }
  if (known !== null) return refuse('REQUEST_NOT_EXPECTED');
  const fault = faultOf(der, application);
  if (fault !== null) return refuse('REQUEST_UNSOUND', { own: `Запрос на сертификат не подходит: ${fault}.` });
  const order = orderOf(authority, der, idempotencyKey, call);
  const ordered = { ...application, order };
  const { folder } = authority;
  folder.writeApplications(folder.applications().map((other) => (other.id === ordered.id ? ordered : other)));
  announce(authority, session.phone, order);
  return answerWith(authority, ordered, now);
}

export function readCertificate(authority: StandInAuthority, { parameters, now }: SignedInCall): Reply {
  const application = applicationIn(authority, parameters[0]);
  if (application === undefined) return refuse('APPLICATION_NOT_FOUND');
  const { unforeseen } = authority.folder.options().issue;
  const outcome = application.order?.outcome;
  if (issueOf(application, unforeseen, now).state !== 'ready' || outcome?.kind !== 'issued')
    return refuse('NOT_ISSUED');
  const chain = [authority.authority.certificate];
  const bundle = base64(writeCertificateBundle([outcome.certificate, ...chain].map(bytesOf)));
  return reply(200, { certificate: outcome.certificate, chain, bundle });
}
