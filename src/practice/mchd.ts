import { randomUUID } from 'node:crypto';
import { writeSignedData } from '../pki/cms-writer.ts';
import { gostSubjectPublicKeyInfo } from '../pki/public-key.ts';
import { streebog256 } from '../pki/streebog.ts';
import { printedSnils } from '../shared/domain/registration-number.ts';
import { issueQualifiedCertificate, type PracticeAuthority } from './certification-authority.ts';
import { generateGostKeyPair, signGostDigest } from './gost-signature.ts';
import type { PracticeHolder } from './holders.ts';
import type { QualifiedHolder } from './qualified-subject.ts';

/** Who gives power to whom: an organisation, whose head signs with a key that the authority certifies. */
export interface MchdOrder {
  readonly principal: PracticeHolder;
  readonly representative: PracticeHolder;
  /** КПП of the organisation's own address. */
  readonly kpp: string;
  readonly authority: PracticeAuthority;
  readonly issuedAt: Date;
  readonly validUntil: Date;
}

/** A file of the practice world. */
interface WrittenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const parameterSet = '1.2.643.2.2.35.1';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

const attributes = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');

const dayOf = (moment: Date): string => moment.toISOString().slice(0, 10);

function person(element: string, who: QualifiedHolder): string {
  const [name = '', ...patronymic] = who.givenName.split(' ');
  const fullName = { Фамилия: who.surname, Имя: name, Отчество: patronymic.join(' ') };
  const numbers = { ИННФЛ: who.inn, СНИЛС: printedSnils(who.snils) };
  return `<${element}${attributes(numbers)}><СведФЛ ПрГражд="1"><ФИО${attributes(fullName)}/></СведФЛ></${element}>`;
}

/** A document of form 003. Its power is of practice mode alone: the code that EGAIS wants is not publicly known. */
function documentOf({ principal, representative, kpp, issuedAt, validUntil }: MchdOrder, number: string): string {
  const { certificate } = principal;
  if (certificate.kind !== 'organization') throw new Error('In practice mode an organisation gives power');
  const { name, innLegalEntity, ogrn } = certificate;
  const dates = { ДатаВыдДовер: dayOf(issuedAt), СрокДейст: dayOf(validUntil) };
  const particulars = { ВидДовер: '1', ПрПередов: '1', ВнНомДовер: 'Учебная-1', НомДовер: number, ...dates };
  const organization = { НаимОрг: name, ИННЮЛ: innLegalEntity, КПП: kpp, ОГРН: ogrn };
  const power = {
    КодПолн: 'PRACTICE_ACCESS_KEY',
    НаимПолн: 'Учебное полномочие: получать ключ доступа к ЕГАИС',
  };
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<Доверенность xmlns="urn://x-artefacts/EMCHD_1" ВерсФорм="EMCHD_1" ПрЭлФорм="00000000" ИдФайл="${fileIdOf(issuedAt, number)}">`,
    '<Документ><Довер>',
    `<СвДов${attributes(particulars)}><СведСист>Учебный режим</СведСист></СвДов>`,
    '<СвДоверит ТипДоверит="1"><Доверит><РосОргДовер ЕИОУК="0" ЕИОФЛ="1" ЕИОИП="0">',
    `<СвРосОрг${attributes(organization)}/>`,
    `<ЛицоБезДов ПолнЮЛ="1">${person('СвФЛ', certificate)}</ЛицоБезДов>`,
    '</РосОргДовер></Доверит></СвДоверит>',
    `<СвУпПред ТипПред="3"><Пред>${person('СведФизЛ', representative.certificate)}</Пред></СвУпПред>`,
    `<СвПолн ТипПолн="1" ПрСовмПолн="1"><МашПолн${attributes(power)}/></СвПолн>`,
    '</Довер></Документ>',
    '</Доверенность>',
    '',
  ].join('\n');
}

const fileIdOf = (issuedAt: Date, number: string): string =>
  `ON_EMCHD_${dayOf(issuedAt).replaceAll('-', '')}_${number}`;

async function signatureOf(content: Uint8Array, { principal, authority, issuedAt, validUntil }: MchdOrder) {
  const { privateKey, publicKey } = generateGostKeyPair(parameterSet);
  const certificate = issueQualifiedCertificate(authority, {
    holder: principal.certificate,
    publicKey: gostSubjectPublicKeyInfo(publicKey, parameterSet),
    notBefore: issuedAt,
    notAfter: validUntil,
  });
  const signed = await writeSignedData({
    content,
    detached: true,
    certificate,
    chain: [Uint8Array.from(Buffer.from(authority.certificate, 'base64'))],
    signingTime: issuedAt,
    sign: async (signedBytes) => signGostDigest(streebog256(signedBytes), privateKey, parameterSet),
  });
  if (!signed.ok) throw new Error(`The power of attorney of practice mode was not signed: ${signed.reason}`);
  return signed.der;
}

/** Makes a power of attorney of practice mode and its detached signature, as two files. */
export async function writeMchd(order: MchdOrder): Promise<readonly [document: WrittenFile, signature: WrittenFile]> {
  const number = randomUUID();
  const fileId = fileIdOf(order.issuedAt, number);
  const bytes = new TextEncoder().encode(documentOf(order, number));
  return [
    { name: `${fileId}.xml`, bytes },
    { name: `${fileId}.sig`, bytes: await signatureOf(bytes, order) },
  ];
}
