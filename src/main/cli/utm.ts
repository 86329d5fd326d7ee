import { usualWaitPace, waitForUtm } from '../../setup/wait-for-utm.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import type { Language } from '../../shared/language.ts';
import { succeed } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../shared/texts/utm-verdicts.ts';
import type { Command } from './command.ts';

function inWords(state: UtmState, language: Language) {
  const { title, reason } = utmVerdictTexts[state.verdict.id][language];
  const { values } = state.verdict;
  const words = { title: fillText(title, values, language), reason: fillText(reason, values, language) };
  return { ...state, verdict: { ...state.verdict, ...words } };
}

const lines = ({ url, build, verdict }: ReturnType<typeof inWords>): readonly string[] => [
  `${verdict.title}. ${verdict.reason}`,
  `${url} ${build ?? ''}`,
];

export const utmStatus: Command<'utm-status'> = {
  usage: '[--expect FSRAR_ID]',
  summary: { ru: 'Узнать, как себя чувствует УТМ', en: 'Ask how the UTM is' },
  files: { least: 0, most: 0 },
  async run({ workplace, language, options }) {
    const { workplace: place } = await workplace();
    return succeed(inWords(await place.readUtm(options.expect), language));
  },
  print: lines,
};

const seconds: Readonly<Record<Language, string>> = { ru: 'с', en: 's' };

const secondsOf = (ms: number): number => Math.round(ms / 1000);

export const utmWait: Command<'utm-wait'> = {
  usage: '[--timeout SECONDS] [--expect FSRAR_ID]',
  summary: { ru: 'Дождаться, пока УТМ запустится', en: 'Wait for the UTM to come up' },
  files: { least: 0, most: 0 },
  async run({ workplace, language, options, progress }) {
    const { workplace: place } = await workplace();
    const timeoutMs = options.timeoutSeconds === null ? usualWaitPace.timeoutMs : options.timeoutSeconds * 1000;
    let said = '';
    const outcome = await waitForUtm(
      place,
      options.expect,
      ({ state, waitedMs }) => {
        const { title } = inWords(state, language).verdict;
        if (title !== said) progress(`${secondsOf(waitedMs)} ${seconds[language]}  ${title}`);
        said = title;
      },
      { ...usualWaitPace, timeoutMs },
    );
    if (!outcome.ok) return outcome;
    const { state, waitedMs } = outcome.value;
    return succeed({ ...inWords(state, language), waitedSeconds: secondsOf(waitedMs) });
  },
  print: lines,
};
