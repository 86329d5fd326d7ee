import { dayFault } from './day.ts';
import type { MchdFacts } from './facts.ts';
import { finding, findingIf, type MchdFinding } from './finding.ts';
import { isUuid } from './rules.ts';

/** `ON_EMCHD_20260901_<uuid>`; the sample names of form 002 are made alike. */
const fileIdForms = { '003': /^ON_EMCHD_(\d{4})(\d\d)(\d\d)_(.+)$/, '002': /^ON_DOVBB_(\d{4})(\d\d)(\d\d)_(.+)$/ };

const sameNumber = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function fileIdFindings({ version, fileId, number }: MchdFacts): readonly MchdFinding[] {
  if (fileId === null) return findingIf(version === '002', 'file-id-missing');
  const parts = fileIdForms[version].exec(fileId);
  const [, year, month, day, id = ''] = parts ?? [];
  if (parts === null || !isUuid(id) || dayFault(`${year}-${month}-${day}`) !== null)
    return [finding('file-id-form', { fileId })];
  return findingIf(number !== null && !sameNumber(id, number), 'file-id-number', { fileId, number: number ?? '—' });
}

const stemOf = (fileName: string): string => fileName.replace(/\.xml$/i, '');

/**
 * The name of the file beside what the document says of itself: one public checker wants the stem of the name to be
 * ИдФайл, and ИдФайл to end in НомДовер.
 */
export function nameFindings(fileName: string, facts: MchdFacts): readonly MchdFinding[] {
  const { fileId } = facts;
  const renamed = fileId !== null && stemOf(fileName) !== fileId;
  return [
    ...fileIdFindings(facts),
    ...findingIf(renamed, 'file-name-differs', { file: fileName, expected: `${fileId}.xml` }),
  ];
}
