import type { UtmState } from '../../shared/domain/utm.ts';
import type { Bilingual, Language } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../shared/texts/utm-verdicts.ts';
import type { Command } from './command.ts';

/** Facts beside the verdict, as a terminal shows them; what is not known has no line. */
const facts: readonly { readonly name: Bilingual<string>; readonly of: (state: UtmState) => string | null }[] = [
  { name: { ru: 'Адрес', en: 'Address' }, of: ({ url }) => url },
  { name: { ru: 'Сборка', en: 'Build' }, of: ({ build, computer }) => build ?? computer?.log?.version ?? null },
  { name: { ru: 'Контур', en: 'Contour' }, of: ({ info }) => info?.contour ?? null },
  { name: { ru: 'Служба', en: 'Service' }, of: ({ computer }) => computer?.service?.state ?? null },
  { name: { ru: 'Папка', en: 'Folder' }, of: ({ computer }) => computer?.folder ?? null },
  { name: { ru: 'Последний обмен', en: 'Last exchange' }, of: ({ computer }) => computer?.log?.exchangedAt ?? null },
  {
    name: { ru: 'Последний документ', en: 'Last document' },
    of: ({ computer }) => {
      const post = computer?.lastPost;
      return post ? `${post.document}: ${post.status}, ${post.size ?? '—'}, ${post.at ?? '—'}` : null;
    },
  },
];

const trouble = ({ computer }: UtmState): readonly string[] =>
  computer?.log?.errors.map(({ at, text }) => `${at ?? ''} ${text}`.trim()) ?? [];

const factLines = (state: UtmState, language: Language): readonly string[] =>
  facts.flatMap(({ name, of }) => {
    const value = of(state);
    return value === null ? [] : [`${name[language]}: ${value}`];
  });

export const utmStatus: Command<'utm-status'> = {
  usage: '[--expect FSRAR_ID] [--utm-dir DIR]',
  summary: { ru: 'Узнать, как себя чувствует УТМ', en: 'Ask how the UTM is' },
  files: { least: 0, most: 0 },
  async run({ workplace, language, options, global: { utmDir, practice } }) {
    const { workplace: place } = await workplace();
    if (utmDir !== null && practice === null && !(await place.system.exists(utmDir))) {
      return fail(problem('SETUP_USAGE', { explanation: `--utm-dir: ${utmDir}` }));
    }
    const state = await place.readUtm(options.expect);
    const { title, reason } = utmVerdictTexts[state.verdict.id][language];
    const { values } = state.verdict;
    const words = { title: fillText(title, values, language), reason: fillText(reason, values, language) };
    return succeed({ ...state, verdict: { ...state.verdict, ...words } });
  },
  print: (state, language) => [
    `${state.verdict.title}. ${state.verdict.reason}`,
    ...factLines(state, language),
    ...trouble(state),
  ],
};
