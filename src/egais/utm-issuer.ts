import { problem } from '../shared/problems/problem.ts';
import { fail, succeed } from '../shared/result.ts';
import type { AccessKeyIssuer } from './access-key-issuer.ts';
import type { UtmClient } from './utm/utm-client.ts';
import { readUtmState } from './utm/utm-state.ts';

/**
 * The UTM of this computer as the issuer of access keys: its `GET /api/rsa/keygen`, sent at most once per call and
 * only with the person's consent.
 */
export function createUtmIssuer(client: UtmClient): AccessKeyIssuer {
  return {
    id: 'utm',

    // Seen to work in one production script, for the renewal of a legal entity's current place and nothing else.
    certainty: ({ subdivision, currentFsrarId }) =>
      subdivision.kpp !== null && subdivision.kpp !== '' && subdivision.fsrarId === currentFsrarId
        ? 'confirmed'
        : 'unconfirmed',

    async subdivisions() {
      const list = await client.subdivisions();
      if (list.ok && list.value.length === 0) return fail(problem('EGAIS_NO_SUBDIVISIONS'));
      return list;
    },

    async issue({ subdivision, termsAccepted }) {
      if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
      const { url, reachability } = await readUtmState(client, { expectedFsrarId: subdivision.fsrarId });
      if (reachability === 'silent') return fail(problem('EGAIS_UTM_SILENT', { url }));
      if (reachability === 'other-program') return fail(problem('EGAIS_UTM_OTHER_PROGRAM', { url }));
      const answer = await client.keygen(subdivision);
      return answer.ok ? succeed(null) : answer;
    },
  };
}
