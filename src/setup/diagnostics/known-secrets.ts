import type { Certificate } from '../../shared/domain/certificate.ts';
import type { SubjectValues } from '../../shared/domain/qualified-subject.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import type { RegisteredSecret, SecretKind } from '../../shared/redaction/registered-secret.ts';
import type { KnownFacts } from './sources.ts';

const registered = (kind: SecretKind, texts: readonly (string | null | undefined)[]): readonly RegisteredSecret[] =>
  texts.flatMap((text) => (text ? [{ kind, text }] : []));

/** «ООО «Ромашка»» stands in other texts as «Ромашка» alone. */
const quotedName = (name: string | null | undefined): readonly string[] =>
  /[«"“](.+)[»"”]/.exec(name ?? '')?.slice(1) ?? [];

/** A person's name stands in other texts with initials, or in another order. */
const wordsOf = (name: string | null | undefined): readonly string[] => name?.split(/[\s.]+/) ?? [];

const numberFields = ['inn', 'innLegalEntity', 'snils', 'ogrn', 'ogrnip'] as const;
const nameFields = ['organization', 'organizationUnit', 'surname', 'givenName', 'locality', 'street', 'email'] as const;

type Named = { readonly [field in keyof SubjectValues]?: string | null | undefined };

/** What a subject says of somebody. The common name is apart: in an access key it is a number. */
const ofSubject = (subject: Named): readonly RegisteredSecret[] => [
  ...registered(
    'number',
    numberFields.map((field) => subject[field]),
  ),
  ...registered(
    'name',
    nameFields.map((field) => subject[field]),
  ),
  ...registered('name', [
    ...quotedName(subject.organization),
    ...wordsOf(subject.surname),
    ...wordsOf(subject.givenName),
  ]),
];

const ofCommonName = (name: string | null | undefined): readonly RegisteredSecret[] =>
  registered('name', [name, ...quotedName(name)]);

function ofCertificate({ holder, subject, fsrarId }: Certificate): readonly RegisteredSecret[] {
  const isPerson = holder.kind === 'person' || holder.kind === 'sole-proprietor';
  return [
    ...registered('number', [fsrarId, holder.inn]),
    ...registered('name', [holder.name, holder.person, ...quotedName(holder.name)]),
    ...registered('name', isPerson ? wordsOf(holder.person) : []),
    ...ofSubject(subject),
    ...(fsrarId === null ? ofCommonName(subject.commonName) : []),
  ];
}

/** Of requests, of applications in an account, of certificates that are looked at. */
export const holderSecrets = ({ subjects, applications, certificates }: KnownFacts['holders']) => [
  ...subjects.flatMap((values) => [...ofSubject(values), ...ofCommonName(values.commonName)]),
  ...applications.flatMap(({ inn, name, owner, author }) => [
    ...registered('number', [inn]),
    ...[name, owner, author].flatMap(ofCommonName),
  ]),
  ...certificates.flatMap(ofCertificate),
];

const ofDevice = ({ serial, printedSerial, applets }: Device): readonly RegisteredSecret[] => [
  ...registered('serial', [serial, printedSerial, ...applets.map((applet) => applet.serial)]),
  ...applets.flatMap(({ certificates }) =>
    certificates.flatMap(({ certificate }) =>
      certificate && certificate.purpose !== 'authority' ? ofCertificate(certificate) : [],
    ),
  ),
];

const ofUtm = ({ info }: UtmState): readonly RegisteredSecret[] =>
  registered('number', [info?.ownerId, info?.database.ownerId]);

const ofPlace = ({ fsrarId, inn, fullName, shortName, address, legalAddress }: Subdivision) => [
  ...registered('number', [fsrarId, inn]),
  ...registered('name', [fullName, shortName, address, legalAddress]),
  ...registered('name', [...quotedName(fullName), ...quotedName(shortName)]),
];

/** Of tokens of earlier runs and of changes of keys that were begun. */
export const rememberedSecrets = ({ tokens, changes }: KnownFacts['remembered']): readonly RegisteredSecret[] => [
  ...[...tokens, ...changes].flatMap(({ serial, printedSerial }) => registered('serial', [serial, printedSerial])),
  ...tokens.flatMap(({ holder, fsrarId }) => [
    ...registered('name', holder === null ? [] : [holder, ...quotedName(holder)]),
    ...registered('number', [fsrarId]),
  ]),
];

/** Identifiers and names that a walk has come across, for the log and for diagnostics to leave out. */
export const knownSecrets = ({
  tokens,
  utm,
  place,
  remembered,
  holders,
}: Pick<KnownFacts, 'tokens' | 'utm' | 'place' | 'remembered' | 'holders'>): readonly RegisteredSecret[] => [
  ...(tokens?.devices.flatMap(ofDevice) ?? []),
  ...(utm ? ofUtm(utm) : []),
  ...(place ? ofPlace(place) : []),
  ...rememberedSecrets(remembered),
  ...holderSecrets(holders),
];
