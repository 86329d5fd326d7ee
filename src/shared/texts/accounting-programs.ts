import type { Bilingual } from '../language.ts';

/** Where an accounting or till program is told of its UTM, as far as that is publicly known. */
interface AccountingProgram {
  readonly id: 'evotor' | 'one-c' | 'saby' | 'kontur' | 'other';
  readonly name: Bilingual<string>;
  readonly where: Bilingual<string>;
}

const notKnown: Bilingual<string> = {
  ru: 'Где-то в настройках точки продаж или обмена с ЕГАИС: точного названия раздела мастер не знает. Спросите поддержку программы, куда вписать адрес УТМ и FSRAR ID.',
  en: 'Somewhere in the settings of the shop or of the exchange with EGAIS: the wizard does not know what the section is called. Ask the program’s support where the UTM’s address and the FSRAR ID go.',
};

/**
 * The commonest programs. «Настройка УТМ» and its fields are from the manual of Эвотор (docs/sources.md); names of menus
 * that are not known are not made up.
 */
export const accountingPrograms: readonly AccountingProgram[] = [
  {
    id: 'one-c',
    name: { ru: '1С:Розница, 1С:Управление торговлей', en: '1C:Retail, 1C:Trade Management' },
    where: {
      ru: 'В настройках обмена с ЕГАИС укажите адрес УТМ, порт и код организации в ФСРАР (это FSRAR ID). Где они лежат, зависит от версии: ищите по слову «ЕГАИС».',
      en: 'In the settings of the exchange with EGAIS give the UTM’s address, its port and the FSRAR code of the organisation, which is the FSRAR ID. Where they are differs by version: look for “ЕГАИС”.',
    },
  },
  {
    id: 'evotor',
    name: { ru: 'Эвотор', en: 'Evotor' },
    where: {
      ru: 'В настройках учёта алкоголя, раздел «Настройка УТМ»: IP-адрес этого компьютера в сети магазина, порт, FSRAR ID и реквизиты. Реквизиты нужны организации или ИП, а не человека, на которого выпущена подпись.',
      en: 'In the settings of alcohol, section «Настройка УТМ»: the IP address of this computer in the shop’s network, the port, the FSRAR ID and the requisites, which are those of the organisation and not of the person who signs.',
    },
  },
  { id: 'saby', name: { ru: 'Saby (СБИС)', en: 'Saby (СБИС)' }, where: notKnown },
  { id: 'kontur', name: { ru: 'Контур.Маркет', en: 'Kontur.Market' }, where: notKnown },
  {
    id: 'other',
    name: { ru: 'Другая программа', en: 'Another program' },
    where: {
      ru: 'Найдите настройки ЕГАИС или подключения к УТМ и впишите адрес и FSRAR ID. Если программа на другом компьютере, вместо 127.0.0.1 нужен адрес этого компьютера в сети магазина.',
      en: 'Find the settings of EGAIS or of the connection to a UTM, and give the address and the FSRAR ID. Where the program is on another computer, 127.0.0.1 is to be the address of this one in the shop’s network.',
    },
  },
];
