import { type UtmLog, type UtmPost, type UtmStartFailure, utmStartMarkSchema } from '../../shared/domain/utm.ts';
import type { UtmFacts } from './utm-facts.ts';

const minute = 60_000;

/** A UTM takes up to so long to start (docs/sources.md, UTM). */
const longestStart = 5 * minute;
/** An exchange takes place every two minutes; after three missed ones the UTM is held to have stopped exchanging. */
const longestPause = 6 * minute;
/** The agency dates access keys back by so much: seen in every known key, that it is so always is inferred. */
const keyBackdating = 10 * minute;

const momentOf = (iso: string | null | undefined): number | null => (iso ? Date.parse(iso) : null);

const latest = (...moments: readonly (number | null)[]): number | null =>
  moments.reduce((one, other) => (one === null || (other !== null && other > one) ? other : one), null);

export const isSilent = ({ reachability }: UtmFacts): boolean => reachability === 'silent';

export const hasFailed =
  (failure: UtmStartFailure) =>
  ({ computer }: UtmFacts): boolean =>
    computer?.log?.failure === failure;

/** Whether its service is stopped; without a word from the service the end of its log tells. */
export function isStopped({ computer }: UtmFacts): boolean {
  if (!computer) return false;
  const { service, log } = computer;
  return service === null ? (log?.ended ?? false) : service.state === 'stopped';
}

const startedLately = (log: UtmLog, now: number): boolean => {
  const started = momentOf(log.startedAt);
  return started !== null && !log.ended && now - started < longestStart;
};

/** On its way up, and a log tells how far. */
export function isComingUp({ computer, now }: UtmFacts): boolean {
  if (!computer?.log) return false;
  return startedLately(computer.log, now) || computer.service?.state === 'starting';
}

/** It began long ago, left its last mark before the end of a start, and has not ended. */
export function isStuck({ computer }: UtmFacts): boolean {
  const log = computer?.log;
  return !!log && log.startedAt !== null && !log.ended && log.mark !== 'exchange';
}

export const startSteps = utmStartMarkSchema.options.length;

/** How many marks of a start the present one has left. */
export function startStep({ computer, now }: UtmFacts): number {
  const log = computer?.log;
  if (!log || log.mark === null || !startedLately(log, now)) return 0;
  return utmStartMarkSchema.options.indexOf(log.mark) + 1;
}

/** When the access key on the token was issued, as far as its dates tell. */
function keyIssuedAt({ info }: UtmFacts): number | null {
  const begins = info?.rsa.notBefore;
  return begins?.kind === 'date' ? Date.parse(begins.iso) + keyBackdating : null;
}

/**
 * For how long the UTM has finished no exchange, `null` where that cannot be told. A start and a new key begin the wait
 * anew, and so does the beginning of what is left of the log.
 */
export function withoutExchange(facts: UtmFacts): number | null {
  const log = facts.computer?.log;
  if (!log || log.ended || log.since === null) return null;
  const begun = latest(momentOf(log.exchangedAt), momentOf(log.startedAt), momentOf(log.since), keyIssuedAt(facts));
  return begun === null ? null : facts.now - begun;
}

export const exchangeIsStale = (facts: UtmFacts): boolean => (withoutExchange(facts) ?? 0) > longestPause;

/**
 * The last document of the shop, where the UTM failed to sign it and nothing has changed since: a new access key ends
 * every such trouble, and what happened before it says nothing any more.
 */
function failedPost(facts: UtmFacts): (UtmPost & { readonly happened: number }) | null {
  const post = facts.computer?.lastPost;
  const second = momentOf(post?.at);
  if (post?.status !== 500 || second === null) return null;
  // An access log knows seconds only, and a log of a start knows more: the second is taken to its end.
  const happened = second + 999;
  return happened > (keyIssuedAt(facts) ?? 0) ? { ...post, happened } : null;
}

// Sizes of the answer as one project met them, in bytes. They may differ by a name or a build, so they are not taken to
// the byte; another size is a failure all the same, without a cause that could be named.
const isAbout = (size: number | null, bytes: number, tolerance: number): boolean =>
  size !== null && Math.abs(size - bytes) <= tolerance;

const renewedSize = (size: number | null): boolean => isAbout(size, 362, 60);
const brokenSize = (size: number | null): boolean => isAbout(size, 89, 25);

/**
 * What the answer to a document says of signing, by its status and its size in bytes; `null`: it says nothing of it.
 */
export function signingTrouble(
  status: number,
  size: number | null,
): 'signature-renewed' | 'signing-broken' | 'signing-fails' | null {
  if (status !== 500) return null;
  if (renewedSize(size)) return 'signature-renewed';
  return brokenSize(size) ? 'signing-broken' : 'signing-fails';
}

/** A restart does not mend a key that is tied to the former signature. */
export function signatureIsRenewed(facts: UtmFacts): boolean {
  const post = failedPost(facts);
  return post !== null && renewedSize(post.size);
}

/** The UTM takes hold of the token when it starts: a failure before the last start may be mended by it (inferred). */
function signingFailedInThisRun(facts: UtmFacts): UtmPost | null {
  const post = failedPost(facts);
  const started = momentOf(facts.computer?.log?.startedAt) ?? 0;
  return post !== null && post.happened > started ? post : null;
}

export function signingIsBroken(facts: UtmFacts): boolean {
  const post = signingFailedInThisRun(facts);
  return post !== null && brokenSize(post.size);
}

export const signingFails = (facts: UtmFacts): boolean => signingFailedInThisRun(facts) !== null;
