import type { Certificate } from '../../shared/domain/certificate.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import type { RegisteredSecret, SecretKind } from '../../shared/redaction/registered-secret.ts';
import type { KnownFacts } from './sources.ts';

const registered = (kind: SecretKind, texts: readonly (string | null | undefined)[]): readonly RegisteredSecret[] =>
  texts.flatMap((text) => (text ? [{ kind, text }] : []));

/** «ООО «Ромашка»» stands in other texts as «Ромашка» alone. */
const quotedName = (name: string): readonly string[] => /[«"“](.+)[»"”]/.exec(name)?.slice(1) ?? [];

/** A person's name stands in other texts with initials, or in another order. */
const wordsOf = (name: string | null): readonly string[] => name?.split(/[\s.]+/) ?? [];

function ofCertificate({ holder, subject, fsrarId }: Certificate): readonly RegisteredSecret[] {
  const isPerson = holder.kind === 'person' || holder.kind === 'sole-proprietor';
  const { commonName, organization, surname, givenName, street, email } = subject;
  return [
    ...registered('number', [fsrarId, holder.inn, subject.inn, subject.innLegalEntity]),
    ...registered('name', [holder.name, holder.person, organization, surname, street, email]),
    ...registered('name', fsrarId === null ? [commonName] : []),
    ...registered('name', [...quotedName(holder.name), ...wordsOf(surname), ...wordsOf(givenName)]),
    ...registered('name', isPerson ? wordsOf(holder.person) : []),
  ];
}

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
}: Pick<KnownFacts, 'tokens' | 'utm' | 'place' | 'remembered'>): readonly RegisteredSecret[] => [
  ...(tokens?.devices.flatMap(ofDevice) ?? []),
  ...(utm ? ofUtm(utm) : []),
  ...(place ? ofPlace(place) : []),
  ...rememberedSecrets(remembered),
];
