import type { UtmVerdictId } from '../domain/utm.ts';
import type { Bilingual } from '../language.ts';
import { exchangeVerdictTexts } from './utm-verdicts/exchange.ts';
import { failedStartVerdictTexts } from './utm-verdicts/failed-start.ts';
import { startVerdictTexts } from './utm-verdicts/start.ts';
import { tokenVerdictTexts } from './utm-verdicts/token.ts';

/** The words of each verdict on a UTM. Texts may name `{{values}}` that the verdict carries. */
export const utmVerdictTexts = {
  ...failedStartVerdictTexts,
  ...startVerdictTexts,
  ...tokenVerdictTexts,
  ...exchangeVerdictTexts,
} as const satisfies Record<UtmVerdictId, Bilingual<{ readonly title: string; readonly reason: string }>>;
