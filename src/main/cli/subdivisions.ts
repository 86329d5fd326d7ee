import { foundQualified } from '../../setup/chosen-token.ts';
import type { Subdivision } from '../../shared/domain/subdivision.ts';
import { subdivisionSourceIdSchema } from '../../shared/ipc/wizard-state.ts';
import type { Language } from '../../shared/language.ts';
import { locales } from '../../shared/locales/index.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { searchSubdivisions } from '../../shared/subdivision-search/search.ts';
import { indexSubdivisions } from '../../shared/subdivision-search/search-index.ts';
import { listedPlaces } from './access-key-order.ts';
import { scanForDevice } from './chosen-device.ts';
import type { Command, CommandContext } from './command.ts';
import { signIn } from './sign-in.ts';

/** The rows of the account, which wants to know who asks: the qualified certificate answers a challenge. */
async function accountPlaces(context: CommandContext): Promise<Result<readonly Subdivision[]>> {
  const { workplace: place } = await context.workplace();
  const found = await scanForDevice(place, context.options.token);
  if (!found.ok) return found;
  const qualified = foundQualified(found.value, place.now());
  const part = found.value.applets.find(({ kind }) => kind === qualified?.applet);
  if (!part) return fail(problem('SETUP_NO_QUALIFIED_CERTIFICATE'));
  const signedIn = await signIn(place, found.value, part, context);
  if (!signedIn.ok) return signedIn;
  const device = await scanForDevice(place, found.value.serial);
  return device.ok ? listedPlaces(place, device.value, 'account') : device;
}

const shownFor = (query: string, language: Language): string =>
  locales[language].subdivision.corrected.replace('{{query}}', query);

export const subdivisionsList: Command<'subdivisions-list'> = {
  usage: '[--query TEXT] [--issuer utm|account]',
  summary: { ru: 'Показать места осуществления деятельности', en: 'List places of activity' },
  files: { least: 0, most: 0 },
  async run(context) {
    const { options, progress, language } = context;
    const source = subdivisionSourceIdSchema.safeParse(options.issuer ?? 'utm');
    if (!source.success) {
      return fail(problem('SETUP_USAGE', { explanation: `--issuer: ${options.issuer} (utm, account)` }));
    }
    const { workplace: place } = await context.workplace();
    const rows = source.data === 'utm' ? await listedPlaces(place, null, 'utm') : await accountPlaces(context);
    if (!rows.ok) return rows;
    const found = searchSubdivisions(indexSubdivisions(rows.value), options.query ?? '');
    if (found.corrected !== null) progress(shownFor(found.corrected, language));
    const subdivisions = Array.from(found.rows).flatMap((row) => rows.value[row] ?? []);
    return succeed({ total: rows.value.length, subdivisions });
  },
  print: ({ subdivisions }) =>
    subdivisions.map(({ fsrarId, kpp, address }) => `${fsrarId}  ${kpp ?? '—'.padEnd(9)}  ${address}`),
};
