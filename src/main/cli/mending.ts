import path from 'node:path';
import { readPickedInstaller } from '../../machine/mending/picked-installer.ts';
import { localPortOf } from '../../machine/utm-address.ts';
import { checkMachine } from '../../setup/check-machine.ts';
import { clockOrder } from '../../setup/clock-order.ts';
import { checksAfter, mendComputer } from '../../setup/mend-computer.ts';
import type { Workplace } from '../../setup/workplace.ts';
import { type MendOperation, type MendOrder, mendOperationSchema } from '../../shared/domain/mending.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Command } from './command.ts';
import { findingLines, worded } from './finding-words.ts';

const usage = '[--file FILE --sha256 HEX]';
const operations = mendOperationSchema.options.join('|');

const ignore = () => undefined;

/** A file is named together with the digest that `machine installer` showed: what is run is what was looked at. */
function installOrder(file: string | null, sha256: string | null): Result<MendOrder> {
  const digest = sha256?.toLowerCase() ?? '';
  if (file === null || !/^[0-9a-f]{64}$/.test(digest)) {
    return fail(problem('SETUP_USAGE', { explanation: `machine mend install-file ${usage}` }));
  }
  return succeed({ operation: 'install-file', file: path.resolve(file), sha256: digest });
}

async function orderFor(
  operation: MendOperation,
  place: Workplace,
  options: { readonly file: string | null; readonly sha256: string | null },
): Promise<Result<MendOrder>> {
  switch (operation) {
    case 'start-smart-card-service':
    case 'start-utm-service':
      return succeed({ operation });
    case 'set-clock':
      return clockOrder((await checkMachine(place, ['clock'], ignore)).findings);
    case 'allow-utm-port': {
      const port = localPortOf(place.utmUrl);
      return port === null ? fail(problem('MACHINE_MEND_UNAVAILABLE')) : succeed({ operation, port });
    }
    case 'install-file':
      return installOrder(options.file, options.sha256);
  }
}

export const machineMend: Command<'machine-mend'> = {
  usage: `${operations} ${usage}`,
  summary: {
    ru: 'Исправить одно; система спросит права администратора',
    en: 'Mend one thing; the system asks for an administrator’s rights',
  },
  files: { least: 1, most: 1 },
  async run({ workplace, language, options, files }) {
    const operation = mendOperationSchema.safeParse(files[0]);
    if (!operation.success) return fail(problem('SETUP_USAGE', { explanation: `machine mend ${operations}` }));
    const { workplace: place } = await workplace();
    const order = await orderFor(operation.data, place, options);
    if (!order.ok) return order;
    const outcome = await mendComputer(place, order.value);
    if (!outcome.ok) return outcome;
    const { findings } = await checkMachine(place, checksAfter[operation.data], ignore);
    return succeed({
      operation: operation.data,
      ...outcome.value,
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
