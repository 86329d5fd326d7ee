import { readForeignDatabase, renewUtmDatabase } from '../../setup/renew-utm-database.ts';
import type { Bilingual } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import type { Command } from './command.ts';

const kept: Bilingual<string> = {
  ru: 'Прежняя база места {{databaseFsrarId}} цела: {{movedTo}}',
  en: 'The former database, of the place {{databaseFsrarId}}, is whole: {{movedTo}}',
};
const pins: Bilingual<string> = {
  ru: 'Перед запуском передайте УТМ оба PIN-кода (utm configure --pin-stdin), затем запустите его (machine mend start-utm-service).',
  en: 'Give the UTM both PINs before its start (utm configure --pin-stdin), then start it (machine mend start-utm-service).',
};

export const utmRenewDatabase: Command<'utm-renew-database'> = {
  usage: '--confirm ID_TAIL [--expect FSRAR_ID]',
  summary: {
    ru: 'Отложить базу УТМ, заведённую для другого места, чтобы УТМ завёл новую',
    en: 'Put aside a UTM’s database of another place, so that the UTM makes a new one',
  },
  files: { least: 0, most: 0 },
  async run({ workplace, options: { confirm, expect } }) {
    const { workplace: place } = await workplace();
    if (confirm !== null) return renewUtmDatabase(place, { expectedFsrarId: expect, typed: confirm });
    // Without a word of the person it is only told what would be lost.
    const read = await readForeignDatabase(place, expect);
    if (!read.ok) return read;
    return fail(problem('EGAIS_UTM_DATABASE_UNCONFIRMED', { databaseFsrarId: read.value.databaseFsrarId }));
  },
  print: (renewed, language) => [
    fillText(kept[language], { databaseFsrarId: renewed.databaseFsrarId, movedTo: renewed.movedTo }, language),
    ...(renewed.pinsNeeded ? [pins[language]] : []),
  ],
};
