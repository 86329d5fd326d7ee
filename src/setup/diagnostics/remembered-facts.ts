import type { Problem } from '../../shared/problems/problem.ts';
import type { Workplace } from '../workplace.ts';
import type { KnownFacts } from './sources.ts';

/** What lies in the profile of earlier runs, for those who have no walk; and what of it could not be read. */
export async function rememberedFacts({
  knownTokens,
  keyChanges,
}: Pick<Workplace, 'knownTokens' | 'keyChanges'>): Promise<Pick<KnownFacts, 'remembered'> & { problems: Problem[] }> {
  const [tokens, changes] = await Promise.all([knownTokens.read(), keyChanges.read()]);
  return {
    remembered: { tokens: tokens.ok ? tokens.value.tokens : [], changes: changes.ok ? changes.value : [] },
    problems: [tokens, changes].flatMap((read) => (read.ok ? [] : [read.problem])),
  };
}
