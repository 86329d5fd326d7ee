import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { QualifiedRequests } from '../qualified-certificate/qualified-requests.ts';
import type { Workplace } from '../workplace.ts';
import type { KnownFacts } from './sources.ts';

type Remembered = Pick<KnownFacts, 'remembered' | 'holders'>;
type Requests = Awaited<ReturnType<QualifiedRequests['all']>>['requests'];

async function requestsIn(requests: QualifiedRequests): Promise<Result<Requests>> {
  try {
    return succeed((await requests.all()).requests);
  } catch (error) {
    return fail(problem('SETUP_UNEXPECTED', {}, { error: String(error) }));
  }
}

/** What lies in the profile of earlier runs, for those who have no walk; and what of it could not be read. */
export async function rememberedFacts({
  knownTokens,
  keyChanges,
  requests,
}: Pick<Workplace, 'knownTokens' | 'keyChanges' | 'requests'>): Promise<Remembered & { problems: Problem[] }> {
  const [tokens, changes, made] = await Promise.all([knownTokens.read(), keyChanges.read(), requestsIn(requests)]);
  return {
    remembered: { tokens: tokens.ok ? tokens.value.tokens : [], changes: changes.ok ? changes.value : [] },
    holders: { subjects: made.ok ? made.value.map(({ values }) => values) : [], applications: [], certificates: [] },
    problems: [tokens, changes, made].flatMap((read) => (read.ok ? [] : [read.problem])),
  };
}
