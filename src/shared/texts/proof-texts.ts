import type { ProofCheck, ProofCheckId } from '../domain/access-key.ts';
import type { Bilingual } from '../language.ts';

type ProofText = Readonly<Record<ProofCheck['status'], string>>;

/** One sentence for each answer to each question of the proof. */
export const proofTexts: Readonly<Record<ProofCheckId, Bilingual<ProofText>>> = {
  'certificate-on-token': {
    ru: {
      passed: 'Ключ доступа на токене: FSRAR ID {{fsrarId}}, до {{notAfter}}',
      failed: 'Ключа доступа на токене нет',
      unknown: 'Токен не прочитан',
    },
    en: {
      passed: 'The access key is on the token: FSRAR ID {{fsrarId}}, until {{notAfter}}',
      failed: 'There is no access key on the token',
      unknown: 'The token was not read',
    },
  },
  'private-key-answers': {
    ru: {
      passed: 'Ключ отвечает: подпись сошлась с сертификатом',
      failed: 'Ключ на токене не подходит к сертификату',
      unknown: 'Ключ не спрашивали: нужен вход по PIN-коду',
    },
    en: {
      passed: 'The key answers: its signature fits the certificate',
      failed: 'The key on the token does not fit the certificate',
      unknown: 'The key was not asked: a sign-in is needed',
    },
  },
  'fsrar-id-matches': {
    ru: {
      passed: 'Выдан для выбранного места: {{fsrarId}}',
      failed: 'Выдан для другого места: {{fsrarId}} вместо {{expected}}',
      unknown: 'Место не с чем сравнить',
    },
    en: {
      passed: 'Issued for the chosen place: {{fsrarId}}',
      failed: 'Issued for another place: {{fsrarId}} instead of {{expected}}',
      unknown: 'There is no place to compare with',
    },
  },
  'issuer-is-egais': {
    ru: { passed: 'Выпущен ЕГАИС', failed: 'Выпущен не ЕГАИС: {{issuer}}', unknown: 'Издатель не прочитан' },
    en: { passed: 'Issued by EGAIS', failed: 'Not issued by EGAIS: {{issuer}}', unknown: 'The issuer was not read' },
  },
  'in-force': {
    ru: {
      passed: 'Действует до {{notAfter}}',
      failed: 'Не действует сегодня: срок с {{notBefore}} до {{notAfter}}',
      unknown: 'Срок не прочитан',
    },
    en: {
      passed: 'In force until {{notAfter}}',
      failed: 'Not in force today: valid from {{notBefore}} until {{notAfter}}',
      unknown: 'The validity was not read',
    },
  },
  'newer-than-before': {
    ru: {
      passed: 'Новый: раньше такого ключа на токене не было',
      failed: 'На токене всё ещё прежний ключ',
      unknown: 'Прежний ключ не запомнен',
    },
    en: {
      passed: 'New: this key was not on the token before',
      failed: 'The previous key is still on the token',
      unknown: 'The previous key was not noted',
    },
  },
  'only-one-access-key': {
    ru: {
      passed: 'Ключ доступа на токене один',
      failed: 'Ключей доступа на токене несколько: {{count}}. УТМ может взять не тот',
      unknown: 'Ключи не сосчитаны',
    },
    en: {
      passed: 'There is one access key on the token',
      failed: 'There are {{count}} access keys on the token; the UTM may take the wrong one',
      unknown: 'The keys were not counted',
    },
  },
  'utm-sees-it': {
    ru: {
      passed: 'УТМ видит этот ключ',
      failed: 'УТМ видит другой ключ: {{seen}}',
      unknown: 'УТМ не отвечает или ещё не прочитал ключ',
    },
    en: {
      passed: 'The UTM sees this key',
      failed: 'The UTM sees another key: {{seen}}',
      unknown: 'The UTM is silent or has not read the key yet',
    },
  },
};
