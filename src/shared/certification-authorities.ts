import type { CertificationAuthorityId } from './domain/certification-authority.ts';
import type { SubjectKind } from './domain/qualified-subject.ts';
import type { Bilingual } from './language.ts';
import type { PageId } from './pages.ts';

/**
 * How a certificate is come by there. `in-person`: the authority's operator has it written on the token; `account`: by
 * the authority's own account, in a browser; `file`: a request goes out as a file, a certificate comes back as one. As a
 * file it works with every authority that takes a request at all.
 */
type CertificationWay = 'in-person' | 'account' | 'file';

/** What is publicly known of a certification authority (docs/sources.md), and what is not. */
export interface CertificationAuthority {
  readonly name: Bilingual<string>;
  /** `null` where no address is publicly known. */
  readonly page: PageId | null;
  readonly way: CertificationWay;
  /** Who may get a certificate there, as far as is publicly known. */
  readonly subjects: readonly SubjectKind[];
  /** What a person does there, in order. */
  readonly steps: Bilingual<readonly string[]>;
  readonly unknown: Bilingual<readonly string[]>;
}

const everybody: readonly SubjectKind[] = ['organization', 'sole-proprietor', 'person'];

const priceAndTime: Bilingual<string> = {
  ru: 'Цену, срок выпуска и срок действия сертификата назовёт сам удостоверяющий центр.',
  en: 'Price, time of issue and validity are told by the authority itself.',
};

const whoMay: Bilingual<string> = {
  ru: 'Руководителям организаций и ИП подпись выдают УЦ ФНС и его доверенные лица. Входит ли в них этот центр сейчас, уточните у него.',
  en: 'Heads of organisations and sole proprietors get their signature from the tax service and its trusted persons. Ask this authority whether it is one of them now.',
};

export const certificationAuthorities: Readonly<Record<CertificationAuthorityId, CertificationAuthority>> = {
  fns: {
    name: { ru: 'Удостоверяющий центр ФНС России', en: 'Certification authority of the tax service (ФНС)' },
    page: 'fns-certification-authority',
    way: 'in-person',
    subjects: ['organization', 'sole-proprietor'],
    steps: {
      ru: [
        'Узнайте на странице ФНС, где принимают вас: в налоговой инспекции или у доверенного лица, и запишитесь.',
        'Возьмите документ, удостоверяющий личность, СНИЛС и токен с документами о его сертификации.',
        'Приходит сам руководитель или сам предприниматель: личность проверяют при нём.',
        'Оператор записывает подпись на токен. Дома вставьте токен: мастер прочитает её сам.',
      ],
      en: [
        'See on the page of the tax service where you are received, at an inspection or by a trusted person, and make an appointment.',
        'Take an identity document, СНИЛС, and the token with its papers of certification.',
        'The head or the proprietor comes in person: identity is checked on the spot.',
        'The operator has the signature written on the token. Insert the token at home: the wizard reads it by itself.',
      ],
    },
    unknown: {
      ru: ['Принимают ли там запрос, созданный на токене заранее, неизвестно: спросите при записи.'],
      en: [
        'Whether a request that was made on the token beforehand is taken there is not known: ask when you make the appointment.',
      ],
    },
  },
  forus: {
    name: { ru: 'УЦ Форус', en: 'Forus (УЦ Форус)' },
    page: 'forus-account',
    way: 'account',
    subjects: everybody,
    steps: {
      ru: [
        'Подайте заявку сотруднику центра и назовите ему номер мобильного телефона: по нему открывается личный кабинет.',
        'На сайте нажмите «Личный кабинет», введите телефон, нажмите «Получить код» и введите код из СМС.',
        'Откройте «Работа с заявкой» — «Личный кабинет» и нажмите номер своей заявки.',
        'Когда заявка принята, нажмите «Запросить сертификат». Кабинет создаёт ключ на токене сам; примет ли он запрос из файла, спросите у поддержки.',
        'Дождитесь двух СМС: «Ваш сертификат заказан» и «Ваш сертификат готов».',
        'Нажмите «Сохранить сертификат на локальный компьютер» и откройте этот файл в мастере, если ключ создавал мастер.',
        'Распечатайте, подпишите и передайте в центр заявление на изготовление и расписку в получении.',
      ],
      en: [
        'Apply to a member of its staff and name a mobile phone: it opens the account.',
        'On the site press «Личный кабинет», enter the phone, press «Получить код» and enter the code of the SMS.',
        'Open «Работа с заявкой» — «Личный кабинет» and press the number of your application.',
        'Once it is accepted, press «Запросить сертификат». The account makes the key on the token by itself; ask its support whether it takes a request from a file.',
        'Wait for two SMS: “your certificate is ordered” and “your certificate is ready”.',
        'Press «Сохранить сертификат на локальный компьютер» and open that file in the wizard, if the wizard made the key.',
        'Print, sign and hand in the application and the receipt.',
      ],
    },
    unknown: {
      ru: [
        'Шаги взяты из печатной инструкции для Internet Explorer; нынешний вид сайта может быть другим.',
        whoMay.ru,
        priceAndTime.ru,
      ],
      en: [
        'The steps are those of a printed instruction for Internet Explorer; the site may look different today.',
        whoMay.en,
        priceAndTime.en,
      ],
    },
  },
  'astral-web-registrar': {
    name: { ru: 'Калуга Астрал — Web-регистратор', en: 'Kaluga Astral: Web-registrar' },
    page: 'astral',
    way: 'file',
    subjects: everybody,
    steps: {
      ru: [
        'Этим способом подпись оформляет партнёр или обособленное подразделение «Калуги Астрал»: обратитесь к тому, кто вас обслуживает.',
        'Покажите ему токен и спросите, примет ли он запрос файлом.',
        'Если примет — сохраните запрос в мастере и передайте ему; готовый сертификат откройте в мастере.',
      ],
      en: [
        'A partner or a branch of Kaluga Astral does this for you: turn to whoever serves you.',
        'Show the token and ask whether a request is taken as a file.',
        'If so, save the request in the wizard and hand it over; open the finished certificate in the wizard.',
      ],
    },
    unknown: {
      ru: ['Адрес входа и вид Web-регистратора не опубликованы.', whoMay.ru, priceAndTime.ru],
      en: ['Address and looks of the Web-registrar are not public.', whoMay.en, priceAndTime.en],
    },
  },
  'astral-1c-etp': {
    name: { ru: 'Калуга Астрал — 1С-ЭТП', en: 'Kaluga Astral: 1С-ЭТП' },
    page: 'astral',
    way: 'file',
    subjects: everybody,
    steps: {
      ru: [
        'Этим способом подпись оформляет партнёр 1С (франчайзи), удалённо: обратитесь к тому, кто обслуживает вашу 1С.',
        'Спросите, примет ли он запрос файлом и что нужно для проверки личности.',
        'Если примет — сохраните запрос в мастере и передайте ему; готовый сертификат откройте в мастере.',
      ],
      en: [
        'A partner of 1C (a franchisee) does this for you, remotely: turn to whoever serves your 1C.',
        'Ask whether a request is taken as a file, and what is needed to check identity.',
        'If so, save the request in the wizard and hand it over; open the finished certificate in the wizard.',
      ],
    },
    unknown: {
      ru: ['Адрес входа и вид 1С-ЭТП не опубликованы.', whoMay.ru, priceAndTime.ru],
      en: ['Address and looks of 1С-ЭТП are not public.', whoMay.en, priceAndTime.en],
    },
  },
  other: {
    name: { ru: 'Другой удостоверяющий центр', en: 'Another certification authority' },
    page: 'accredited-authorities',
    way: 'file',
    subjects: everybody,
    steps: {
      ru: [
        'Убедитесь, что центр аккредитован: перечень ведёт Минцифры России.',
        'Спросите, принимает ли центр запрос на сертификат файлом и для вашего ли токена.',
        'Сохраните запрос в мастере и передайте его центру вместе с документами, которые он назовёт.',
        'Полученный сертификат (файл .cer, .crt или .p7b) откройте в мастере.',
      ],
      en: [
        'See that the authority is accredited: the Ministry of Digital Development keeps the list.',
        'Ask whether it takes a request for a certificate as a file, and for your token.',
        'Save the request in the wizard and hand it over with the papers the authority names.',
        'Open the certificate you receive (.cer, .crt or .p7b) in the wizard.',
      ],
    },
    unknown: { ru: [whoMay.ru, priceAndTime.ru], en: [whoMay.en, priceAndTime.en] },
  },
};
