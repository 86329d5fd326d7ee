import { checkMachine, machineReady } from '../../setup/check-machine.ts';
import type { Finding } from '../../shared/domain/finding.ts';
import type { Language } from '../../shared/language.ts';
import { succeed } from '../../shared/result.ts';
import { fillText } from '../../shared/texts/fill.ts';
import { findingText } from '../../shared/texts/finding-texts.ts';
import type { Command } from './command.ts';

const worded = (finding: Finding, language: Language) => {
  const { title, reason } = findingText(finding)[language];
  return {
    ...finding,
    title: fillText(title, finding.values, language),
    reason: fillText(reason, finding.values, language),
  };
};

const signs: Record<Finding['status'], string> = { ok: '✓', info: 'i', attention: '!', waiting: '…', bad: '✗' };

export const machineCheck: Command<'machine-check'> = {
  usage: '',
  summary: { ru: 'Проверить компьютер', en: 'Check the computer' },
  files: { least: 0, most: 0 },
  async run({ workplace, language, progress }) {
    const { workplace: place } = await workplace();
    const { findings } = await checkMachine(place, null, (finding) => progress(worded(finding, language).title));
    return succeed({
      ready: machineReady(findings),
      findings: findings.map((finding) => worded(finding, language)),
    });
  },
  print: ({ findings }) => findings.map(({ status, title, reason }) => `${signs[status]} ${title}\n  ${reason}`),
};
