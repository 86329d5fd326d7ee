import { problem } from '../../shared/problems/problem.ts';
import { fail, succeed } from '../../shared/result.ts';
import { indexSubdivisions, searchSubdivisions } from '../../shared/subdivision-search.ts';
import type { Command } from './command.ts';

export const subdivisionsList: Command<'subdivisions-list'> = {
  usage: '[--query TEXT] [--issuer utm]',
  summary: { ru: 'Показать места осуществления деятельности', en: 'List places of activity' },
  files: { least: 0, most: 0 },
  async run({ workplace, options }) {
    if (options.issuer !== null && options.issuer !== 'utm') {
      return fail(problem('SETUP_USAGE', { explanation: `--issuer: ${options.issuer} (utm)` }));
    }
    const { workplace: place } = await workplace();
    const rows = await place.issuer.subdivisions();
    if (!rows.ok) return rows;
    const found = searchSubdivisions(indexSubdivisions(rows.value), options.query ?? '');
    return succeed({ total: rows.value.length, subdivisions: found.map(({ subdivision }) => subdivision) });
  },
  print: ({ subdivisions }) =>
    subdivisions.map(({ fsrarId, kpp, address }) => `${fsrarId}  ${kpp ?? '—'.padEnd(9)}  ${address}`),
};
