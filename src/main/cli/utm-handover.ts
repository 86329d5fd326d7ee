import { calendarFile } from '../../setup/calendar-file.ts';
import { keyChangeDays } from '../../setup/key-change-days.ts';
import { handoverSheet } from '../../setup/printed/handover-sheet.ts';
import { printedHtml } from '../../setup/printed/printed-html.ts';
import { readHandover } from '../../setup/read-handover.ts';
import { nextChangeOf } from '../../shared/handover.ts';
import type { Bilingual } from '../../shared/language.ts';
import { succeed } from '../../shared/result.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import type { Command } from './command.ts';
import { writeNewFile } from './new-file.ts';

const words = {
  url: { ru: 'Адрес УТМ', en: 'Address of the UTM' },
  fsrarId: { ru: 'FSRAR ID', en: 'FSRAR ID' },
  name: { ru: 'Организация', en: 'Organisation' },
  inn: { ru: 'ИНН', en: 'INN' },
  kpp: { ru: 'КПП', en: 'KPP' },
  address: { ru: 'Адрес', en: 'Address' },
  accessKeyUntil: { ru: 'Ключ доступа до', en: 'Access key until' },
  qualifiedUntil: { ru: 'Подпись до', en: 'Signature until' },
} as const satisfies Record<string, Bilingual<string>>;

const notWorking: Bilingual<string> = {
  ru: 'УТМ сейчас не в порядке, смотрите utm status',
  en: 'The UTM is not well now, see utm status',
};

export const utmHandover: Command<'utm-handover'> = {
  usage: '[--expect FSRAR_ID] [--sheet FILE.html] [--calendar FILE.ics]',
  summary: {
    ru: 'Дать настройки для учётной программы, лист для печати и напоминания в календарь',
    en: 'Give the settings for the accounting software, a sheet to print and reminders for a calendar',
  },
  files: { least: 0, most: 0 },
  async run({ workplace, options: { expect, sheet, calendar } }) {
    const { workplace: place } = await workplace();
    const read = await readHandover(place, expect);
    if (!read.ok) return read;
    const { handover, verdict } = read.value;
    const at = place.now();
    const files = [
      { file: sheet, bytes: () => new TextEncoder().encode(printedHtml(handoverSheet(handover, at))) },
      { file: calendar, bytes: () => calendarFile(keyChangeDays(handover, at), '', at).bytes },
    ];
    const written: string[] = [];
    for (const { file, bytes } of files) {
      if (file === null) continue;
      const saved = await writeNewFile(file, bytes());
      if (!saved.ok) return saved;
      written.push(saved.value);
    }
    const { url, fsrarId, serial, accessKeyUntil, qualifiedUntil, place: outlet } = handover;
    return succeed({
      verdict,
      url,
      fsrarId,
      serial,
      place: outlet && { name: outlet.fullName, inn: outlet.inn, kpp: outlet.kpp, address: outlet.address },
      accessKeyUntil,
      qualifiedUntil,
      nextChange: nextChangeOf(handover),
      files: written,
    });
  },
  print({ verdict, url, fsrarId, place, accessKeyUntil, qualifiedUntil, files }, language) {
    const rows = { url, fsrarId, ...place, accessKeyUntil, qualifiedUntil };
    const day = (key: string, value: string): string => (key.endsWith('Until') ? formatDay(value, language) : value);
    return [
      ...Object.entries(words).flatMap(([key, name]) => {
        const value = rows[key as keyof typeof words] ?? null;
        return value === null || value === '' ? [] : [`${name[language]}: ${day(key, value)}`];
      }),
      ...(verdict === 'working' ? [] : [notWorking[language]]),
      ...files,
    ];
  },
};
