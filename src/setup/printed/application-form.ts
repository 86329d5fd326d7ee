import type { AccessRole } from '../../shared/domain/access-role.ts';
import type { Certificate } from '../../shared/domain/certificate.ts';
import type { MchdReport } from '../../shared/domain/mchd.ts';
import { fsrarIdOf, type Subdivision } from '../../shared/domain/subdivision.ts';
import type { Device } from '../../shared/domain/token.ts';
import type { PrintedDocument, PrintedSection } from '../../shared/printed-documents.ts';
import { day, row, section } from './rows.ts';

/** What an application names. */
export interface ApplicationFacts {
  readonly qualified: Certificate;
  readonly role: AccessRole;
  readonly subdivision: Subdivision;
  readonly device: Device;
  /** `null` for everybody who does not act by a power of attorney. */
  readonly mchd: MchdReport | null;
  readonly at: Date;
}

const roleNames: Readonly<Record<AccessRole, string>> = {
  organization: 'организация',
  'sole-proprietor': 'руководитель ИП',
  'person-with-mchd': 'физическое лицо с машиночитаемой доверенностью',
};

function applicant({ subdivision, role, qualified, mchd }: ApplicationFacts): PrintedSection {
  const { person } = qualified.holder;
  return section('Заявитель', [
    ...row('Наименование', subdivision.fullName),
    ...row('ИНН', subdivision.inn),
    ...row('Кто обращается', roleNames[role]),
    ...row('Представитель', role === 'sole-proprietor' ? null : person),
    ...row('Должность', role === 'organization' ? qualified.subject.title : null),
    ...(mchd
      ? [
          ...row('Доверенность (МЧД)', mchd.number),
          ...row('Доверенность выдана', mchd.issuedOn && day(mchd.issuedOn)),
          ...row('Доверенность действует до', mchd.validUntil && day(mchd.validUntil)),
        ]
      : []),
  ]);
}

function place({ subdivision }: ApplicationFacts): PrintedSection {
  if (fsrarIdOf(subdivision) === null) {
    return section('Место осуществления деятельности', [], ['Выбирается на странице УТМ из списка этой организации.']);
  }
  return section('Место осуществления деятельности', [
    ...row('FSRAR ID', subdivision.fsrarId),
    ...row('КПП', subdivision.kpp ?? 'нет (ИП)'),
    ...row('Адрес', subdivision.address),
  ]);
}

const signature = ({ qualified }: ApplicationFacts): PrintedSection =>
  section('Электронная подпись заявителя', [
    ...row('Владелец', qualified.holder.name),
    ...row('Выдана', qualified.issuer.commonName ?? qualified.issuer.text),
    ...row('Серийный номер', qualified.serialNumber),
    ...row('Действует до', day(qualified.notAfter)),
  ]);

const carrier = ({ device }: ApplicationFacts): PrintedSection =>
  section('Ключевой носитель', [...row('Токен', device.name), ...row('Номер', device.printedSerial)]);

/** The sentence that the UTM's own page has a person tick (docs/sources.md, UTM). */
export const CONSENT = 'Я принимаю условия выдачи ключей доступа к ЕГАИС';

const consent = ({ at }: ApplicationFacts): PrintedSection => ({
  heading: 'Согласие',
  paragraphs: [
    `${CONSENT}.`,
    'Ключ доступа выпускается от имени владельца подписи и остаётся на этом токене; место осуществления деятельности выбрано верно и принадлежит заявителю; PIN-коды знают только те, кому заявитель доверяет.',
    'Полный текст условий устанавливает Росалкогольтабакконтроль.',
  ],
  rows: [['Дата', day(at.toISOString())]],
  signatures: ['Подпись заявителя'],
});

/** «Заявка на получение ключа доступа»: who asks, for which place, with which signature, on which token. */
export const applicationForm = (facts: ApplicationFacts): PrintedDocument => ({
  title: 'Заявка на получение ключа доступа к ЕГАИС',
  sections: [
    section(null, [], ['Прошу выдать ключ доступа (RSA) для работы с ЕГАИС по месту осуществления деятельности.']),
    ...[applicant, place, signature, carrier, consent].map((part) => part(facts)),
  ],
});
