import { describeHelp } from '../../shared/help/described.ts';
import { findHelp } from '../../shared/help/search.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import type { Command } from './command.ts';

/** A pasted message comes in as many words as the shell makes of it. */
const mostWords = 2_000;

const nothingNear = {
  ru: 'Похожего сообщения в справке нет.',
  en: 'The help knows no message like this.',
} as const;

const usage = 'TEXT… | --query TEXT';

export const helpFind: Command<'help-find'> = {
  usage,
  summary: {
    ru: 'Найти в справке то, что написано на экране или в журнале',
    en: 'Find in the help what a screen or a log says',
  },
  files: { least: 0, most: mostWords },
  async run({ files, options, language }) {
    const text = options.query ?? files.join(' ');
    if (text.trim() === '') return fail(problem('SETUP_USAGE', { explanation: `help find ${usage}` }));
    return succeed({
      entries: findHelp(text).map(({ entry, score }) => ({ ...describeHelp(entry, language), score })),
    });
  },
  print: ({ entries }, language) =>
    entries.length === 0
      ? [nothingNear[language]]
      : entries.flatMap(({ id, title, reason, steps, doubt }) => [
          `${title} [${id}]`,
          `  ${reason}`,
          ...steps.map((step, index) => `  ${index + 1}. ${step}`),
          ...(doubt === null ? [] : [`  ${doubt}`]),
        ]),
};
