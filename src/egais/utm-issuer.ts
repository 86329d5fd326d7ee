import type { Holder } from '../shared/domain/certificate.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { AccessKeyIssuer, SubdivisionSource } from './access-key-issuer.ts';
import type { UtmClient } from './utm/utm-client.ts';
import { readUtmState } from './utm/utm-state.ts';

/** Problems: `EGAIS_UTM_SILENT`, `EGAIS_UTM_OTHER_PROGRAM`; a UTM that answers is no problem, however it feels. */
export async function reachUtm(client: UtmClient, expectedFsrarId: string): Promise<Result<null>> {
  const { url, reachability } = await readUtmState(client, { expectedFsrarId });
  if (reachability === 'silent') return fail(problem('EGAIS_UTM_SILENT', { url }));
  if (reachability === 'other-program') return fail(problem('EGAIS_UTM_OTHER_PROGRAM', { url }));
  return succeed(null);
}

/**
 * The UTM of this computer as the issuer of access keys: its `GET /api/rsa/keygen`, sent at most once per call and
 * only with the person's consent.
 */
export const createUtmIssuer = (client: UtmClient): AccessKeyIssuer => ({
  id: 'utm',
  async issue({ subdivision, termsAccepted }, { onStage }) {
    if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    onStage('generating');
    const reached = await reachUtm(client, subdivision.fsrarId);
    if (!reached.ok) return reached;
    const answer = await client.keygen(subdivision);
    return answer.ok ? succeed({ kind: 'written' }) : answer;
  },
});

/** These ask for places of their own; a person asks for those of others, by power of attorney. */
const asksForOwn: readonly Holder['kind'][] = ['organization', 'sole-proprietor'];

const isForeign = (rows: readonly Subdivision[], { kind, inn }: Holder): boolean =>
  asksForOwn.includes(kind) && inn !== null && rows.every((row) => row.inn !== inn);

/**
 * The UTM of this computer as the source of the list. It knows by itself whose token is in it, and that may be another
 * token than the one that was chosen: problem `EGAIS_SUBDIVISIONS_FOREIGN`.
 */
export const createUtmSubdivisionSource = (client: UtmClient): SubdivisionSource => ({
  id: 'utm',
  async subdivisions(asker) {
    const list = await client.subdivisions();
    if (!list.ok) return list;
    const [first] = list.value;
    if (first === undefined) return fail(problem('EGAIS_NO_SUBDIVISIONS'));
    const holder = asker?.qualified.certificate.holder;
    if (holder === undefined || !isForeign(list.value, holder)) return list;
    return fail(
      problem('EGAIS_SUBDIVISIONS_FOREIGN', {
        name: holder.name,
        inn: holder.inn ?? '—',
        listedName: first.shortName,
        listedInn: first.inn,
      }),
    );
  },
});
