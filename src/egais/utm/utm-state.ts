import type { UtmOnComputer, UtmState, UtmSubject } from '../../shared/domain/utm.ts';
import type { UtmOrginfo } from './orginfo.ts';
import type { UtmClient, UtmReply } from './utm-client.ts';
import type { UtmAnswers } from './utm-facts.ts';
import { utmVerdict } from './utm-verdict.ts';

const answered = <T>(reply: UtmReply<T>): T | null => (reply.kind === 'answer' ? reply.value : null);

const subjectOf = (reply: UtmReply<UtmOrginfo | null>): UtmSubject =>
  reply.kind !== 'answer' ? 'unknown' : reply.value === null ? 'none' : 'read';

/**
 * Asks the UTM how it is, all questions side by side. One recognisable answer is enough to know a UTM; when none is, the
 * program at the address is another one as soon as it says anything at all.
 */
async function askUtm(client: UtmClient): Promise<UtmAnswers> {
  const [version, list, rsa, gost] = await Promise.all([
    client.version(),
    client.infoList(),
    client.rsaOrginfo(),
    client.gostOrginfo(),
  ]);
  const kinds = [version.kind, list.kind];
  const reachability = kinds.includes('answer')
    ? 'answering'
    : kinds.includes('other-program')
      ? 'other-program'
      : 'silent';
  return {
    url: client.url,
    reachability,
    build: answered(version),
    info: answered(list),
    subjects: { rsa: subjectOf(rsa), gost: subjectOf(gost) },
  };
}

/** What is known beside the UTM's own answers. */
interface Surroundings {
  /** FSRAR ID of the chosen place, `null` when none is chosen. */
  readonly expectedFsrarId: string | null;
  /** What the UTM's computer tells of it, learnt while the UTM is asked; without it nothing is told. */
  readonly computer?: Promise<UtmOnComputer | null>;
  readonly now?: () => number;
}

/** Asks the UTM how it is and judges what is known of it. */
export async function readUtmState(
  client: UtmClient,
  { expectedFsrarId, computer: asked, now = Date.now }: Surroundings,
): Promise<UtmState> {
  const [answers, computer = null] = await Promise.all([askUtm(client), asked]);
  return { ...answers, computer, verdict: utmVerdict({ ...answers, computer, expectedFsrarId, now: now() }) };
}
