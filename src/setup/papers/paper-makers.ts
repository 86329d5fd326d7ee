import type { PaperKind } from '../../shared/domain/certification-authority.ts';
import type { PrintedDocument } from '../../shared/printed-documents.ts';
import { day, type Rows, row, section } from '../printed/rows.ts';
import { certificateIn, type PaperFacts, requestIn, subjectIn } from './paper-facts.ts';
import { blank, certificateRows, holderRows, keyRows, subjectRows, usageRows } from './paper-rows.ts';
import { qualifiedRequestForm } from './qualified-request-form.ts';

type Body = Pick<PrintedDocument, 'title' | 'sections'>;
type Maker = (facts: PaperFacts) => Body | null;

const carrierRows = ({ token }: PaperFacts): Rows => row('Токен', token);

const dated = ({ at }: PaperFacts): Rows => [['Дата', day(at.toISOString())]];

const identity = section(
  'Документ, удостоверяющий личность',
  blank('Вид документа', 'Серия и номер', 'Кем и когда выдан', 'Дата рождения'),
);

const application: Maker = (facts) => {
  const request = requestIn(facts);
  if (request === null) return null;
  const { key, requested } = request.request;
  return {
    title: 'Заявление на изготовление сертификата ключа проверки электронной подписи',
    sections: [
      section(
        null,
        [],
        ['Прошу изготовить квалифицированный сертификат по запросу, сведения которого приведены ниже.'],
      ),
      section('Владелец сертификата', subjectRows(request.request.subject)),
      section('Ключ и запрос', [
        ...keyRows(key, request.publicKeySha256),
        ...usageRows(requested),
        ...carrierRows(facts),
      ]),
      identity,
      section(
        null,
        dated(facts),
        ['Сведения в заявлении верны. Закрытый ключ создан на токене и доступен только владельцу.'],
        ['Подпись владельца сертификата', 'Подпись руководителя, печать (если есть)'],
      ),
    ],
  };
};

const receipt: Maker = (facts) => {
  const found = certificateIn(facts);
  if (found === null) return null;
  const { certificate } = found;
  return {
    title: 'Расписка в получении сертификата ключа проверки электронной подписи',
    sections: [
      section(
        null,
        [],
        [
          'Сертификат получен. Сведения в нём проверены и верны. С правилами обращения с электронной подписью и средством подписи ознакомлен.',
        ],
      ),
      section('Сертификат', certificateRows(certificate)),
      section('Владелец', [...holderRows(certificate.subject), ...carrierRows(facts)]),
      section(null, dated(facts), [], ['Подпись владельца сертификата']),
    ],
  };
};

const rules: readonly string[] = [
  '1. Токен и PIN-код держит у себя тот, чьё имя стоит в сертификате. Передать их другому — значит дать ему свою подпись.',
  '2. Заводской PIN-код смените до первой работы. Не записывайте PIN-код на токене, рядом с ним и в файлах.',
  '3. Вставляйте токен только на время работы. Уходя, вынимайте его и убирайте под замок.',
  '4. Не вводите PIN-код, если не понимаете, какая программа и зачем его просит. После нескольких неверных попыток токен блокируется.',
  '5. Компьютер, на котором работает подпись, держите под паролем, с обновлениями и защитой от вредоносных программ.',
  '6. Подписывайте то, что прочли: подпись равна собственноручной.',
  '7. Токен потерян, PIN-код узнал другой, компьютер заражён, изменились сведения о владельце — сразу прекратите работу и подайте заявление на аннулирование сертификата.',
  '8. Новый сертификат запросите заранее, пока действует прежний. Перед подготовкой токена заново сохраните, что на нём есть: подготовка стирает всё.',
  '9. Сломанный или ненужный токен не выбрасывайте с ключами: подготовьте его заново или верните тому, кто отвечает за защиту.',
];

const handlingRules: Maker = (facts) => {
  const subject = subjectIn(facts);
  return {
    title: 'Правила обращения с электронной подписью и средством подписи',
    sections: [
      section(null, [], rules),
      section(
        null,
        [
          ...row('Владелец', subject && [subject.surname, subject.givenName].filter(Boolean).join(' ')),
          ...carrierRows(facts),
          ...dated(facts),
        ],
        ['С правилами ознакомлен.'],
        ['Подпись владельца сертификата'],
      ),
    ],
  };
};

const revocation: Maker = (facts) => {
  const found = certificateIn(facts);
  if (found === null) return null;
  const { certificate } = found;
  return {
    title: 'Заявление на аннулирование сертификата ключа проверки электронной подписи',
    sections: [
      section(null, [], ['Прошу прекратить действие сертификата.']),
      section('Сертификат', certificateRows(certificate)),
      section('Владелец', holderRows(certificate.subject)),
      section(
        'Причина (отметьте одну)',
        [],
        [
          '☐  токен потерян или ключ мог стать известен другому',
          '☐  изменились сведения, указанные в сертификате',
          '☐  сертификат заменён новым',
          '☐  работа прекращена',
          '☐  другое: ______________________________________________',
        ],
      ),
      section(null, dated(facts), [], ['Подпись владельца сертификата', 'Подпись руководителя, печать (если есть)']),
    ],
  };
};

const powerOfAttorney: Maker = (facts) => {
  const subject = subjectIn(facts);
  return (
    subject && {
      title: 'Доверенность на получение сертификата ключа проверки электронной подписи',
      sections: [
        section(null, [...blank('Место составления'), ...dated(facts), ...blank('Действует до')]),
        section('Доверитель', holderRows(subject)),
        section(
          'Представитель',
          blank('Фамилия, имя, отчество', 'Вид документа', 'Серия и номер', 'Кем и когда выдан'),
        ),
        section(
          null,
          [],
          [
            'Доверитель поручает представителю подать в удостоверяющий центр документы для изготовления квалифицированного сертификата доверителя, получить сертификат и документы к нему и расписаться в получении. Передавать полномочия другим лицам представитель не может.',
            'Доверенность не даёт права пользоваться электронной подписью доверителя.',
          ],
        ),
        section(null, [], [], ['Подпись представителя', 'Подпись доверителя, печать (если есть)']),
      ],
    }
  );
};

const certificateForm: Maker = (facts) => {
  const found = certificateIn(facts);
  if (found === null) return null;
  const { certificate } = found;
  return {
    title: 'Сертификат ключа проверки электронной подписи',
    sections: [
      section('Сертификат', [
        ...certificateRows(certificate),
        ['Подписан', certificate.signatureAlgorithm.name],
        ['Полное имя издателя', certificate.issuer.text],
      ]),
      section('Владелец', subjectRows(certificate.subject)),
      section('Ключ', [
        ...keyRows(certificate.key, found.publicKeySha256),
        ...usageRows(certificate),
        ...carrierRows(facts),
      ]),
      section(null, dated(facts), [], ['Подпись владельца']),
    ],
  };
};

/** Every paper; `null` is answered where the facts do not suffice. */
export const paperMakers: Readonly<Record<PaperKind, Maker>> = {
  application,
  receipt,
  'handling-rules': handlingRules,
  revocation,
  'power-of-attorney': powerOfAttorney,
  'request-form': qualifiedRequestForm,
  'certificate-form': certificateForm,
};
