import { readCertificateFile } from '../../pki/certificate-file.ts';
import { checkMchd } from '../../setup/check-mchd.ts';
import { MCHD_FILE_LIMIT } from '../../shared/domain/mchd.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { CommandResult } from '../../shared/results.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { describeMchdFinding } from '../../shared/texts/mchd-findings.ts';
import { readNamedFile } from '../read-file.ts';
import type { Command } from './command.ts';

const read = (file: string) => readNamedFile(file, MCHD_FILE_LIMIT);

async function readCertificates(file: string) {
  const given = await read(file);
  if (!given.ok) return given;
  const found = readCertificateFile(given.value.bytes);
  return found.kind === 'certificates' || found.kind === 'bundle'
    ? succeed(found.certificates)
    : fail(problem('SETUP_FILE_NOT_CERTIFICATE', { file }));
}

/** The files of several options, or the first that could not be read. */
async function readEach<T>(files: readonly string[], how: (file: string) => Promise<Result<T>>): Promise<Result<T[]>> {
  const values: T[] = [];
  for (const file of files) {
    const given = await how(file);
    if (!given.ok) return given;
    values.push(given.value);
  }
  return succeed(values);
}

const asList = (file: string | null): readonly string[] => (file === null ? [] : [file]);

const severityMarks = { fault: '✗', warning: '!', note: '·' } as const;

const days = (
  { issuedOn, validUntil }: CommandResult<'mchd-check'>,
  language: Parameters<typeof formatDay>[1],
): string =>
  [issuedOn, validUntil].map((day) => (day === null ? '—' : formatDay(`${day}T00:00`, language))).join(' — ');

export const mchdCheck: Command<'mchd-check'> = {
  usage: 'FILE.xml [--signature FILE] [--certificate FILE] [--trust FILE …] [--power-code CODE …]',
  summary: {
    ru: 'Проверить машиночитаемую доверенность (МЧД), её подпись и представителя',
    en: 'Check a machine-readable power of attorney, its signature and the representative',
  },
  files: { least: 1, most: 1 },
  async run({ files, options, language }) {
    const given = await readEach([...files, ...asList(options.signature)], read);
    if (!given.ok) return given;
    const [document, signature] = given.value;
    if (document === undefined) return fail(problem('SETUP_FILE_UNREADABLE', { file: '—' }));
    const certificates = await readEach(asList(options.certificate), readCertificates);
    if (!certificates.ok) return certificates;
    const trusted = await readEach(options.trust, readCertificates);
    if (!trusted.ok) return trusted;
    const checked = checkMchd({
      document,
      signature: signature ?? null,
      certificate: certificates.value[0]?.[0].certificate ?? null,
      trusted: trusted.value.flat().map(({ der }) => der),
      powerCodes: options.powerCodes,
      at: new Date(),
    });
    if (!checked.ok) return checked;
    return succeed({
      ...checked.value,
      findings: checked.value.findings.map((finding) => describeMchdFinding(finding, language)),
    });
  },
  print: (report, language) => [
    `${report.number ?? '—'}  ${days(report, language)}`,
    ...report.principals.map(({ name, inn }) => `${name}  ${inn ?? '—'}`),
    ...report.representatives.map(({ name, inn }) => `→ ${name}  ${inn ?? '—'}`),
    ...report.powers.map(({ code, name }) => `  ${code ?? '—'}  ${name}`),
    ...report.findings.map(({ severity, title, reason }) => `${severityMarks[severity]} ${title}. ${reason}`),
    ...(report.registerUrl === null ? [] : [report.registerUrl]),
    report.valid ? '✓' : '✗',
  ],
};
