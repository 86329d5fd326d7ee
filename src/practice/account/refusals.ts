import { type RefusalCode, refusalStatuses } from '../../egais/account/wire.ts';
import { commonWords, refusalsOf, type Words } from '../http-service/refusals.ts';

const words: Readonly<Record<RefusalCode, Words>> = {
  ...commonWords,
  CHALLENGE_UNKNOWN: [
    'Challenge unknown',
    'Запрос на вход неизвестен, истёк или уже использован.',
    'The challenge is unknown, has expired or was used already.',
  ],
  SIGNATURE_INVALID: [
    'Signature invalid',
    'Подпись не проверена: она испорчена или сделана под другими данными.',
    'The signature did not verify: it is damaged or of other data.',
  ],
  CERTIFICATE_NOT_TRUSTED: [
    'Certificate not trusted',
    'Сертификат подписи выдал удостоверяющий центр, которому служба не доверяет.',
    'The certificate was issued by an authority that the service does not trust.',
  ],
  CERTIFICATE_NOT_IN_FORCE: [
    'Certificate not in force',
    'Срок действия сертификата подписи истёк или ещё не начался.',
    'The certificate has expired or is not yet valid.',
  ],
  LICENSEE_DATA_READ_ONLY: [
    'Data of a licensee',
    'Данные лицензиата берутся из реестра лицензий, и вводить места ему не нужно.',
    'Data of a licensee come from the licence register; a licensee enters no places.',
  ],
  ROLE_NOT_ALLOWED: [
    'Role not allowed',
    'Владелец сертификата не может получать ключ в этом качестве.',
    'The holder of the certificate cannot ask for a key in this capacity.',
  ],
  MCHD_REFUSED: [
    'Power of attorney refused',
    'Доверенность не подходит: её подпись не проверена, либо она не от владельца этого места или не на этого человека.',
    'The power of attorney does not do: its signature did not verify, or it is not from the holder of this place, or not for this person.',
  ],
  KEY_REFUSED: ['Access key refused', 'Ключ доступа не выдан.', 'The access key was not issued.'],
  PLACE_NOT_FOUND: [
    'Place not found',
    'Место осуществления деятельности не найдено среди мест владельца сертификата.',
    'The place is not among those of the holder of the certificate.',
  ],
  CONTRACTOR_ALREADY_ENTERED: [
    'Already entered',
    'Такое место уже введено; ИП вводит место один раз.',
    'Such a place was entered already; a sole proprietor enters one once.',
  ],
  KPP_UNSUITABLE: [
    'КПП unsuitable',
    'Организация вводит место с КПП, ИП — без КПП.',
    'An organisation enters a place with its КПП, a sole proprietor without one.',
  ],
  TERMS_NOT_ACCEPTED: [
    'Terms not accepted',
    'Условия выдачи ключей доступа к ЕГАИС не приняты.',
    'The terms of issuing EGAIS access keys were not accepted.',
  ],
  REQUEST_UNSOUND: [
    'Certification request unsound',
    'Запрос на сертификат не подходит: нужен ключ RSA-2048, подпись этим же ключом и FSRAR ID выбранного места.',
    'The certification request does not do: it takes an RSA-2048 key, a signature by that key and the FSRAR ID of the chosen place.',
  ],
  MCHD_REQUIRED: [
    'Power of attorney required',
    'Для этой роли нужна машиночитаемая доверенность и её подпись.',
    'This role needs a machine-readable power of attorney and its signature.',
  ],
};

export const refuse = refusalsOf('account', refusalStatuses, words);
