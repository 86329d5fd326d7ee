import type { SubjectAttribute } from '../pki/distinguished-name.ts';

interface Place {
  /** As certificates write it: «77 г. Москва». */
  readonly region: string;
  readonly locality: string;
  readonly street: string;
}

interface Human {
  readonly surname: string;
  readonly givenName: string;
  /** ИНН of the person, twelve digits. */
  readonly inn: string;
  /** Eleven digits. */
  readonly snils: string;
}

/** For whom the practice authority issues a qualified certificate. */
export type QualifiedHolder =
  | (Place &
      Human & {
        readonly kind: 'organization';
        readonly name: string;
        readonly title: string;
        /** Ten digits. */
        readonly innLegalEntity: string;
        readonly ogrn: string;
      })
  | (Omit<Place, 'street'> & Human & { readonly kind: 'sole-proprietor'; readonly ogrnip: string })
  | (Omit<Place, 'street'> & Human & { readonly kind: 'person' });

const utf8 = (oid: string, value: string): SubjectAttribute => ({ oid, value, type: 'utf8' });
const digits = (oid: string, value: string): SubjectAttribute => ({ oid, value, type: 'numeric' });

const country: SubjectAttribute = { oid: '2.5.4.6', value: 'RU', type: 'printable' };

const humanAttributes = ({ surname, givenName, inn, snils }: Human): readonly SubjectAttribute[] => [
  utf8('2.5.4.4', surname),
  utf8('2.5.4.42', givenName),
  digits('1.2.643.3.131.1.1', inn),
  digits('1.2.643.100.3', snils),
];

/** The subject of a qualified certificate: the attributes order 795 of the FSB asks of each kind of holder. */
export function holderSubject(holder: QualifiedHolder): readonly SubjectAttribute[] {
  const place = [country, utf8('2.5.4.8', holder.region), utf8('2.5.4.7', holder.locality)];
  const fullName = utf8('2.5.4.3', `${holder.surname} ${holder.givenName}`);
  switch (holder.kind) {
    case 'organization':
      return [
        ...place,
        utf8('2.5.4.9', holder.street),
        utf8('2.5.4.10', holder.name),
        utf8('2.5.4.3', holder.name),
        utf8('2.5.4.12', holder.title),
        ...humanAttributes(holder),
        digits('1.2.643.100.4', holder.innLegalEntity),
        digits('1.2.643.100.1', holder.ogrn),
      ];
    case 'sole-proprietor':
      return [...place, fullName, ...humanAttributes(holder), digits('1.2.643.100.5', holder.ogrnip)];
    case 'person':
      return [...place, fullName, ...humanAttributes(holder)];
  }
}
