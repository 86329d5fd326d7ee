import type { Handover } from '../../shared/handover.ts';
import type { PrintedDocument } from '../../shared/printed-documents.ts';
import { accountingPrograms } from '../../shared/texts/accounting-programs.ts';
import { day, type Rows, row } from './rows.ts';

const until = (name: string, iso: string | null): Rows => row(name, iso && day(iso));

/** A sheet for whoever sets up the accounting software: addresses, numbers and days, and never a PIN. */
export function handoverSheet(
  { url, fsrarId, place, accessKeyUntil, qualifiedUntil }: Handover,
  at: Date,
): PrintedDocument {
  return {
    title: 'УТМ ЕГАИС: настройки для учётной программы',
    sections: [
      {
        heading: 'Что вписать в программу',
        paragraphs: [
          'Найдите в учётной или кассовой программе настройки ЕГАИС (подключение к УТМ) и впишите адрес и FSRAR ID. Если программа работает на другом компьютере, вместо 127.0.0.1 нужен адрес этого компьютера в вашей сети.',
        ],
        rows: [
          ['Адрес УТМ', url],
          ...row('FSRAR ID', fsrarId),
          ...row('Организация', place?.fullName),
          ...row('ИНН', place?.inn),
          ...row('КПП', place?.kpp),
          ...row('Адрес места деятельности', place?.address),
        ],
        signatures: [],
      },
      {
        heading: 'Где это в программе',
        paragraphs: accountingPrograms.map(({ name, where }) => `${name.ru}. ${where.ru}`),
        rows: [],
        signatures: [],
      },
      {
        heading: 'Сроки',
        paragraphs: [
          'Начните замену за месяц до первого из этих дней: сначала электронная подпись, потом ключ доступа, потом перезапуск УТМ с этим токеном. База УТМ и адрес остаются прежними, в программе ничего менять не нужно, если не сменилась точка. PIN-кодов на этом листе нет и быть не должно.',
        ],
        rows: [
          ...until('Ключ доступа действует до', accessKeyUntil),
          ...until('Электронная подпись действует до', qualifiedUntil),
          ['Лист составлен', day(at.toISOString())],
        ],
        signatures: [],
      },
    ],
  };
}
