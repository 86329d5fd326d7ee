import { succeed } from '../../shared/result.ts';
import { practiceFolder } from '../open-workplace.ts';
import type { Command } from './command.ts';

const untilStopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });

export const practiceStart: Command<'practice-start'> = {
  usage: '[--scenario NAME]',
  summary: {
    ru: 'Запустить учебные токен и УТМ и держать их, пока команду не остановят',
    en: 'Start the practice token and UTM and keep them until stopped',
  },
  files: { least: 0, most: 0 },
  async run({ workplace, options, global, profileDir }) {
    const { workplace: place, libraries } = await workplace();
    const scenario = options.scenario ?? global.practice ?? 'new-shop';
    return succeed({
      scenario,
      folder: practiceFolder(profileDir, scenario),
      utmUrl: place.utmUrl,
      library: libraries[0] ?? '',
    });
  },
  print: ({ scenario, utmUrl, folder }) => [`${scenario}: ${utmUrl}`, folder],
  linger: untilStopped,
};
