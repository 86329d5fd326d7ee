import { dueReminders, knownBy, withoutToken } from '../../setup/known-tokens.ts';
import { daysLeft, endingKeySchema, endOf, type KnownToken } from '../../shared/domain/known-token.ts';
import type { Language } from '../../shared/language.ts';
import { locales } from '../../shared/locales/index.ts';
import { succeed } from '../../shared/result.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import type { Command } from './command.ts';

const noFiles = { least: 0, most: 0 };

const endsOf = (token: KnownToken, now: Date) => ({
  qualified: token.qualifiedUntil === null ? null : daysLeft(token.qualifiedUntil, now),
  accessKey: token.accessKeyUntil === null ? null : daysLeft(token.accessKeyUntil, now),
});

const lineOf = (token: KnownToken, language: Language): string => {
  const { ends } = locales[language].keyChange;
  const named = { qualified: ends.qualified, 'access-key': ends.accessKey };
  const keys = endingKeySchema.options.map((key) => {
    const until = endOf(token, key);
    return `${named[key]}: ${until === null ? ends.none : formatDay(until, language)}`;
  });
  return [token.name, token.printedSerial, token.holder ?? '—', ...keys].join('  ');
};

export const tokensKnown: Command<'tokens-known'> = {
  usage: '[--forget SERIAL]',
  summary: {
    ru: 'Показать токены, которые помнит мастер, и сроки их ключей',
    en: 'Show the tokens that the wizard remembers, and when their keys end',
  },
  files: noFiles,
  async run({ workplace, options }) {
    const { workplace: place } = await workplace();
    const before = await place.knownTokens.read();
    if (!before.ok) return before;
    // The token itself may be lost: it is not looked for.
    const gone = options.forget === null ? null : knownBy(before.value, options.forget);
    const after = gone ? await place.knownTokens.update((known) => withoutToken(known, gone.serial)) : before;
    if (!after.ok) return after;
    return succeed({
      remind: after.value.remind,
      tokens: after.value.tokens.map((token) => ({ ...token, daysLeft: endsOf(token, place.now()) })),
      forgotten: gone !== null,
    });
  },
  print: ({ tokens }, language) => tokens.map((token) => lineOf(token, language)),
};

export const remindersDue: Command<'reminders-due'> = {
  usage: '',
  summary: {
    ru: 'Показать напоминания о смене ключей, время которых пришло',
    en: 'Show the reminders of a change of keys that are due',
  },
  files: noFiles,
  async run({ workplace }) {
    const { workplace: place } = await workplace();
    const known = await place.knownTokens.read();
    if (!known.ok) return known;
    return succeed({ remind: known.value.remind, due: [...dueReminders(known.value, place.now())] });
  },
  print: ({ due }, language) => {
    const { ends } = locales[language].keyChange;
    return due.map(
      ({ name, printedSerial, key, until }) =>
        `${name}  ${printedSerial}  ${key === 'qualified' ? ends.qualified : ends.accessKey}: ${formatDay(until, language)}`,
    );
  },
};
