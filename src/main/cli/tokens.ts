import { describeProblem } from '../../shared/problems/described.ts';
import { succeed } from '../../shared/result.ts';
import type { Command } from './command.ts';

export const tokensList: Command<'tokens-list'> = {
  usage: '',
  summary: { ru: 'Показать токены и библиотеки', en: 'List tokens and libraries' },
  files: { least: 0, most: 0 },
  async run({ workplace, language }) {
    const { workplace: place } = await workplace();
    const scan = await place.tokens.scan();
    if (!scan.ok) return scan;
    return succeed({
      devices: scan.value.devices,
      libraries: scan.value.libraries.map((library) => ({
        ...library,
        problem: library.problem && describeProblem(library.problem, language),
      })),
    });
  },
  print: ({ devices, libraries }) => [
    ...devices.map(
      (device) => `${device.name}  ${device.serial}  ${device.applets.map(({ kind }) => kind).join(' + ')}`,
    ),
    ...libraries.map(({ path, version, problem }) =>
      problem ? `✗ ${path}: ${problem.title}` : `✓ ${path} ${version ?? ''}`,
    ),
  ],
};
