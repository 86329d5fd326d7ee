import type { Certificate, CertificatePurpose, DistinguishedName, Holder } from '../shared/domain/certificate.ts';
import { innFault, innKind, innWithoutZeros, isNumber } from '../shared/domain/registration-number.ts';

const personOf = ({ surname, givenName }: DistinguishedName): string | null =>
  surname === null ? null : [surname, givenName].filter((part) => part !== null).join(' ');

const innOf = (value: string | null): string | null => (value === null ? null : innWithoutZeros(value));

const soleProprietorPrefix = /^(ИП|индивидуальный предприниматель)\s+/i;

const holderKind = (subject: DistinguishedName): Holder['kind'] => {
  if (subject.innLegalEntity !== null || subject.ogrn !== null) return 'organization';
  if (subject.ogrnip !== null) return 'sole-proprietor';
  if (subject.organization !== null) return 'organization';
  return subject.surname !== null || subject.inn !== null || subject.snils !== null ? 'person' : 'unknown';
};

const holderName = (kind: Holder['kind'], subject: DistinguishedName, person: string | null): string => {
  const { commonName, organization } = subject;
  if (kind === 'organization') return organization ?? commonName ?? '';
  const name = person ?? commonName ?? organization ?? '';
  return kind === 'sole-proprietor' ? `ИП ${name.replace(soleProprietorPrefix, '')}` : name;
};

/** Who the subject of a certificate is, by the numbers that order 795 of the FSB requires of each kind of holder. */
export function holderOf(subject: DistinguishedName): Holder {
  const kind = holderKind(subject);
  const person = personOf(subject);
  const inn = innOf(subject.inn);
  return {
    kind,
    name: holderName(kind, subject, person),
    person: person ?? (kind === 'sole-proprietor' || kind === 'person' ? subject.commonName : null),
    inn: kind === 'organization' ? (innOf(subject.innLegalEntity) ?? inn) : inn,
  };
}

/** The holder of an access key: by the UTM's own JSON, O is the holder's name and OU the ИНН. */
export function accessKeyHolderOf(subject: DistinguishedName): Holder {
  const inn = subject.organizationUnit?.trim() ?? '';
  const kind = innKind(inn) === 'inn-person' ? 'sole-proprietor' : 'organization';
  // What EGAIS has issued names its holder, slip or not.
  if (innFault(inn) === 'wrong-form') return holderOf(subject);
  return { kind, name: subject.organization ?? subject.commonName ?? '', person: null, inn };
}

/** What a certificate is for: an authority first, then EGAIS's own issuer, then GOST keys with a known holder. */
export function purposeOf(certificate: {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  readonly holder: Holder;
  readonly key: Certificate['key'];
  readonly isAuthority: boolean;
}): CertificatePurpose {
  const { subject, issuer, holder, key, isAuthority } = certificate;
  if (isAuthority) return 'authority';
  if (key.kind === 'rsa' && isNumber('fsrar-id', subject.commonName ?? '') && issuer.text.includes('pki.fsrar.ru'))
    return 'access-key';
  return key.kind.startsWith('gost-') && holder.kind !== 'unknown' ? 'qualified' : 'other';
}
