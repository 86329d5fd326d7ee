import { listUtms } from '../../setup/list-utms.ts';
import type { InstalledUtm } from '../../shared/domain/installed-utm.ts';
import type { Bilingual } from '../../shared/language.ts';
import { succeed } from '../../shared/result.ts';
import type { Command } from './command.ts';

const none: Bilingual<string> = { ru: 'УТМ не найден', en: 'No UTM was found' };
const untold: Bilingual<string> = {
  ru: 'Компьютер не сказал, что на нём установлено',
  en: 'The computer does not tell what is installed',
};

const line = (utm: InstalledUtm): string =>
  [utm.service, utm.state, utm.url, utm.build, utm.contour, utm.fsrarId, utm.folder]
    .map((part) => part ?? '—')
    .join('  ');

export const utmList: Command<'utm-list'> = {
  usage: '',
  summary: { ru: 'Найти все УТМ этого компьютера', en: 'Find every UTM of this computer' },
  files: { least: 0, most: 0 },
  async run({ workplace }) {
    const { workplace: place } = await workplace();
    return succeed(await listUtms(place));
  },
  print: ({ told, utms }, language) => [
    ...utms.map(line),
    ...(told ? [] : [untold[language]]),
    ...(told && utms.length === 0 ? [none[language]] : []),
  ],
};
