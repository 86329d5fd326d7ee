import type { Handover } from '../shared/handover.ts';
import { formatDay } from '../shared/texts/fill.ts';
import type { CalendarDay } from './calendar-file.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** How long before an end a person is reminded: time to get a signature, time to act, the last call. */
const daysBefore = [90, 30, 7] as const;

const keys = [
  {
    until: ({ qualifiedUntil }: Handover) => qualifiedUntil,
    title: 'ЕГАИС: заканчивается электронная подпись',
    what: 'Получите новую подпись ГОСТ в удостоверяющем центре на тот же токен, потом смените ключ доступа: прежний связан с прежней подписью.',
  },
  {
    until: ({ accessKeyUntil }: Handover) => accessKeyUntil,
    title: 'ЕГАИС: заканчивается ключ доступа',
    what: 'Откройте «ЕГАИС Мастер» и смените ключ доступа. Без него УТМ перестанет обмениваться документами.',
  },
] as const;

/** The days on which a shop is reminded of its next change of keys; those that are over are left out. */
export const keyChangeDays = (handover: Handover, now: Date): readonly CalendarDay[] =>
  keys.flatMap(({ until, title, what }) => {
    const end = until(handover);
    if (end === null) return [];
    return daysBefore
      .map((days) => new Date(Date.parse(end) - days * dayMs))
      .filter((day) => day.getTime() > now.getTime())
      .map((day) => ({
        date: day.toISOString(),
        title,
        text: `Действует до ${formatDay(end, 'ru')}${handover.place ? `. ${handover.place.fullName}` : ''}. ${what}`,
      }));
  });
