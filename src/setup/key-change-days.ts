import { reminderDays } from '../shared/domain/known-token.ts';
import type { Handover } from '../shared/handover.ts';
import { formatDay } from '../shared/texts/fill.ts';
import type { CalendarDay } from './calendar-file.ts';

const dayMs = 24 * 60 * 60 * 1000;

const keys = [
  {
    until: ({ qualifiedUntil }: KeyEnds) => qualifiedUntil,
    title: 'ЕГАИС: заканчивается электронная подпись',
    what: 'Получите новую подпись ГОСТ в удостоверяющем центре на тот же токен, потом смените ключ доступа: прежний связан с прежней подписью.',
  },
  {
    until: ({ accessKeyUntil }: KeyEnds) => accessKeyUntil,
    title: 'ЕГАИС: заканчивается ключ доступа',
    what: 'Откройте «ЕГАИС Мастер» и смените ключ доступа. Без него УТМ перестанет обмениваться документами.',
  },
] as const;

/** When keys end, and whose they are. */
export interface KeyEnds extends Pick<Handover, 'accessKeyUntil' | 'qualifiedUntil'> {
  readonly place: { readonly fullName: string } | null;
}

/** The days on which a shop is reminded of its next change of keys; those that are over are left out. */
export const keyChangeDays = (ends: KeyEnds, now: Date): readonly CalendarDay[] =>
  keys.flatMap(({ until, title, what }) => {
    const end = until(ends);
    if (end === null) return [];
    return reminderDays
      .map((days) => new Date(Date.parse(end) - days * dayMs))
      .filter((day) => day.getTime() > now.getTime())
      .map((day) => ({
        date: day.toISOString(),
        title,
        text: `Действует до ${formatDay(end, 'ru')}${ends.place ? `. ${ends.place.fullName}` : ''}. ${what}`,
      }));
  });
