import { usualWaitPace, waitForUtm } from '../../setup/wait-for-utm.ts';
import type { UtmState } from '../../shared/domain/utm.ts';
import type { Bilingual, Language } from '../../shared/language.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { utmVerdictTexts } from '../../shared/texts/utm-verdicts.ts';
import type { Command, CommandContext } from './command.ts';

function inWords(state: UtmState, language: Language) {
  const { title, reason } = utmVerdictTexts[state.verdict.id][language];
  const { values } = state.verdict;
  const words = { title: fillText(title, values, language), reason: fillText(reason, values, language) };
  return { ...state, verdict: { ...state.verdict, ...words } };
}

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

const lines = (state: ReturnType<typeof inWords>, language: Language): readonly string[] => [
  `${state.verdict.title}. ${state.verdict.reason}`,
  ...factLines(state, language),
  ...trouble(state),
];

/** A folder named by hand that is not there is a slip of the hand; practice has a computer of its own. */
async function folderIsMissing({ global: { utmDir, practice }, workplace }: CommandContext): Promise<boolean> {
  if (utmDir === null || practice !== null) return false;
  return !(await (await workplace()).workplace.system.exists(utmDir));
}

const noSuchFolder = ({ global }: CommandContext) =>
  fail(problem('SETUP_USAGE', { explanation: `--utm-dir: ${global.utmDir}` }));

export const utmStatus: Command<'utm-status'> = {
  usage: '[--expect FSRAR_ID] [--utm-dir FOLDER]',
  summary: { ru: 'Узнать, как себя чувствует УТМ', en: 'Ask how the UTM is' },
  files: { least: 0, most: 0 },
  async run(context) {
    if (await folderIsMissing(context)) return noSuchFolder(context);
    const { workplace, language, options } = context;
    const { workplace: place } = await workplace();
    return succeed(inWords(await place.readUtm(options.expect), language));
  },
  print: lines,
};

const seconds: Readonly<Record<Language, string>> = { ru: 'с', en: 's' };

const secondsOf = (ms: number): number => Math.round(ms / 1000);

/** On its way up a UTM's log tells how far it has come. */
function progressOf(state: UtmState, language: Language): string {
  const { title, id, values } = inWords(state, language).verdict;
  return id === 'coming-up' ? `${title}: ${values.step}/${values.steps}` : title;
}

export const utmWait: Command<'utm-wait'> = {
  usage: '[--timeout SECONDS] [--expect FSRAR_ID] [--utm-dir FOLDER]',
  summary: { ru: 'Дождаться, пока УТМ запустится', en: 'Wait for the UTM to come up' },
  files: { least: 0, most: 0 },
  async run(context) {
    if (await folderIsMissing(context)) return noSuchFolder(context);
    const { workplace, language, options, progress } = context;
    const { workplace: place } = await workplace();
    const timeoutMs = options.timeoutSeconds === null ? usualWaitPace.timeoutMs : options.timeoutSeconds * 1000;
    let said = '';
    const outcome = await waitForUtm(
      place,
      options.expect,
      ({ state, waitedMs }) => {
        const told = progressOf(state, language);
        if (told !== said) progress(`${secondsOf(waitedMs)} ${seconds[language]}  ${told}`);
        said = told;
      },
      { ...usualWaitPace, timeoutMs },
    );
    if (!outcome.ok) return outcome;
    const { state, waitedMs } = outcome.value;
    return succeed({ ...inWords(state, language), waitedSeconds: secondsOf(waitedMs) });
  },
  print: lines,
};
