import { readFile } from 'node:fs/promises';
import { type NamedFile, showCertificates } from '../../setup/show-certificate.ts';
import { describeProblem } from '../../shared/problems/described.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { formatDay } from '../../shared/texts/fill.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command } from './command.ts';
import { certificateFindingLines, wordedCertificateFinding } from './finding-words.ts';

export const certificatesList: Command<'certificates-list'> = {
  usage: '[--token SERIAL]',
  summary: {
    ru: 'Показать сертификаты на токене (PIN-код не нужен)',
    en: 'List certificates on a token (no PIN needed)',
  },
  files: { least: 0, most: 0 },
  async run({ workplace, options, language }) {
    const { workplace: place } = await workplace();
    const device = await scanForDevice(place, options.token);
    if (!device.ok) return device;
    const { id, serial, applets } = device.value;
    return succeed({
      certificates: applets.flatMap((applet) =>
        applet.certificates.map(({ keyId, label, privateKey, certificate, problem: unreadable }) => ({
          device: id,
          serial,
          applet: applet.kind,
          keyId,
          label,
          privateKey,
          certificate,
          problem: unreadable && describeProblem(unreadable, language),
        })),
      ),
    });
  },
  print: ({ certificates }, language) =>
    certificates.map(({ applet, certificate, keyId }) =>
      certificate
        ? `${applet}  ${certificate.fsrarId ?? certificate.holder.name}  ${formatDay(certificate.notAfter, language)}  ${certificate.key.kind}`
        : `${applet}  ${keyId}  —`,
    ),
};

const MAX_FILE_BYTES = 5_000_000;

async function readNamed(name: string): Promise<Result<NamedFile>> {
  const bytes = await readFile(name).catch(() => null);
  if (!bytes || bytes.length > MAX_FILE_BYTES) return fail(problem('SETUP_FILE_UNREADABLE', { file: name }));
  return succeed({ name, bytes: new Uint8Array(bytes) });
}

export const certificatesShow: Command<'certificates-show'> = {
  usage: 'FILE [--trust FILE …]',
  summary: {
    ru: 'Прочитать и проверить файл сертификата, p7b или запроса',
    en: 'Read and check a certificate, p7b or request file',
  },
  files: { least: 1, most: 1 },
  async run({ files, options, language }) {
    const given = await Promise.all([...files, ...options.trust].map(readNamed));
    const unreadable = given.find((file) => !file.ok);
    if (unreadable && !unreadable.ok) return unreadable;
    const [file, ...trust] = given.flatMap((read) => (read.ok ? [read.value] : []));
    if (!file) return fail(problem('SETUP_FILE_UNREADABLE', { file: '—' }));
    const shown = showCertificates(file, trust, new Date());
    if (!shown.ok) return shown;
    const findings = shown.value.findings.map((finding) =>
      // With --trust the person said whom to believe, and an unknown issuer is then no longer a mere warning.
      finding.code === 'issuer-unknown' && trust.length > 0
        ? wordedCertificateFinding(finding, language, 'fault')
        : wordedCertificateFinding(finding, language),
    );
    return succeed({
      ...shown.value,
      valid: findings.every(({ severity }) => severity !== 'fault'),
      findings,
      certificates: [...shown.value.certificates],
    });
  },
  print: ({ valid, certificates, request, findings }, language) => [
    ...certificates.map(
      ({ holder, issuer, notAfter, key }) =>
        `${holder.name}  ${formatDay(notAfter, language)}  ${key.kind}  ← ${issuer.commonName ?? issuer.text}`,
    ),
    ...(request ? [`${request.subject.text}  ${request.key.kind}`] : []),
    ...certificateFindingLines(findings),
    valid ? '✓' : '✗',
  ],
};
