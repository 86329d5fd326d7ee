import { createUtmClient } from '../egais/utm/utm-client.ts';
import { type FoundUtm, findInstalledUtms, type UtmSearch, utmAtPort } from '../machine/questions/installed-utms.ts';
import { localPortOf } from '../machine/utm-address.ts';
import type { InstalledUtm, InstalledUtms } from '../shared/domain/installed-utm.ts';
import type { Workplace } from './workplace.ts';

type Answers = Pick<InstalledUtm, 'url' | 'reachability' | 'build' | 'contour' | 'fsrarId'>;

const notAsked: Answers = { url: null, reachability: 'not-asked', build: null, contour: null, fsrarId: null };

async function ask(port: number): Promise<Answers> {
  const client = createUtmClient(`http://127.0.0.1:${port}`);
  const [version, list] = await Promise.all([client.version(), client.infoList()]);
  const info = list.kind === 'answer' ? list.value : null;
  const answers = [version.kind, list.kind];
  const reachability = answers.includes('answer')
    ? 'answering'
    : answers.includes('other-program')
      ? 'other-program'
      : 'silent';
  return {
    url: client.url,
    reachability,
    build: version.kind === 'answer' ? version.value : null,
    contour: info?.contour ?? null,
    fsrarId: info?.ownerId ?? null,
  };
}

async function withAnswers({ installed, utms }: UtmSearch, utmUrl: string): Promise<InstalledUtms> {
  const usual = localPortOf(utmUrl);
  const meant = utmAtPort(utms, usual);
  const asked = async (utm: FoundUtm): Promise<InstalledUtm> => {
    const port = utm.port ?? (utm === meant ? usual : null);
    return { ...utm, ...(port === null ? notAsked : await ask(port)) };
  };
  return { told: installed !== null, utms: await Promise.all(utms.map(asked)) };
}

/**
 * Finds every UTM of this computer and asks each at its port what it is. A UTM whose settings do not tell its port is
 * asked at the usual address only where it is the one that must be meant by it. Changes nothing.
 */
export const listUtms = async ({ system, utmUrl }: Pick<Workplace, 'system' | 'utmUrl'>): Promise<InstalledUtms> =>
  withAnswers(await findInstalledUtms(system), utmUrl);

/** The UTMs of a computer that has several; a single one has been asked already, and nobody is told of it. */
export async function listSeveralUtms({
  system,
  utmUrl,
}: Pick<Workplace, 'system' | 'utmUrl'>): Promise<readonly InstalledUtm[]> {
  const search = await findInstalledUtms(system);
  return search.utms.length < 2 ? [] : (await withAnswers(search, utmUrl)).utms;
}
