import { proveUtm, usualProofPace } from '../../setup/prove-utm.ts';
import type { UtmProofStage, UtmProofStageId } from '../../shared/domain/utm-proof.ts';
import type { Bilingual, Language } from '../../shared/language.ts';
import type { Command } from './command.ts';

const names: Readonly<Record<UtmProofStageId, Bilingual<string>>> = {
  'access-key-read': { ru: 'УТМ читает ключ доступа', en: 'The UTM reads the access key' },
  'place-matches': { ru: 'Ключ и база — для одного места', en: 'Key and database are of one place' },
  'access-key-valid': { ru: 'Ключ доступа действует', en: 'The access key is valid' },
  'qualified-certificate-valid': { ru: 'Подпись действует', en: 'The signature is valid' },
  'contour-matches': { ru: 'Ключ для этого контура', en: 'The key is for this contour' },
  'query-accepted': { ru: 'УТМ подписал запрос', en: 'The UTM signed a query' },
  'exchange-finished': { ru: 'Обмен с ЕГАИС прошёл', en: 'An exchange with EGAIS was finished' },
};

const states: Readonly<Record<UtmProofStage['status'], Bilingual<string>>> = {
  waiting: { ru: 'ждёт', en: 'waiting' },
  running: { ru: 'идёт', en: 'running' },
  passed: { ru: 'да', en: 'yes' },
  failed: { ru: 'нет', en: 'no' },
  unknown: { ru: 'неизвестно', en: 'unknown' },
  skipped: { ru: 'не проверялось', en: 'not checked' },
};

const values = (stage: UtmProofStage): string =>
  stage.status === 'failed'
    ? Object.entries(stage.values)
        .map(([name, value]) => `  ${name}: ${value}`)
        .join('')
    : '';

const line = (stage: UtmProofStage, language: Language): string =>
  `${names[stage.id][language]}: ${states[stage.status][language]}${values(stage)}`;

export const utmProve: Command<'utm-prove'> = {
  usage: '[--expect FSRAR_ID] [--timeout SECONDS] [--utm-dir FOLDER]',
  summary: {
    ru: 'Доказать, что УТМ работает: один безвредный запрос и первый обмен после него',
    en: 'Prove that the UTM works: one harmless query and the first exchange after it',
  },
  files: { least: 0, most: 0 },
  async run({ workplace, language, options: { expect, timeoutSeconds }, progress }) {
    const { workplace: place } = await workplace();
    const timeoutMs = timeoutSeconds === null ? usualProofPace.timeoutMs : timeoutSeconds * 1_000;
    let said = '';
    return proveUtm(
      place,
      expect,
      (stages) => {
        const running = stages.find(({ status }) => status === 'running');
        const told = running === undefined ? said : line(running, language);
        if (told !== said) progress(told);
        said = told;
      },
      { pace: { ...usualProofPace, timeoutMs } },
    );
  },
  print: ({ stages }, language) => stages.map((stage) => line(stage, language)),
};
