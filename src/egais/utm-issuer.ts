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

/** The UTM of this computer as the source of the list. It knows by itself whose token is in it. */
export const createUtmSubdivisionSource = (client: UtmClient): SubdivisionSource => ({
  id: 'utm',
  async subdivisions() {
    const list = await client.subdivisions();
    if (list.ok && list.value.length === 0) return fail(problem('EGAIS_NO_SUBDIVISIONS'));
    return list;
  },
});
