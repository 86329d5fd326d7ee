import { type SubjectField, type SubjectFieldFault, subjectRules } from '../domain/qualified-subject.ts';
import type { Language } from '../language.ts';
import { qualifiedRequest as en } from '../locales/en/qualified-request.ts';
import { qualifiedRequest as ru } from '../locales/ru/qualified-request.ts';
import { fillText } from './fill.ts';

/** Names and hints of the fields and choices of a request for a qualified certificate. */
export const qualifiedRequestTexts = { ru, en } as const;

const ownForms: Readonly<Partial<Record<SubjectField, 'region' | 'email' | 'country'>>> = {
  region: 'region',
  email: 'email',
  country: 'country',
};

/** What is wrong with a field, in words that stand beside it. */
export function subjectFaultText({ field, fault }: SubjectFieldFault, language: Language): string {
  const texts = qualifiedRequestTexts[language].fault;
  const { length, type } = subjectRules[field];
  const form = ownForms[field] ?? (type === 'numeric' ? 'number' : 'text');
  return fillText(fault === 'wrong-form' ? texts[fault][form] : texts[fault], { length }, language);
}
