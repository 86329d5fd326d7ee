import { problem } from '../../shared/problems/problem.ts';
import { fail } from '../../shared/result.ts';
import type { SubdivisionSource } from '../access-key-issuer.ts';
import type { AccountClient } from './account-client.ts';

/** The account as the one who gives the list of places. Problem `SETUP_SIGN_IN_FIRST` when nobody is there to sign. */
export const createAccountSubdivisionSource = (client: AccountClient): SubdivisionSource => ({
  id: 'account',
  async subdivisions(asker) {
    if (asker === null) return fail(problem('SETUP_SIGN_IN_FIRST'));
    const list = await client.subdivisions(asker);
    return list.ok && list.value.length === 0 ? fail(problem('EGAIS_NO_SUBDIVISIONS')) : list;
  },
});
