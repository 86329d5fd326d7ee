import type { CheckId, Finding } from '../domain/finding.ts';
import type { Bilingual } from '../language.ts';
import type { FindingText } from './finding-text.ts';
import { clockTexts } from './findings/clock.ts';
import { networkTexts } from './findings/network.ts';
import { operatingSystemTexts } from './findings/operating-system.ts';
import { smartCardServiceTexts } from './findings/smart-card-service.ts';
import { tokenTexts } from './findings/token.ts';
import { utmTexts } from './findings/utm.ts';
import { utmPortTexts } from './findings/utm-port.ts';
import { vendorLibrariesTexts } from './findings/vendor-libraries.ts';

/** Every sentence a check of the computer can say: check → variant → language. */
export const findingTexts = {
  'operating-system': operatingSystemTexts,
  'smart-card-service': smartCardServiceTexts,
  'vendor-libraries': vendorLibrariesTexts,
  token: tokenTexts,
  clock: clockTexts,
  'utm-port': utmPortTexts,
  network: networkTexts,
  utm: utmTexts,
} as const satisfies Record<CheckId, Record<string, FindingText>>;

export type FindingVariant<Id extends CheckId> = keyof (typeof findingTexts)[Id] & string;

/** What is being checked, for a check that still runs. */
export const checkNames: Record<CheckId, Bilingual<string>> = {
  'operating-system': { ru: 'Операционная система', en: 'Operating system' },
  'smart-card-service': { ru: 'Служба смарт-карт', en: 'Smart card service' },
  'vendor-libraries': { ru: 'Драйверы токенов', en: 'Token drivers' },
  token: { ru: 'Токен', en: 'Token' },
  clock: { ru: 'Часы', en: 'Clock' },
  'utm-port': { ru: 'Порт УТМ', en: 'Port of the UTM' },
  network: { ru: 'Связь с интернетом', en: 'Internet connection' },
  utm: { ru: 'УТМ', en: 'UTM' },
};

/**
 * The text of a finding in both languages, its `{{values}}` still unfilled. A variant this version does not know (a
 * report saved by another one) shows the name of its check.
 */
export function findingText(finding: Pick<Finding, 'id' | 'variant'>): FindingText {
  const variants: Record<string, FindingText> = findingTexts[finding.id];
  const name = checkNames[finding.id];
  return (
    (Object.hasOwn(variants, finding.variant) ? variants[finding.variant] : undefined) ?? {
      ru: { title: name.ru, reason: finding.variant },
      en: { title: name.en, reason: finding.variant },
    }
  );
}
