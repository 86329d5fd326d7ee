import { parseCertificate } from '../../../src/pki/certificate.ts';
import { gostSubjectPublicKeyInfo } from '../../../src/pki/public-key.ts';
import { createQualifiedAuthority, issueQualifiedCertificate } from '../../../src/practice/certification-authority.ts';
import { generateGostKeyPair } from '../../../src/practice/gost-signature.ts';
import type { QualifiedHolder } from '../../../src/practice/qualified-subject.ts';
import type { Certificate } from '../../../src/shared/domain/certificate.ts';
import type { InventedPerson } from './documents.ts';

const parameterSet = '1.2.643.2.2.35.1';
const authority = createQualifiedAuthority(new Date());

const certificateOf = (holder: QualifiedHolder): Certificate => {
  const publicKey = gostSubjectPublicKeyInfo(generateGostKeyPair(parameterSet).publicKey, parameterSet);
  const [notBefore, notAfter] = [new Date(), new Date(Date.now() + 86_400_000)];
  const reading = parseCertificate(issueQualifiedCertificate(authority, { holder, publicKey, notBefore, notAfter }));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.certificate;
};

const fields = ({ surname, name, patronymic, inn, snils }: InventedPerson) => ({
  surname,
  givenName: `${name} ${patronymic}`,
  inn,
  snils: snils.replace(/\D/g, ''),
  region: '77 г. Москва',
  locality: 'г. Москва',
});

/** The qualified certificate of a person. */
export const certificateOfPerson = (who: InventedPerson): Certificate =>
  certificateOf({ kind: 'person', ...fields(who) });

/** The qualified certificate of ООО «Ромашка», whose head this person is. */
export const certificateOfOrganization = (who: InventedPerson): Certificate =>
  certificateOf({
    kind: 'organization',
    name: 'ООО «Ромашка»',
    title: 'Генеральный директор',
    innLegalEntity: '9900000017',
    ogrn: '1299900000025',
    street: 'ул. Тверская, д. 12',
    ...fields(who),
  });
