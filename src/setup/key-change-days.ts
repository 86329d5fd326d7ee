import { type EndingKey, reminderDays } from '../shared/domain/known-token.ts';
import type { Handover } from '../shared/handover.ts';
import { formatDay } from '../shared/texts/fill.ts';
import type { CalendarDay } from './calendar-file.ts';

const dayMs = 24 * 60 * 60 * 1000;

const keys = [
  {
    key: 'qualified',
    until: ({ qualifiedUntil }: KeyEnds) => qualifiedUntil,
    title: 'ЕГАИС: заканчивается электронная подпись',
    what: 'Получите новую подпись ГОСТ в удостоверяющем центре на тот же токен, потом смените ключ доступа: прежний связан с прежней подписью.',
  },
  {
    key: 'access-key',
    until: ({ accessKeyUntil }: KeyEnds) => accessKeyUntil,
    title: 'ЕГАИС: заканчивается ключ доступа',
    what: 'Откройте «ЕГАИС Мастер» и смените ключ доступа. Без него УТМ перестанет обмениваться документами.',
  },
] as const satisfies readonly { readonly key: EndingKey; [more: string]: unknown }[];

/** When keys end, and whose they are. */
export interface KeyEnds extends Pick<Handover, 'accessKeyUntil' | 'qualifiedUntil' | 'serial' | 'fsrarId'> {
  readonly place: { readonly fullName: string } | null;
}

/**
 * The days on which a shop is reminded of its next change of keys; those that are over are left out. A day is known
 * again by its token, or, where only a UTM is seen, by the UTM's FSRAR ID; by the key; and by the end, of which programs
 * tell the day alike and the moment not.
 */
export const keyChangeDays = (ends: KeyEnds, now: Date): readonly CalendarDay[] =>
  keys.flatMap(({ key, until, title, what }) => {
    const end = until(ends);
    if (end === null) return [];
    return reminderDays
      .map((days) => ({ days, day: new Date(Date.parse(end) - days * dayMs) }))
      .filter(({ day }) => day.getTime() > now.getTime())
      .map(({ days, day }) => ({
        identity: ['key-end', ends.serial ?? ends.fsrarId ?? '', key, end.slice(0, 10), days],
        date: day.toISOString(),
        title,
        text: `Действует до ${formatDay(end, 'ru')}${ends.place ? `. ${ends.place.fullName}` : ''}. ${what}`,
      }));
  });
