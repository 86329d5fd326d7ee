import type { CheckId, Finding } from '../domain/finding.ts';
import type { Bilingual } from '../language.ts';
import type { FindingText } from './finding-text.ts';
import { administratorTexts } from './findings/administrator.ts';
import { clockTexts } from './findings/clock.ts';
import { cryptoProvidersTexts } from './findings/crypto-providers.ts';
import { diskSpaceTexts } from './findings/disk-space.ts';
import { driverPublisherTexts } from './findings/driver-publisher.ts';
import { integrityCheckerTexts } from './findings/integrity-checker.ts';
import { memoryTexts } from './findings/memory.ts';
import { networkTexts } from './findings/network.ts';
import { operatingSystemTexts } from './findings/operating-system.ts';
import { portalComponentsTexts } from './findings/portal-components.ts';
import { proxyTexts } from './findings/proxy.ts';
import { readersTexts } from './findings/readers.ts';
import { remoteSessionTexts } from './findings/remote-session.ts';
import { smartCardServiceTexts } from './findings/smart-card-service.ts';
import { timeZoneTexts } from './findings/time-zone.ts';
import { tlsInspectionTexts } from './findings/tls-inspection.ts';
import { tokenTexts } from './findings/token.ts';
import { utmTexts } from './findings/utm.ts';
import { utmPortTexts } from './findings/utm-port.ts';
import { utmRemainsTexts } from './findings/utm-remains.ts';
import { utmServicePortsTexts } from './findings/utm-service-ports.ts';
import { vendorLibrariesTexts } from './findings/vendor-libraries.ts';
import { virtualMachineTexts } from './findings/virtual-machine.ts';

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
  readers: readersTexts,
  'driver-publisher': driverPublisherTexts,
  'integrity-checker': integrityCheckerTexts,
  'remote-session': remoteSessionTexts,
  'virtual-machine': virtualMachineTexts,
  administrator: administratorTexts,
  'time-zone': timeZoneTexts,
  'disk-space': diskSpaceTexts,
  memory: memoryTexts,
  proxy: proxyTexts,
  'tls-inspection': tlsInspectionTexts,
  'crypto-providers': cryptoProvidersTexts,
  'utm-service-ports': utmServicePortsTexts,
  'utm-remains': utmRemainsTexts,
  'portal-components': portalComponentsTexts,
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
  readers: { ru: 'Считыватели', en: 'Readers' },
  'driver-publisher': { ru: 'Кто выпустил драйвер', en: 'Who made the driver' },
  'integrity-checker': { ru: 'Целостность драйвера JaCarta', en: 'Integrity of the JaCarta driver' },
  'remote-session': { ru: 'Удалённый рабочий стол', en: 'Remote desktop' },
  'virtual-machine': { ru: 'Виртуальный ли компьютер', en: 'Whether the computer is virtual' },
  administrator: { ru: 'Права администратора', en: 'Administrator rights' },
  'time-zone': { ru: 'Часовой пояс', en: 'Time zone' },
  'disk-space': { ru: 'Место на диске', en: 'Room on the disk' },
  memory: { ru: 'Память', en: 'Memory' },
  proxy: { ru: 'Прокси', en: 'Proxy' },
  'tls-inspection': { ru: 'Защищённые соединения', en: 'Secure connections' },
  'crypto-providers': { ru: 'Другие программы подписи', en: 'Other signature programs' },
  'utm-service-ports': { ru: 'Внутренние порты УТМ', en: 'Inner ports of the UTM' },
  'utm-remains': { ru: 'Следы прежнего УТМ', en: 'Traces of an earlier UTM' },
  'portal-components': { ru: 'Программы старого портала', en: 'Programs of the old portal' },
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
