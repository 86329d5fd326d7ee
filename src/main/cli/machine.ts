import { checkMachine, machineReady } from '../../setup/check-machine.ts';
import { succeed } from '../../shared/result.ts';
import type { Command } from './command.ts';
import { findingLines, worded } from './finding-words.ts';

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
  print: ({ findings }) => findingLines(findings),
};
