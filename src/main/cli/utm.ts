import { succeed } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../shared/texts/utm-verdicts.ts';
import type { Command } from './command.ts';

export const utmStatus: Command<'utm-status'> = {
  usage: '[--expect FSRAR_ID]',
  summary: { ru: 'Узнать, как себя чувствует УТМ', en: 'Ask how the UTM is' },
  files: { least: 0, most: 0 },
  async run({ workplace, language, options }) {
    const { workplace: place } = await workplace();
    const state = await place.readUtm(options.expect);
    const { title, reason } = utmVerdictTexts[state.verdict.id][language];
    const { values } = state.verdict;
    const words = { title: fillText(title, values, language), reason: fillText(reason, values, language) };
    return succeed({ ...state, verdict: { ...state.verdict, ...words } });
  },
  print: ({ url, build, verdict }) => [`${verdict.title}. ${verdict.reason}`, `${url} ${build ?? ''}`],
};
