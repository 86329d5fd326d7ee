import type { Certificate } from '../../shared/domain/certificate.ts';
import type { KeyChange } from '../../shared/domain/key-change.ts';
import type { Applet, Device } from '../../shared/domain/token.ts';
import type { UtmDate, UtmState } from '../../shared/domain/utm.ts';
import type { UtmProofStage } from '../../shared/domain/utm-proof.ts';
import { accessKeyApplet, accessKeys, gostApplet, inForce, qualifiedCertificate } from '../chosen-token.ts';
import { requestedKeys, wasThere } from './baseline.ts';

/** What a plan looks at: the world as it was read, and what is remembered of the change. */
export interface KeyChangeFacts {
  readonly device: Device;
  readonly change: KeyChange;
  /** The change was begun, and not only thought of. */
  readonly begun: boolean;
  /** Fingerprints of certificates that lie in files. */
  readonly saved: ReadonlySet<string>;
  /** `null`: the UTM was not asked yet. */
  readonly utm: UtmState | null;
  /** How the UTM was proven last in this run; empty: it was not. */
  readonly proof: readonly UtmProofStage[];
  /** Fingerprint of the access key whose private key was asked for a signature and gave it; `null`: none was asked. */
  readonly answered: string | null;
  readonly now: Date;
}

/** Days before an end from which a key is changed in time: when the first reminder comes. */
const changeAheadDays = 90;
const dayMs = 24 * 60 * 60 * 1000;
/** The agency dates access keys back by so much (docs/sources.md, UTM). */
const keyBackdatingMs = 10 * 60 * 1000;

export const hasEnded = ({ notAfter }: Certificate, now: Date): boolean => Date.parse(notAfter) < now.getTime();

export const endsSoon = ({ notAfter }: Pick<Certificate, 'notAfter'>, now: Date): boolean =>
  Date.parse(notAfter) - now.getTime() < changeAheadDays * dayMs;

const hasBegun = ({ notBefore }: Certificate, now: Date): boolean => Date.parse(notBefore) <= now.getTime();

const latestLast = (left: Certificate, right: Certificate): number => left.notBefore.localeCompare(right.notBefore);

/** Qualified certificates of the signature's part that came since the change began and have not ended. */
function newQualified({ device, change, now }: KeyChangeFacts): Certificate | null {
  const found = gostApplet(device)?.certificates.flatMap(({ certificate, privateKey }) =>
    certificate?.purpose === 'qualified' && privateKey !== 'absent' ? [certificate] : [],
  );
  const fresh = found?.filter((one) => !wasThere(change.baseline, one.fingerprint) && !hasEnded(one, now)) ?? [];
  const sorted = fresh.sort(latestLast);
  return sorted.findLast((one) => hasBegun(one, now)) ?? sorted.at(-1) ?? null;
}

/**
 * An access key speaks for the signature it was issued with (docs/sources.md, UTM): one issued before the certificate
 * that is there now belongs to the former.
 */
const isTiedTo = (key: Certificate, qualified: Certificate | null): boolean =>
  qualified === null || Date.parse(key.notBefore) + keyBackdatingMs >= Date.parse(qualified.notBefore);

const sameSecond = (date: UtmDate | undefined, iso: string): boolean =>
  date?.kind === 'date' && Math.floor(Date.parse(date.iso) / 1000) === Math.floor(Date.parse(iso) / 1000);

/** Verdicts by which the key that is there is good for nothing, whatever its dates. */
const againstTheKey: ReadonlySet<string> = new Set(['signature-renewed', 'access-key-revoked']);

/** Whether the UTM took a document with this status of its answer. */
const signedBy = (status: unknown): 'yes' | 'no' | 'unknown' =>
  status === 200 ? 'yes' : status === 500 ? 'no' : 'unknown';

/** The last document that was given to the UTM since the key was issued: signed, not signed, or nobody tells. */
function signedSince(key: Certificate | null, { utm, proof }: KeyChangeFacts): 'yes' | 'no' | 'unknown' {
  if (!key) return 'unknown';
  const issuedAt = Date.parse(key.notBefore) + keyBackdatingMs;
  // A log is written to the second.
  const isSince = (at: string | null | undefined) => at != null && Date.parse(at) + 999 >= issuedAt;
  const query = proof.find(({ id }) => id === 'query-accepted');
  const asked = isSince(query?.finishedAt)
    ? signedBy(query?.status === 'passed' ? 200 : query?.values.status)
    : 'unknown';
  const post = utm?.computer?.lastPost;
  return asked === 'unknown' && isSince(post?.at) ? signedBy(post?.status) : asked;
}

/** The keys of a token as a plan judges them. All of it follows from the facts. */
export interface KeysNow {
  readonly gost: Applet | undefined;
  readonly pki: Applet | undefined;
  /** The signature to work with: the successor, else what was there. */
  readonly qualified: Certificate | null;
  readonly qualifiedIsNew: boolean;
  /** The signature from before, while it stands beside its successor. */
  readonly twoSignatures: boolean;
  /** A request for a signature is out. */
  readonly requested: boolean;
  /** The newest access key. */
  readonly accessKey: Certificate | null;
  readonly accessKeyIsNew: boolean;
  readonly accessKeyIsTied: boolean;
  /** Access keys from before, while they stand beside their successor. */
  readonly oldAccessKeys: readonly Certificate[];
  /** The successor has signed what the wizard gave it. */
  readonly accessKeyAnswered: boolean;
  readonly utmReadsThem: boolean;
  readonly signed: 'yes' | 'no' | 'unknown';
}

export function keysNow(facts: KeyChangeFacts): KeysNow {
  const { device, change, utm, now } = facts;
  const gost = gostApplet(device);
  const successor = newQualified(facts);
  const qualified = successor ?? qualifiedCertificate(device, now);
  const signatures = gost?.certificates.filter(
    ({ certificate }) => certificate?.purpose === 'qualified' && !hasEnded(certificate, now),
  );
  const found = accessKeys(device).map(({ certificate }) => certificate);
  const isNew = (key: Certificate) => !wasThere(change.baseline, key.fingerprint) && !hasEnded(key, now);
  const accessKey = found.find(isNew) ?? found.find((key) => inForce(key, now)) ?? found[0] ?? null;
  const accessKeyIsTied = accessKey !== null && isTiedTo(accessKey, qualified);
  const accessKeyIsNew = accessKey !== null && isNew(accessKey) && accessKeyIsTied;
  const info = utm?.info;
  const readsKey = accessKey !== null && sameSecond(info?.rsa.notBefore, accessKey.notBefore);
  const readsSignature = qualified !== null && sameSecond(info?.gost.notBefore, qualified.notBefore);
  return {
    gost,
    pki: accessKeyApplet(device),
    qualified,
    qualifiedIsNew: successor !== null,
    twoSignatures: (signatures?.length ?? 0) > 1,
    requested: gost !== undefined && requestedKeys(change.baseline, gost).some(({ kind }) => kind.startsWith('gost')),
    accessKey,
    accessKeyIsNew,
    accessKeyIsTied: accessKeyIsTied && !againstTheKey.has(utm?.verdict.id ?? ''),
    oldAccessKeys: accessKeyIsNew ? found.filter((key) => key !== accessKey && !isNew(key)) : [],
    accessKeyAnswered: accessKeyIsNew && accessKey?.fingerprint === facts.answered,
    utmReadsThem: readsKey && readsSignature && info?.ownerId === accessKey?.fsrarId,
    signed: signedSince(accessKey, facts),
  };
}
