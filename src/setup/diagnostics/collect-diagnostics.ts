import { createHash } from 'node:crypto';
import type { DiagnosticsFile } from '../../shared/domain/diagnostics.ts';
import { createRedactor, type Json, nothingShown, type Redactor, type Shown } from '../../shared/redaction/redactor.ts';
import { knownSecrets } from './known-secrets.ts';
import { type MissingFile, manifestOf } from './manifest.ts';
import { readerText } from './reader-facts.ts';
import { runRecordOf } from './run-record-lines.ts';
import { shortText } from './short-text.ts';
import type { DiagnosticsSources } from './sources.ts';
import { tokenFacts } from './token-facts.ts';

/** What support gets, and what a person sees before. */
export interface Diagnostics {
  /** Follows from the contents alone. */
  readonly id: string;
  readonly collectedAt: Date;
  readonly files: readonly DiagnosticsFile[];
}

/** Text as it is, data as JSON; `null`: there is nothing of the kind. */
type Content = { readonly text: string } | { readonly data: Json } | null;

interface Collector {
  readonly name: string;
  collect(sources: DiagnosticsSources, shown: Shown): Promise<Content> | Content;
}

const dataOf = (data: Json): Content => (data === null ? null : { data });
const textOf = (text: string | null | undefined): Content => (text ? { text } : null);

const collectors: readonly Collector[] = [
  {
    name: 'checks.json',
    collect: ({ known: { checkedAt, findings } }) =>
      findings.length === 0 ? null : { data: { checkedAt, findings: findings.map((finding) => ({ ...finding })) } },
  },
  { name: 'tokens.json', collect: async (sources, { names }) => dataOf(await tokenFacts(sources, names)) },
  { name: 'pcsc.txt', collect: ({ known }) => textOf(readerText(known)) },
  { name: 'utm.json', collect: ({ known: { utm } }) => dataOf(utm && { ...utm }) },
  { name: 'utm-log.txt', collect: async ({ utmLog }) => textOf(await utmLog?.()) },
  { name: 'app.log', collect: async ({ appLog }) => textOf(await appLog()) },
  { name: 'run-record.json', collect: async ({ appLog }) => dataOf(runRecordOf((await appLog()) ?? '')) },
];

const manifestName = 'manifest.json';

const written = (content: NonNullable<Content>, redactor: Redactor): string =>
  'text' in content ? redactor.text(content.text) : `${JSON.stringify(redactor.value(content.data), null, 2)}\n`;

const fileOf = (name: string, text: string): DiagnosticsFile => ({ name, size: Buffer.byteLength(text), text });

async function collected(
  { name, collect }: Collector,
  sources: DiagnosticsSources,
  shown: Shown,
  redactor: Redactor,
): Promise<DiagnosticsFile | MissingFile> {
  try {
    const content = await collect(sources, shown);
    return content === null ? { name, reason: 'nothing of the kind' } : fileOf(name, written(content, redactor));
  } catch (error) {
    return { name, reason: String(error) };
  }
}

const redactorFor = ({ known, secrets }: DiagnosticsSources, shown: Shown): Redactor =>
  createRedactor([...secrets, ...knownSecrets(known)], shown);

/**
 * Collects what support asks for, redacted. Asks nobody for a PIN and no token for anything. What cannot be collected is
 * noted in the manifest; the rest is there all the same.
 * @param shown the identifiers a person agreed to show
 */
export async function collectDiagnostics(sources: DiagnosticsSources, shown: Shown): Promise<Diagnostics> {
  const redactor = redactorFor(sources, shown);
  const outcomes = await Promise.all(collectors.map((collector) => collected(collector, sources, shown, redactor)));
  const files = outcomes.filter((outcome) => 'text' in outcome);
  const missing = outcomes.filter((outcome) => 'reason' in outcome);
  const names = files.map(({ name }) => name);
  const manifest = written({ data: manifestOf(sources, shown, names, missing) }, redactor);
  const all = [fileOf(manifestName, manifest), ...files];
  const id = createHash('sha256')
    .update(all.map(({ name, text }) => `${name}\n${text}`).join('\n'))
    .digest('hex');
  return { id, collectedAt: sources.now(), files: all };
}

/** A dozen lines for a message: what runs where, how it fares, and the codes. Nothing of it names anybody. */
export const shortDiagnostics = (sources: DiagnosticsSources): string =>
  redactorFor(sources, nothingShown).text(shortText(sources));
