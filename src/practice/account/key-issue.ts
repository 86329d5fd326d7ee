import { createHash, generateKeyPairSync, randomUUID } from 'node:crypto';
import { type AccessKeyOrder, accessKeyOrderSchema, type WireAccessKey } from '../../egais/account/wire.ts';
import { parseCertificationRequest, verifyCertificationRequest } from '../../pki/certification-request.ts';
import { verifyDetachedSignature } from '../../pki/cms.ts';
import { attempt } from '../../pki/der.ts';
import { signedDataStructureOf } from '../../pki/signed-data.ts';
import { rolesOf } from '../../shared/domain/access-role.ts';
import { safely } from '../../shared/safely.ts';
import { practiceAuthoritySchema } from '../certification-authority.ts';
import { type Reply, reply } from '../http-service/reply.ts';
import { issueByAgency } from '../utm/agency.ts';
import { principalsOf } from '../utm/mchd-reading.ts';
import type { PlaceRow } from '../utm/utm-folder.ts';
import type { KeptKey } from './account-folder.ts';
import { settleEntered } from './contractors.ts';
import { refuse } from './refusals.ts';
import type { Session } from './sessions.ts';
import { signerOf } from './signer.ts';
import type { StandInAccount } from './stand-in-account.ts';

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

/** Whether the power of attorney is signed, from the holder of the place, and names this person. */
function empowers({ document, signature }: NonNullable<AccessKeyOrder['mchd']>, place: PlaceRow, person: string) {
  const bytes = bytesOf(document.content);
  const outcome = verifyDetachedSignature(bytesOf(signature.content), bytes);
  const signed = outcome.ok && outcome.signers.every(({ verdict }) => verdict === 'good');
  return signed && principalsOf(bytes).includes(place.INN) && Buffer.from(bytes).includes(person);
}

/** The place an order is for, or the refusal. */
function placeFor(account: StandInAccount, session: Session, order: AccessKeyOrder): PlaceRow | Reply {
  const { holder } = session.certificate;
  if (!rolesOf(holder).includes(order.role)) return refuse('ROLE_NOT_ALLOWED');
  const isIt = ({ Owner_ID }: PlaceRow): boolean => Owner_ID === order.fsrarId;
  if (order.role !== 'person-with-mchd') return account.placesOf(session).find(isIt) ?? refuse('PLACE_NOT_FOUND');
  if (order.mchd === null) return refuse('MCHD_REQUIRED');
  const place = account.places.rows().find(isIt);
  if (place === undefined) return refuse('PLACE_NOT_FOUND');
  return empowers(order.mchd, place, holder.inn ?? '—') ? place : refuse('MCHD_REFUSED');
}

/** The public key to be certified, or the refusal. */
function publicKeyFor(account: StandInAccount, session: Session, order: AccessKeyOrder, now: Date) {
  const cms = bytesOf(order.request);
  const request = attempt(() => signedDataStructureOf(cms))?.content;
  if (!request) return refuse('SIGNATURE_INVALID');
  const signer = signerOf(cms, request, account.trusted, now);
  if (!signer.ok) return refuse(signer.code);
  if (signer.certificate.fingerprint !== session.certificate.fingerprint) return refuse('SIGNATURE_INVALID');
  const reading = parseCertificationRequest(request);
  const sound =
    reading.ok &&
    verifyCertificationRequest(request) === 'good' &&
    reading.request.key.kind === 'rsa' &&
    reading.request.key.bits === 2048 &&
    reading.request.subject.commonName === order.fsrarId;
  return sound ? reading.request.publicKey : refuse('REQUEST_UNSOUND');
}

const anotherKey = (): Uint8Array =>
  Uint8Array.from(
    generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'der', type: 'spki' }),
  );

/** Certifies the key, or on purpose another one, or for another place. */
async function certify(
  account: StandInAccount,
  place: PlaceRow,
  publicKey: Uint8Array,
  failure: string | undefined,
  now: Date,
): Promise<KeptKey['outcome']> {
  const named = failure === 'foreign-place' ? { ...place, Owner_ID: '039999999999' } : place;
  const key = failure === 'foreign-key' ? anotherKey() : publicKey;
  const certificate = base64(await issueByAgency(account.agency, named, key, now));
  const authority = account.agency.read(account.agency.paths.authority, practiceAuthoritySchema);
  return { status: 'issued', certificate, chain: authority === null ? [] : [authority.certificate] };
}

const shown = ({ id, readyAt, outcome }: KeptKey, now: Date): WireAccessKey => {
  const leftMs = Date.parse(readyAt) - now.getTime();
  if (leftMs <= 0) return { id, ...outcome };
  return { status: 'pending', id, retryAfterSeconds: Math.min(60, Math.ceil(leftMs / 1_000)) };
};

const answerWith = (key: KeptKey, now: Date): Reply => {
  const body = shown(key, now);
  const location = `/v1/access-keys/${key.id}`;
  if (body.status === 'refused') return refuse('KEY_REFUSED', { own: body.detail });
  if (body.status === 'issued') return reply(201, body, { location });
  return reply(202, body, { location, 'retry-after': String(body.retryAfterSeconds) });
};

const idempotencyKeyForm = /^[A-Za-z0-9-]{16,64}$/;

export interface KeyCall {
  readonly session: Session;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly failure: string | undefined;
  readonly now: Date;
}

/** Certifies an access key. The same request under the same key of idempotency is answered again, not done again. */
export async function requestAccessKey(account: StandInAccount, call: KeyCall): Promise<Reply> {
  const { session, idempotencyKey = '', failure, now } = call;
  const parsed = safely(accessKeyOrderSchema, call.body);
  if (!parsed.success || !idempotencyKeyForm.test(idempotencyKey)) return refuse('MALFORMED_REQUEST');
  const order = parsed.data;
  const holder = session.certificate.fingerprint;
  const bodySha256 = createHash('sha256').update(JSON.stringify(order)).digest('hex');
  const known = account.folder.keys().find((key) => key.holder === holder && key.idempotencyKey === idempotencyKey);
  if (known !== undefined)
    return known.bodySha256 === bodySha256 ? answerWith(known, now) : refuse('IDEMPOTENCY_KEY_REUSED');

  if (!order.termsAccepted) return refuse('TERMS_NOT_ACCEPTED');
  settleEntered(account, now);
  const place = placeFor(account, session, order);
  if ('status' in place) return place;
  const publicKey = publicKeyFor(account, session, order, now);
  if ('status' in publicKey) return publicKey;
  const { refusal, readyAfterMs } = account.folder.options().keys;

  const key: KeptKey = {
    id: randomUUID(),
    holder,
    idempotencyKey,
    bodySha256,
    readyAt: new Date(now.getTime() + readyAfterMs).toISOString(),
    outcome:
      refusal === null
        ? await certify(account, place, publicKey, failure, now)
        : { status: 'refused', detail: refusal },
  };
  account.folder.writeKeys([...account.folder.keys(), key]);
  return answerWith(key, now);
}

export function readAccessKey(account: StandInAccount, session: Session, id: string, now: Date): Reply {
  const key = account.folder.keys().find((kept) => kept.id === id && kept.holder === session.certificate.fingerprint);
  return key === undefined ? refuse('NOT_FOUND') : reply(200, shown(key, now));
}
