import type { Certificate, KeyKind } from '../../../shared/domain/certificate.ts';
import type { Applet, TokenCertificate, TokenKey } from '../../../shared/domain/token.ts';
import type { RequestInput } from '../../../shared/ipc/contract.ts';
import type { Problem } from '../../../shared/problems/problem.ts';

export type Deletable = RequestInput<'tokens:delete-key'>['as'];

/** Whether key and certificate are both there: `hidden` is what only a sign-in would show. */
export type Pairing = 'paired' | 'hidden' | 'unknown' | 'no-key' | 'needs-no-key' | 'no-certificate' | 'unreadable';

/** One thing on the token, as a person would count it: a pair is one, an orphan is one. */
export interface ContentsRow {
  readonly id: string;
  readonly keyId: string;
  readonly pairing: Pairing;
  readonly certificate: Certificate | null;
  /** Why a certificate could not be read. */
  readonly problem: Problem | null;
  readonly key: { readonly kind: KeyKind; readonly bits: number | null } | null;
  readonly label: string;
  /** Names of the authorities above it, as far as the token carries them. */
  readonly chain: readonly string[];
  readonly expired: boolean;
  /** The one reason for which it may be deleted; `null` where it may not. */
  readonly deletable: Deletable | null;
}

/** CryptoPro writes a CKA_ID with a zero byte at its end, and others without: both name the same key. */
const sameId = (left: string, right: string) => left.replace(/(00)+$/, '') === right.replace(/(00)+$/, '');

function pairingOf(
  { certificate, privateKey }: TokenCertificate,
  key: TokenKey | undefined,
  signedIn: boolean,
): Pairing {
  if (!certificate) return 'unreadable';
  if (privateKey === 'present' || key?.hasPrivate) return 'paired';
  if (certificate.isAuthority || certificate.purpose === 'authority') return 'needs-no-key';
  if (privateKey === 'absent') return 'no-key';
  return signedIn ? 'unknown' : 'hidden';
}

/** Another access key of the same part began later and is in force. */
const hasSuccessor = (certificate: Certificate, { certificates }: Applet, now: number): boolean =>
  certificates.some(
    ({ certificate: other, privateKey }) =>
      other?.purpose === 'access-key' &&
      privateKey !== 'absent' &&
      other.notBefore > certificate.notBefore &&
      Date.parse(other.notAfter) >= now,
  );

function deletableAs(pairing: Pairing, certificate: Certificate | null, applet: Applet, now: number): Deletable | null {
  const withKey = pairing === 'paired' || pairing === 'hidden';
  if (certificate?.purpose === 'access-key' && withKey) {
    if (Date.parse(certificate.notAfter) < now) return 'expired-access-key';
    if (hasSuccessor(certificate, applet, now)) return 'replaced-access-key';
  }
  // The key of a qualified certificate may stand in a CryptoPro container, where PKCS#11 does not see it.
  const mayBelongElsewhere = certificate?.purpose === 'qualified' && applet.cryptoProContainers.length > 0;
  return pairing === 'no-key' && !mayBelongElsewhere ? 'orphan-certificate' : null;
}

/** Everything on one part of the token: certificates first, as they came, then keys that have none. */
export function contentsOf(applet: Applet, now: number): readonly ContentsRow[] {
  const certificates = applet.certificates.map((entry, index): ContentsRow => {
    const key = applet.keys.find(({ keyId }) => sameId(keyId, entry.keyId));
    const { certificate } = entry;
    const pairing = pairingOf(entry, key, applet.signedIn);
    const expired = certificate !== null && Date.parse(certificate.notAfter) < now;
    return {
      id: certificate?.fingerprint ?? `${entry.keyId}-${index}`,
      keyId: entry.keyId,
      pairing,
      certificate,
      problem: entry.problem,
      key: certificate?.key ?? key ?? null,
      label: entry.label,
      chain: entry.chain,
      expired,
      deletable: deletableAs(pairing, certificate, applet, now),
    };
  });
  const orphans = applet.keys
    .filter((key) => !key.hasCertificate && !applet.certificates.some(({ keyId }) => sameId(keyId, key.keyId)))
    .map(
      (key): ContentsRow => ({
        id: `key-${key.keyId}`,
        keyId: key.keyId,
        pairing: 'no-certificate',
        certificate: null,
        problem: null,
        key,
        label: key.label,
        chain: [],
        expired: false,
        deletable: 'orphan-key',
      }),
    );
  return [...certificates, ...orphans];
}
