import type { ActionId } from '../actions.ts';
import type { CheckId } from '../domain/finding.ts';
import type { UtmVerdictId } from '../domain/utm.ts';
import type { Bilingual } from '../language.ts';
import type { ProblemEntry } from '../problems/entry.ts';
import { type ProblemCode, problemCatalogue } from '../problems/problem.ts';
import { type CertificateFindingCode, certificateFindingTexts } from '../texts/certificate-findings.ts';
import { checkNames, type FindingVariant, findingTexts } from '../texts/finding-texts.ts';
import { type MchdFindingCode, mchdFindingTexts } from '../texts/mchd-findings.ts';
import { utmVerdictTexts } from '../texts/utm-verdicts.ts';

/** Everything of the product's own that says something to a person, in one namespace. */
export type HelpCode =
  | `problem:${ProblemCode}`
  | { [Id in CheckId]: `finding:${Id}/${FindingVariant<Id>}` }[CheckId]
  | `verdict:${UtmVerdictId}`
  | `mchd:${MchdFindingCode}`
  | `certificate:${CertificateFindingCode}`;

type Words = Bilingual<{ readonly title: string; readonly reason: string }>;

/** The words of a code where nothing is known of the case at hand. */
export interface CodeInWords {
  readonly texts: Words;
  readonly actions: readonly ActionId[];
}

const withoutValues = (text: string): string => text.replace(/\{\{\w+\}\}/g, '…');

/** Words that are nothing but values say nothing without them; others then stand for them. */
const orElse = (words: string, otherwise: string): string =>
  /^(?:\{\{\w+\}\}\.?\s?)+$/.test(words) ? otherwise : words;

const saidInPlace: Bilingual<string> = {
  ru: 'Что именно, мастер говорит там, где это случилось.',
  en: 'What exactly, the wizard says where it happened.',
};

const general = ({ ru, en }: Words, name: Bilingual<string> = { ru: ru.title, en: en.title }): Words => ({
  ru: { title: withoutValues(orElse(ru.title, name.ru)), reason: withoutValues(orElse(ru.reason, saidInPlace.ru)) },
  en: { title: withoutValues(orElse(en.title, name.en)), reason: withoutValues(orElse(en.reason, saidInPlace.en)) },
});

type Named = readonly [HelpCode, CodeInWords];

const problems = (Object.entries(problemCatalogue) as [ProblemCode, ProblemEntry][]).map(
  ([code, { texts, actions }]): Named => [`problem:${code}`, { texts: general(texts), actions }],
);

const findings = (Object.entries(findingTexts) as [CheckId, Record<string, Words>][]).flatMap(([check, variants]) =>
  Object.entries(variants).map(
    ([variant, texts]): Named => [
      `finding:${check}/${variant}` as HelpCode,
      { texts: general(texts, checkNames[check]), actions: [] },
    ],
  ),
);

const verdicts = (Object.entries(utmVerdictTexts) as [UtmVerdictId, Words][]).map(
  ([verdict, texts]): Named => [`verdict:${verdict}`, { texts: general(texts), actions: [] }],
);

const mchdFindings = (Object.entries(mchdFindingTexts) as [MchdFindingCode, { readonly texts: Words }][]).map(
  ([code, { texts }]): Named => [`mchd:${code}`, { texts: general(texts), actions: [] }],
);

const certificateFindings = (
  Object.entries(certificateFindingTexts) as [CertificateFindingCode, { readonly texts: Words }][]
).map(([code, { texts }]): Named => [`certificate:${code}`, { texts: general(texts), actions: [] }]);

/** Every code of every catalogue, with its words. */
export const codesInWords: ReadonlyMap<HelpCode, CodeInWords> = new Map([
  ...problems,
  ...findings,
  ...verdicts,
  ...mchdFindings,
  ...certificateFindings,
]);
