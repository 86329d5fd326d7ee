import { readReminders, setReminders } from '../../setup/reminders.ts';
import type { Reminders } from '../../shared/domain/known-token.ts';
import type { Language } from '../../shared/language.ts';
import type { Command } from './command.ts';

type ReminderCommand = 'reminders-on' | 'reminders-off' | 'reminders-status';

const words = {
  ru: {
    on: 'Напоминания включены',
    off: 'Напоминания выключены',
    starts: 'При входе в систему программа запускается, смотрит на сроки и закрывается',
    startsNot: 'При входе в систему программа не запускается',
  },
  en: {
    on: 'Reminders are on',
    off: 'Reminders are off',
    starts: 'At log-in the program starts, looks at the ends and ends itself',
    startsNot: 'The program does not start at log-in',
  },
} as const;

const print = ({ remind, startsWithSystem }: Reminders, language: Language): readonly string[] => {
  const { on, off, starts, startsNot } = words[language];
  return [remind ? on : off, startsWithSystem ? starts : startsNot];
};

const command = (
  summary: Command<ReminderCommand>['summary'],
  act: typeof readReminders,
): Command<ReminderCommand> => ({
  usage: '',
  summary,
  files: { least: 0, most: 0 },
  run: async ({ workplace }) => act((await workplace()).workplace),
  print,
});

export const remindersOn = command(
  {
    ru: 'Включить напоминания о сроках ключей: программа будет запускаться при входе в систему',
    en: 'Turn on reminders of the ends of keys: the program will start at log-in',
  },
  (place) => setReminders(place, true),
);

export const remindersOff = command(
  { ru: 'Выключить напоминания и запуск при входе в систему', en: 'Turn off reminders and the start at log-in' },
  (place) => setReminders(place, false),
);

export const remindersStatus = command(
  {
    ru: 'Показать, включены ли напоминания и запускается ли программа при входе в систему',
    en: 'Show whether reminders are on, and whether the program starts at log-in',
  },
  readReminders,
);
