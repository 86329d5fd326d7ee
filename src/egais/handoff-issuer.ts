import type { UtmInfo } from '../shared/domain/utm.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import type { AccessKeyIssuer, IssueAnswer, IssueCourse } from './access-key-issuer.ts';
import type { UtmClient } from './utm/utm-client.ts';
import { reachUtm } from './utm-issuer.ts';

/** Between two questions to the UTM about its state. */
const restMs = 2_000;
/** A token is looked into now and then even if the UTM says nothing new: when it notices a new key is not known. */
const restsBetweenLooks = 5;

/** What a UTM shows of its access key; changes when a key is made. */
const keyShown = (info: UtmInfo | null): string =>
  JSON.stringify([info?.ownerId ?? null, info?.rsa.notBefore ?? null, info?.rsa.notAfter ?? null]);

async function shownBy(client: UtmClient): Promise<string | null> {
  const reply = await client.infoList();
  return reply.kind === 'answer' ? keyShown(reply.value) : null;
}

const written = succeed<IssueAnswer>({ kind: 'written' });

/** Looks at the token and, more often, at the UTM, until the new key is there or the person gives up. */
async function waitForKey(client: UtmClient, { token, signal, rest }: IssueCourse): Promise<Result<IssueAnswer>> {
  let known = await shownBy(client);
  for (let rests = 1; !signal.aborted; rests += 1) {
    const asked = (await rest(restMs)) === 'asked';
    const shown = await shownBy(client);
    const changed = shown !== null && shown !== known;
    known = shown ?? known;
    if (!asked && !changed && rests % restsBetweenLooks !== 0) continue;
    const found = await token.hasNewAccessKey();
    if (found.ok && found.value) return written;
  }
  return fail(problem('EGAIS_HANDOFF_STOPPED'));
}

/**
 * The UTM's own page as the issuer: a person works on it, and the wizard watches the UTM and the token. A click on that
 * page proves nothing, a new key on the token does. Whether a UTM asked anything at all is not known here.
 */
export const createHandoffIssuer = (client: UtmClient): AccessKeyIssuer => ({
  id: 'handoff',
  async issue({ subdivision, termsAccepted }, course) {
    if (!termsAccepted) return fail(problem('SETUP_TERMS_NOT_ACCEPTED'));
    course.onStage('awaiting-person');
    const reached = await reachUtm(client, subdivision.fsrarId);
    if (!reached.ok) return reached;
    course.showPage(`${client.url}/app/`);
    try {
      return await waitForKey(client, course);
    } finally {
      course.showPage(null);
    }
  },
});
