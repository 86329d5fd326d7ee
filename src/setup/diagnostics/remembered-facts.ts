import type { Problem } from '../../shared/problems/problem.ts';
import { problem } from '../../shared/problems/problem.ts';
import type { Workplace } from '../workplace.ts';
import type { KnownFacts } from './sources.ts';

type Remembered = Pick<KnownFacts, 'remembered' | 'holders'>;

/** What lies in the profile of earlier runs, for those who have no walk; and what of it could not be read. */
export async function rememberedFacts({
  knownTokens,
  keyChanges,
  requests,
}: Pick<Workplace, 'knownTokens' | 'keyChanges' | 'requests'>): Promise<Remembered & { problems: Problem[] }> {
  const [tokens, changes, made] = await Promise.all([knownTokens.read(), keyChanges.read(), requests.all()]);
  return {
    remembered: { tokens: tokens.ok ? tokens.value.tokens : [], changes: changes.ok ? changes.value : [] },
    holders: { subjects: made.requests.map(({ values }) => values), applications: [], certificates: [] },
    problems: [
      ...[tokens, changes].flatMap((read) => (read.ok ? [] : [read.problem])),
      ...made.unreadable.map((file) => problem('SETUP_FILE_UNREADABLE', { file })),
    ],
  };
}
