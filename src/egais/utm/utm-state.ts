import type { UtmState } from '../../shared/domain/utm.ts';
import type { UtmClient, UtmReply } from './utm-client.ts';
import { utmVerdict } from './utm-verdict.ts';

const answered = <T>(reply: UtmReply<T>): T | null => (reply.kind === 'answer' ? reply.value : null);

/**
 * Asks the UTM how it is and judges the answer. One recognisable answer is enough to know a UTM; when none is, the
 * program at the address is another one as soon as it says anything at all.
 * @param expectedFsrarId FSRAR ID of the chosen place, `null` when none is chosen
 */
export async function readUtmState(
  client: UtmClient,
  { expectedFsrarId }: { readonly expectedFsrarId: string | null },
): Promise<UtmState> {
  const replies = await Promise.all([client.version(), client.infoList()]);
  const kinds = replies.map((reply) => reply.kind);
  const [build, info] = [answered(replies[0]), answered(replies[1])];
  const reachability = kinds.includes('answer')
    ? 'answering'
    : kinds.includes('other-program')
      ? 'other-program'
      : 'silent';
  const { url } = client;
  return { url, reachability, build, info, verdict: utmVerdict({ url, reachability, build, info, expectedFsrarId }) };
}
