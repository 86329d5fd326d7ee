import path from 'node:path';
import { readPickedInstaller } from '../../machine/mending/picked-installer.ts';
import { checkMachine } from '../../setup/check-machine.ts';
import { checksAfter, mendComputer } from '../../setup/mend-computer.ts';
import { mendOrder } from '../../setup/mend-order.ts';
import { mendOperationSchema } from '../../shared/domain/mending.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import type { CommandOptions } from '../options/command-options.ts';
import type { Command } from './command.ts';
import { findingLines, worded } from './finding-words.ts';

const usage = '[--file FILE --sha256 HEX]';
/** A UTM's database is renewed by `utm renew-database`, which looks at what would be lost. */
const operationSchema = mendOperationSchema.exclude(['renew-utm-database']);
const operations = operationSchema.options.join('|');

const ignore = () => undefined;

/** A file is named together with the digest that `machine installer` showed: what is run is what was looked at. */
function namedInstaller({ file, sha256 }: Pick<CommandOptions, 'file' | 'sha256'>) {
  const digest = sha256?.toLowerCase() ?? '';
  return file === null || !/^[0-9a-f]{64}$/.test(digest) ? null : { file: path.resolve(file), sha256: digest };
}

export const machineMend: Command<'machine-mend'> = {
  usage: `${operations} ${usage}`,
  summary: {
    ru: 'Исправить одно; система спросит права администратора',
    en: 'Mend one thing; the system asks for an administrator’s rights',
  },
  files: { least: 1, most: 1 },
  async run({ workplace, language, options, files }) {
    const operation = operationSchema.safeParse(files[0]);
    if (!operation.success) return fail(problem('SETUP_USAGE', { explanation: `machine mend ${operations}` }));
    const installer = namedInstaller(options);
    if (operation.data === 'install-file' && installer === null) {
      return fail(problem('SETUP_USAGE', { explanation: `machine mend install-file ${usage}` }));
    }
    const { workplace: place } = await workplace();
    const order = await mendOrder(operation.data, {
      utmUrl: place.utmUrl,
      system: place.system,
      clock: async () => (await checkMachine(place, ['clock'], ignore)).findings[0],
      installer: () => installer,
    });
    if (!order.ok) return order;
    const outcome = await mendComputer(place, order.value);
    if (!outcome.ok) return outcome;
    const { findings } = await checkMachine(place, checksAfter[operation.data], ignore);
    return succeed({
      operation: operation.data,
      restartNeeded: outcome.value.restartNeeded,
      findings: findings.map((finding) => worded(finding, language)),
    });
  },
  print: ({ findings }) => findingLines(findings),
};

export const machineInstaller: Command<'machine-installer'> = {
  usage: 'FILE',
  summary: { ru: 'Показать, чей это установщик', en: 'Show whose installer a file is' },
  files: { least: 1, most: 1 },
  async run({ workplace, files }) {
    const { workplace: place } = await workplace();
    return readPickedInstaller(place.system, path.resolve(files[0] ?? ''));
  },
  print: ({ name, size, sha256, signature }) => [
    `${name}, ${size}`,
    `SHA-256 ${sha256}`,
    signature === null ? '—' : `${signature.publisher ?? '—'} (${signature.state})`,
  ],
};
