import { createUtmClient } from '../../egais/utm/utm-client.ts';
import type { Bilingual } from '../../shared/language.ts';
import type { Command } from './command.ts';

const total: Bilingual<string> = { ru: 'Не отправлено документов', en: 'Documents not sent' };

export const utmDocuments: Command<'utm-documents'> = {
  usage: '',
  summary: { ru: 'Показать документы, которые УТМ ещё не отправил', en: 'Show what the UTM has not sent yet' },
  files: { least: 0, most: 0 },
  async run({ workplace }) {
    const { workplace: place } = await workplace();
    return createUtmClient(place.utmUrl).unsentDocuments();
  },
  print: ({ count, documents }, language) => [
    `${total[language]}: ${count}`,
    ...documents.map(({ address }) => `  ${address}`),
  ],
};
