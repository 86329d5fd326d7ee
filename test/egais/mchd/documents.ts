/**
 * Powers of attorney for tests, with invented people and organisations whose numbers have good check digits. Whatever a
 * test wants to break it replaces in the text.
 */

export interface InventedPerson {
  readonly surname: string;
  readonly name: string;
  readonly patronymic: string;
  readonly inn: string;
  /** As documents print it. */
  readonly snils: string;
}

export const head: InventedPerson = {
  surname: 'Иванова',
  name: 'Мария',
  patronymic: 'Петровна',
  inn: '500100732259',
  snils: '112-233-445 95',
};
export const secondHead: InventedPerson = {
  surname: 'Кузнецов',
  name: 'Артём',
  patronymic: 'Олегович',
  inn: '990000003250',
  snils: '990-000-032 60',
};
export const representative: InventedPerson = {
  surname: 'Соколов',
  name: 'Павел',
  patronymic: 'Андреевич',
  inn: '990000002120',
  snils: '990-000-021 57',
};
export const secondRepresentative: InventedPerson = {
  surname: 'Петров',
  name: 'Пётр',
  patronymic: 'Иванович',
  inn: '165001234562',
  snils: '123-456-789 64',
};

export const mchdNumber = '4f1c2d3e-5a6b-4c7d-8e9f-0a1b2c3d4e5f';
export const earlierNumber = '0d9b7a52-1c34-4e8a-9f00-7766554433aa';
export const fileId003 = `ON_EMCHD_20260901_${mchdNumber}`;
const fileId002 = `ON_DOVBB_20260901_${mchdNumber}`;
/** A day on which every document here is in force. */
export const inForce = new Date('2026-11-25T12:00:00Z');

const fullName = ({ surname, name, patronymic }: InventedPerson): string =>
  `<ФИО Фамилия="${surname}" Имя="${name}" Отчество="${patronymic}"/>`;

const person = (element: string, who: InventedPerson, more = ''): string =>
  `<${element} ИННФЛ="${who.inn}" СНИЛС="${who.snils}"${more}><СведФЛ ПрГражд="1" ДатаРожд="1980-02-29">${fullName(who)}</СведФЛ></${element}>`;

export const headOf = (who: InventedPerson, acting: '1' | '2' = '1'): string =>
  `<ЛицоБезДов ПолнЮЛ="${acting}">${person('СвФЛ', who, ' Должность="Генеральный директор"')}</ЛицоБезДов>`;

const organization = `<СвРосОрг НаимОрг="ООО «Ромашка»" ИННЮЛ="9900000017" КПП="990101001" ОГРН="1299900000025"><АдрРег Регион="77"><АдрРФ>г. Москва, ул. Тверская, д. 12</АдрРФ></АдрРег></СвРосОрг>`;

export const organizationPrincipal = (heads = headOf(head)): string =>
  `<СвДоверит ТипДоверит="1"><Доверит><РосОргДовер ЕИОУК="0" ЕИОФЛ="1" ЕИОИП="0">${organization}${heads}</РосОргДовер></Доверит></СвДоверит>`;

export const secondPrincipal = organizationPrincipal(headOf(secondHead))
  .replace('ООО «Ромашка»', 'ООО «Василёк»')
  .replace('9900000017', '9900000024')
  .replace('1299900000025', '1299900000036');

const proprietor = (element: string, who: InventedPerson): string =>
  person(element, who, ' ОГРНИП="329990000000019" НаимИП="ИП Иванова Мария Петровна"');

export const proprietorPrincipal = `<СвДоверит ТипДоверит="3"><Доверит>${proprietor('ИПДовер', head)}</Доверит></СвДоверит>`;

/** An organisation that another one governs. */
export const managedPrincipal = organizationPrincipal(
  `<ЛицоБезДов ПолнЮЛ="1"><СВЮЛ><СвЮЛЕИО НаимОрг="ООО «Управление»" КПП="990101002"/>${person('СвФЛ', head)}</СВЮЛ></ЛицоБезДов>`,
).replace('ЕИОУК="0" ЕИОФЛ="1"', 'ЕИОУК="1" ЕИОФЛ="0"');

export const representativeOf = (who: InventedPerson): string =>
  `<СвУпПред ТипПред="3"><Пред>${person('СведФизЛ', who)}</Пред></СвУпПред>`;

export const textPowers =
  '<СвПолн ТипПолн="0" ПрСовмПолн="1"><ТекстПолн>Получать ключ доступа к ЕГАИС и подписывать документы в ЕГАИС</ТекстПолн></СвПолн>';

export const machinePowers = `<СвПолн ТипПолн="1" ПрСовмПолн="1"><МашПолн МнПолн="INVENTED_MNEMONIC" КодПолн="INVENTED_CODE_1" НаимПолн="Придуманное полномочие"><ОгрСвПолн ИдОгр="1" КодОгр="SUM" НаимОгр="Сумма"><ТексЗначОгр>до 100 000 рублей</ТексЗначОгр></ОгрСвПолн></МашПолн><МашПолн КодПолн="INVENTED_CODE_2" НаимПолн="Другое полномочие"/></СвПолн>`;

const particulars = (element: string): string =>
  `<${element} ВидДовер="1" ПрПередов="1" ВнНомДовер="17/2026" НомДовер="${mchdNumber}" ДатаВыдДовер="2026-09-01" СрокДейст="2027-08-31"><СведСист>https://m4d.nalog.gov.ru/emchd/check-status?guid=${mchdNumber}</СведСист></${element}>`;

export const declaration = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n`;

const document003 = (body: string): string =>
  `${declaration('UTF-8')}<Доверенность xmlns="urn://x-artefacts/EMCHD_1" ВерсФорм="EMCHD_1" ПрЭлФорм="00000000" ИдФайл="${fileId003}"><Документ КНД="1110310">${body}</Документ></Доверенность>`;

export interface Parts {
  readonly principals?: string;
  readonly representatives?: string;
  readonly powers?: string;
}

/** A good document of form 003: an organisation gives power to a person, unless told otherwise. */
export const granted = ({ principals, representatives, powers }: Parts = {}): string =>
  document003(
    `<Довер>${particulars('СвДов')}${principals ?? organizationPrincipal()}${representatives ?? representativeOf(representative)}${powers ?? machinePowers}</Довер>`,
  );

/** A good retrusted document: the head's organisation passes on what another one gave it. */
export const retrusted = (): string =>
  document003(
    `<Передов ПрНалПередов="1"><СвПервДовер ДатаВыдДовер="2026-06-01" СрокДейст="2027-12-31" НомДоверПерв="${earlierNumber}"/>${particulars('СвПереДовер')}<СвПередПолн ТипПерПолн="1"><ПередПолн><РосОргПерПолн ЕИОУК="0" ЕИОФЛ="1" ЕИОИП="0">${organization}${headOf(head)}</РосОргПерПолн></ПередПолн></СвПередПолн><СвПолучПолн ТипПред="3"><Пред>${person('СведФизЛ', representative)}</Пред></СвПолучПолн>${machinePowers}</Передов>`,
  );

/** A good document of form 002, as far as its form is publicly known. */
export const form002 = (): string =>
  `${declaration('UTF-8')}<Доверенность ВерсФорм="002" ИдФайл="${fileId002}"><Документ><Довер><СвДов ВнНомДовер="17/2026" НомДовер="${mchdNumber}" ДатаВыдДовер="2026-09-01" ДатаКонДовер="2027-08-31" ПрПередов="1"><Безотзыв ПрБезотзыв="1"/><СведСистОтм>https://m4d.nalog.gov.ru/EMCHD/check-status?guid=${mchdNumber}</СведСистОтм></СвДов><СвДоверит ТипДовер="1"><РосОргДовер><СвРосОрг НаимОрг="ООО «Ромашка»" ИННЮЛ="9900000017" КПП="990101001" ОГРН="1299900000025"/><ЛицоБезДов><СвФЛ ИННФЛ="${head.inn}" СНИЛС="${head.snils}" Должность="Генеральный директор">${fullName(head)}</СвФЛ></ЛицоБезДов></РосОргДовер><Подписант Фамилия="${head.surname}" Имя="${head.name}" Отчество="${head.patronymic}"/></СвДоверит><СвУпПред ТипПред="3"><СвПред><СведФизЛ ИННФЛ="${representative.inn}" СНИЛС="${representative.snils}">${fullName(representative)}</СведФизЛ></СвПред></СвУпПред><СвПолн><ТекстПолн>Получать ключ доступа к ЕГАИС</ТекстПолн></СвПолн></Довер></Документ></Доверенность>`;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

const cyrillic = 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя';
const others: Readonly<Record<string, number>> = { Ё: 0xa8, ё: 0xb8, '«': 0xab, '»': 0xbb };

/** Writes a text in windows-1251, which Node reads but does not write. */
export function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 0x80 ? code : (others[character] ?? 0xc0 + cyrillic.indexOf(character));
    if (byte < 0xc0 && code >= 0x80 && others[character] === undefined) throw new RangeError(`no ${character}`);
    return byte;
  });
}

/** A document as a file of the name it gives itself. */
export const file003 = (text: string) => ({ name: `${fileId003}.xml`, bytes: utf8(text) });
export const file002 = (text: string) => ({ name: `${fileId002}.xml`, bytes: utf8(text) });
