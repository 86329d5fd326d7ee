import type { Finding } from '../../shared/domain/finding.ts';
import type { KnownFacts } from './sources.ts';

const about = ['smart-card-service', 'readers', 'driver-publisher'] as const;

const findingLines = ({ id, status, variant, facts }: Finding): readonly string[] => [
  `${id}: ${status} (${variant})`,
  ...Object.entries(facts).map(([name, value]) => `  ${name}: ${value}`),
];

/** Readers and their service, as the system has them and as the libraries of tokens do. */
export function readerText({ findings, tokens }: KnownFacts): string | null {
  const found = about.flatMap((id) => findings.filter((finding) => finding.id === id));
  const seen = tokens?.devices.flatMap(({ name, applets }) =>
    applets.map(({ reader, slot, kind }) => `  slot ${slot}: ${reader} (${name}, ${kind})`),
  );
  if (found.length === 0 && seen === undefined) return null;
  const bySlots = seen === undefined ? ['not read'] : seen.length === 0 ? ['  none'] : seen;
  return [...found.flatMap(findingLines), 'readers of the libraries:', ...bySlots, ''].join('\n');
}
