import type { CertificationAuthorityId, PaperKind, PaperNeed } from './domain/certification-authority.ts';
import type { Bilingual } from './language.ts';

/** What the papers are called. */
export const paperNames: Readonly<Record<PaperKind, Bilingual<string>>> = {
  application: { ru: 'Заявление на изготовление сертификата', en: 'Application for the certificate' },
  receipt: { ru: 'Расписка в получении сертификата', en: 'Receipt of the certificate' },
  'handling-rules': { ru: 'Правила обращения с электронной подписью', en: 'Rules for handling the signature' },
  revocation: { ru: 'Заявление на аннулирование сертификата', en: 'Application for revocation' },
  'power-of-attorney': {
    ru: 'Доверенность на получение сертификата',
    en: 'Power of attorney to receive the certificate',
  },
  'request-form': { ru: 'Печатная форма запроса', en: 'Printed form of the request' },
  'certificate-form': { ru: 'Печатная форма сертификата', en: 'Printed form of the certificate' },
};

/** What the file of a paper is called by itself. */
export const paperFileName = (kind: PaperKind, extension: 'pdf' | 'html'): string =>
  `${paperNames[kind].ru.toLowerCase().replaceAll(' ', '-')}.${extension}`;

/** A paper, and when this authority wants it; `null`: not publicly known, ask the authority. */
export interface OfferedPaper {
  readonly kind: PaperKind;
  readonly need: PaperNeed | null;
}

const unknownNeed = (kind: PaperKind): OfferedPaper => ({ kind, need: null });

const everything = (['application', 'receipt', 'handling-rules', 'revocation', 'power-of-attorney'] as const).map(
  unknownNeed,
);
const forms: readonly OfferedPaper[] = [
  { kind: 'request-form', need: 'on-request' },
  { kind: 'certificate-form', need: 'on-request' },
];

/**
 * Papers by authority. The needs of «Форус» are those of its printed instruction. Who comes to the tax service in person
 * signs the forms of its operator and can send nobody else.
 */
export const offeredPapers: Readonly<Record<CertificationAuthorityId, readonly OfferedPaper[]>> = {
  fns: [unknownNeed('handling-rules'), unknownNeed('revocation'), ...forms],
  forus: [
    { kind: 'application', need: 'required' },
    { kind: 'receipt', need: 'required' },
    { kind: 'handling-rules', need: 'required' },
    { kind: 'revocation', need: 'when-needed' },
    { kind: 'power-of-attorney', need: 'when-needed' },
    ...forms,
  ],
  'astral-web-registrar': [...everything, ...forms],
  'astral-1c-etp': [...everything, ...forms],
  other: [...everything, ...forms],
};
