import type { KeyChangeWhy } from '../domain/key-change.ts';
import type { Language } from '../language.ts';

/** Why a sub-step of a change of keys stands as it does, in words; `{{name}}` places are filled with its values. */
export const keyChangeWhyTexts: Readonly<Record<KeyChangeWhy, Readonly<Record<Language, string>>>> = {
  'choose-reason': { ru: 'Скажите, почему меняете ключи.', en: 'Say why the keys are changed.' },
  begun: { ru: 'Начали {{date}}.', en: 'Begun on {{date}}.' },
  'nothing-to-revoke': {
    ru: 'Отзывать нечего: прежняя подпись доживёт свой срок.',
    en: 'Nothing to revoke: the former signature lives out its time.',
  },
  'tell-authority-stolen': {
    ru: 'Позвоните в удостоверяющий центр, который выдал подпись, и попросите отозвать сертификат. Мастер сделать это за вас не может и не видит, отозван ли он. Пока не отозван, за вас могут подписать документы. О краже сообщите и в полицию.',
    en: 'Call the certification authority that issued the signature and ask it to revoke the certificate. The wizard cannot do that for you, nor see whether it is done. Until then documents may be signed in your name. Tell the police of the theft, too.',
  },
  'tell-authority-compromised': {
    ru: 'Попросите удостоверяющий центр отозвать сертификат. Мастер сделать это за вас не может и не видит, отозван ли он. До отзыва подпись действует и в чужих руках.',
    en: 'Ask the certification authority to revoke the certificate. The wizard cannot do that for you, nor see whether it is done. Until then the signature is in force in other hands, too.',
  },
  'said-revoked': {
    ru: 'Вы сказали, что удостоверяющий центр отозвал сертификат.',
    en: 'You said that the authority has revoked the certificate.',
  },
  'utm-says-revoked': { ru: 'УТМ говорит, что подпись отозвана.', en: 'The UTM says that the signature is revoked.' },
  'nothing-to-save': {
    ru: 'Когда смена началась, сертификатов на токене не было.',
    en: 'There were no certificates on the token when the change began.',
  },
  unsaved: {
    ru: 'Не сохранено сертификатов: {{count}}. Ключи сохранить нельзя, а сертификаты покажут, что было на токене.',
    en: 'Certificates not saved: {{count}}. Keys cannot be saved, but certificates show what was on the token.',
  },
  saved: { ru: 'Сохранено сертификатов: {{count}}.', en: 'Certificates saved: {{count}}.' },
  'gone-unsaved': {
    ru: 'Прежних сертификатов на токене уже нет, сохранять нечего.',
    en: 'The former certificates are on the token no more, there is nothing to save.',
  },
  'one-part': { ru: 'У этого токена один раздел на всё.', en: 'This token has one part for everything.' },
  'no-such-part': {
    ru: 'В этом токене нет такого раздела. Для ЕГАИС нужен другой.',
    en: 'This token has no such part. EGAIS needs another one.',
  },
  'part-in-order': {
    ru: 'Войти можно, готовить заново незачем.',
    en: 'There is a way in, nothing has to be prepared anew.',
  },
  'unblock-locked': {
    ru: 'PIN-код заблокирован. PIN-код администратора снимет блокировку, и всё, что внутри, останется.',
    en: 'The PIN is locked. The administrator’s PIN unlocks it, and all that is inside stays.',
  },
  'unblock-lost': {
    ru: 'PIN-код забыт. PIN-код администратора задаст новый, и всё, что внутри, останется.',
    en: 'The PIN is forgotten. The administrator’s PIN sets a new one, and all that is inside stays.',
  },
  'prepare-locked': {
    ru: 'PIN-код заблокирован, разблокировать нечем. Остаётся подготовить раздел заново.',
    en: 'The PIN is locked, and nothing unlocks it. The part has to be prepared anew.',
  },
  'prepare-lost': {
    ru: 'PIN-код забыт, задать новый нечем. Остаётся подготовить раздел заново.',
    en: 'The PIN is forgotten, and nothing sets a new one. The part has to be prepared anew.',
  },
  'prepare-chosen': {
    ru: 'Раздел нужно подготовить заново. Всё, что в нём, сотрётся.',
    en: 'The part has to be prepared anew. All that is in it is erased.',
  },
  'prepare-blank': { ru: 'Раздел ещё не подготовлен к работе.', en: 'The part is not prepared for work yet.' },
  'prepare-full': { ru: 'В разделе нет места для ещё одного ключа.', en: 'The part has no room for one more key.' },
  'cannot-prepare': {
    ru: 'Подготовить этот раздел заново нельзя ничем. Обратитесь туда, где получали токен.',
    en: 'Nothing prepares this part anew. Turn to where the token came from.',
  },
  prepared: { ru: 'Раздел подготовлен заново.', en: 'The part was prepared anew.' },
  'qualified-missing': {
    ru: 'Подписи на токене нет. Получите её в удостоверяющем центре на этот токен.',
    en: 'There is no signature on the token. Get one from the certification authority on this token.',
  },
  'qualified-requested': {
    ru: 'Ключ на токене создан и ждёт сертификата из удостоверяющего центра.',
    en: 'The key is made on the token and waits for its certificate from the authority.',
  },
  'qualified-ended': {
    ru: 'Подпись закончилась {{until}}. Получите новую в удостоверяющем центре на этот токен.',
    en: 'The signature ended on {{until}}. Get a new one from the certification authority on this token.',
  },
  'qualified-ends': {
    ru: 'Подпись закончится {{until}}. Получите новую в удостоверяющем центре на этот токен.',
    en: 'The signature ends on {{until}}. Get a new one from the certification authority on this token.',
  },
  'qualified-by-reason': {
    ru: 'Прежней подписью пользоваться больше нельзя, хотя её срок до {{until}}. Нужна новая.',
    en: 'The former signature must not be used any more, though it lasts until {{until}}. A new one is needed.',
  },
  'qualified-dies': {
    ru: 'Прежняя подпись сотрётся вместе с разделом, хотя её срок до {{until}}. Понадобится новая.',
    en: 'The former signature is erased with the part, though it lasts until {{until}}. A new one will be needed.',
  },
  'qualified-not-yet': {
    ru: 'Новая подпись на токене, но начнёт действовать {{from}}.',
    en: 'The new signature is on the token, but begins on {{from}}.',
  },
  'qualified-lasts': {
    ru: 'Нынешняя подпись действует до {{until}}, менять её рано.',
    en: 'The present signature lasts until {{until}}, it is too early to change it.',
  },
  'qualified-new': {
    ru: 'Новая подпись на токене, до {{until}}.',
    en: 'The new signature is on the token, until {{until}}.',
  },
  'key-after-signature': {
    ru: 'Ключ доступа выпускают после новой подписи: он с ней связан.',
    en: 'The access key is issued after the new signature: it is tied to it.',
  },
  'key-missing': { ru: 'Ключа доступа на токене нет.', en: 'There is no access key on the token.' },
  'key-ended': { ru: 'Ключ доступа закончился {{until}}.', en: 'The access key ended on {{until}}.' },
  'key-ends': { ru: 'Ключ доступа закончится {{until}}.', en: 'The access key ends on {{until}}.' },
  'key-tied-to-former': {
    ru: 'Ключ доступа выпущен для прежней подписи, с новой УТМ его не примет.',
    en: 'The access key was issued for the former signature, the UTM does not take it with the new one.',
  },
  'key-by-reason': {
    ru: 'Прежним ключом пользоваться больше нельзя, хотя его срок до {{until}}.',
    en: 'The former key must not be used any more, though it lasts until {{until}}.',
  },
  'key-dies': {
    ru: 'Прежний ключ сотрётся вместе с разделом, хотя его срок до {{until}}.',
    en: 'The former key is erased with the part, though it lasts until {{until}}.',
  },
  'key-lasts': {
    ru: 'Нынешний ключ доступа действует до {{until}} и подходит к подписи.',
    en: 'The present access key lasts until {{until}} and fits the signature.',
  },
  'key-new': {
    ru: 'Новый ключ доступа на токене, до {{until}}.',
    en: 'The new access key is on the token, until {{until}}.',
  },
  'utm-nothing-new': { ru: 'Нового для УТМ ничего нет.', en: 'There is nothing new for the UTM.' },
  'utm-not-asked': { ru: 'УТМ ещё не спрашивали.', en: 'The UTM was not asked yet.' },
  'utm-silent': {
    ru: 'УТМ не отвечает. Запустите его с новым токеном.',
    en: 'The UTM does not answer. Start it with the new token.',
  },
  'utm-reads-former': {
    ru: 'УТМ пока читает прежние ключи: он смотрит на токен только при запуске. Если PIN-коды менялись, впишите их в настройки УТМ, потом перезапустите его.',
    en: 'The UTM still reads the former keys: it looks at the token only when it starts. If PINs were changed, write them into its settings, then start it anew.',
  },
  'utm-reads-new': {
    ru: 'УТМ читает новые ключи, FSRAR ID {{fsrarId}}.',
    en: 'The UTM reads the new keys, FSRAR ID {{fsrarId}}.',
  },
  'proof-later': {
    ru: 'Проверим, когда УТМ прочитает новые ключи.',
    en: 'To be seen when the UTM reads the new keys.',
  },
  'utm-ill': {
    ru: 'УТМ читает новые ключи, но ещё не работает как надо.',
    en: 'The UTM reads the new keys, but does not work as it should yet.',
  },
  'signing-fails': { ru: 'Последний документ УТМ не подписал.', en: 'The UTM did not sign the last document.' },
  proven: {
    ru: 'УТМ работает и подписал документ новыми ключами.',
    en: 'The UTM works and has signed a document with the new keys.',
  },
  'proven-without-document': {
    ru: 'УТМ работает с новыми ключами. Документов с тех пор не было: первый покажет подпись.',
    en: 'The UTM works with the new keys. There were no documents since: the first will show the signature.',
  },
  'nothing-old': { ru: 'Прежних ключей доступа на токене нет.', en: 'There are no former access keys on the token.' },
  'old-waits': {
    ru: 'Прежний ключ остаётся, пока новый не проверен.',
    en: 'The former key stays until the new one is proven.',
  },
  'old-left': {
    ru: 'Прежних ключей доступа на токене: {{count}}. Новый проверен, прежний больше не нужен.',
    en: 'Former access keys on the token: {{count}}. The new one is proven, the former is not needed any more.',
  },
  'old-gone': { ru: 'На токене только новый ключ доступа.', en: 'Only the new access key is on the token.' },
};
