import { isDeepStrictEqual } from 'node:util';
import type { TokenReport } from '../../src/shared/domain/token.ts';
import { tokenReportSchema } from '../../src/shared/domain/token.ts';
import { problemSchema } from '../../src/shared/problems/problem.ts';
import type { Result } from '../../src/shared/result.ts';
import { type Evidence, shownApplet } from './injection.ts';
import type { TokenTruth } from './token-truth.ts';

/** Answers what is wrong, or `null` where the law is kept. */
export type Law = (evidence: Evidence) => string | null;

const text = (value: unknown): string => JSON.stringify(value) ?? String(value);

const isProblem = (value: unknown): boolean => problemSchema.safeParse(value).success;

/** Every answer is a value or a problem of the catalogue, and never an exception. */
const answersFromTheCatalogue: Law = ({ answer }) => {
  if ('threw' in answer) return `threw ${answer.threw instanceof Error ? answer.threw.stack : text(answer.threw)}`;
  return answer.ok || isProblem(answer.problem) ? null : `not a problem: ${text(answer.problem)}`;
};

/** At most the tries the person clicked are spent. */
const spendsOnlyClickedTries: Law = ({ before, after, flow }) => {
  if (!after.initialised) return null;
  const spent = (role: 'user' | 'so') => after.wrongTries[role] - before.wrongTries[role];
  for (const role of ['user', 'so'] as const)
    if (spent(role) > flow.wrong[role]) return `${spent(role)} wrong tries of ${role}, clicked ${flow.wrong[role]}`;
  return null;
};

const pinCalls = ['C_Login', 'C_SetPIN', 'C_InitPIN', 'C_InitToken'];

/** No call that carries a PIN is made more often than it was clicked. */
const noLoginByItself: Law = ({ calls, flow }) => {
  for (const name of pinCalls) {
    const made = calls.filter((call) => call === name).length;
    if (made > (flow.clicks[name] ?? 0)) return `${name} was called ${made} times`;
  }
  return null;
};

const isNamed = ({ flow }: Evidence, keyId: string): boolean => flow.named === 'all' || flow.named.includes(keyId);

/** Every object that was there and was not named for deletion is there, unchanged. */
const nothingIsLost: Law = (evidence) => {
  const there = new Set(evidence.after.objects.map(({ identity }) => identity));
  const lost = evidence.before.objects.filter(
    ({ identity, keyId }) => !there.has(identity) && !isNamed(evidence, keyId),
  );
  return lost.length === 0 ? null : `lost ${lost.map(({ kind, keyId }) => `${kind} ${keyId}`).join(', ')}`;
};

/** The old access key works, or a new one does. */
const anAccessKeyWorks: Law = (evidence) => {
  const { before, after } = evidence;
  const kept = before.workingKeys.filter((keyId) => !isNamed(evidence, keyId));
  if (kept.length === 0) return null;
  return after.workingKeys.length > 0 && kept.every((keyId) => after.workingKeys.includes(keyId))
    ? null
    : `of ${text(kept)} only ${text(after.workingKeys)} work`;
};

/** There is a user PIN that works: the old one or the new one. A token prepared anew may wait for its PIN and says so. */
const aPinWorks: Law = ({ after, flow, nextStart }) => {
  if (after.pin() !== null) return null;
  const shown = shownApplet(nextStart);
  const toldUnprepared = flow.named === 'all' && shown !== null && (!shown.initialised || !shown.userPin.initialised);
  return toldUnprepared ? null : 'no user PIN fits';
};

/** What is answered as done is done. */
const doneIsDone: Law = ({ answer, after, flow }) =>
  'threw' in answer || !answer.ok || flow.done(after, answer.value) ? null : `answered ${text(answer.value)}`;

const keyIds = (truth: TokenTruth, kinds: readonly string[]): ReadonlySet<string> =>
  new Set(truth.objects.filter(({ kind }) => kinds.includes(kind)).map(({ keyId }) => keyId));

/** What a scan shows of a token is what is there, as far as a session may see. */
function showsTheTruth(report: Result<TokenReport>, truth: TokenTruth): string | null {
  const applet = shownApplet(report);
  if (!truth.initialised) return applet?.initialised ? 'a token that is not prepared is shown as prepared' : null;
  if (!applet) return `the token is not shown: ${text(report)}`;
  const shownCertificates = new Set(applet.certificates.map(({ keyId }) => keyId));
  if (!isDeepStrictEqual(shownCertificates, keyIds(truth, ['certificate'])))
    return `certificates ${text([...shownCertificates])} are shown`;
  const kinds = applet.signedIn ? ['public-key', 'private-key'] : ['public-key'];
  const shownKeys = new Set(applet.keys.map(({ keyId }) => keyId));
  if (!isDeepStrictEqual(shownKeys, keyIds(truth, kinds))) return `keys ${text([...shownKeys])} are shown`;
  if (truth.wrongTries.exact && truth.wrongTries.user === 0 && applet.userPin.tries !== 'untouched')
    return `tries ${applet.userPin.tries} are shown`;
  return null;
}

/** The same client looks again and tells the state as it is. */
const looksAgain: Law = ({ look, after }) => showsTheTruth(look, after);

/** The next start of the program tells the state as it is, every orphan among it. */
const nextStartTellsAll: Law = ({ nextStart, after }) => {
  const shown = showsTheTruth(nextStart, after);
  if (shown) return shown;
  const certified = keyIds(after, ['certificate']);
  const orphans = [...keyIds(after, ['public-key'])].filter((keyId) => !certified.has(keyId));
  const reported = shownApplet(nextStart)?.keys.filter((key) => !key.hasCertificate) ?? [];
  const silent = orphans.filter((keyId) => !reported.some((key) => key.keyId === keyId));
  return silent.length === 0 ? null : `orphans ${text(silent)} are not reported`;
};

/** Who is shown as signed in can sign. */
const signedInMeansSignedIn: Law = ({ signature }) =>
  signature === null || signature.ok ? null : `shown as signed in, and ${text(signature.problem)}`;

/** A scan that a fault befell shows everything or says what it could not read. A token that was pulled is not there. */
const listShowsOrTells: Law = ({ flow, injection, answer, after }) => {
  if (flow.command !== 'scan' || 'threw' in answer || !answer.ok) return null;
  const report = tokenReportSchema.parse(answer.value);
  if (report.libraries.some(({ problem, unreadableSlots }) => problem !== null || unreadableSlots.length > 0))
    return null;
  if (injection.fault === 'pulled' && report.devices.length === 0) return null;
  return showsTheTruth({ ok: true, value: report }, after);
};

export const laws = {
  'answers from the catalogue': answersFromTheCatalogue,
  'spends only clicked tries': spendsOnlyClickedTries,
  'no login by itself': noLoginByItself,
  'nothing is lost': nothingIsLost,
  'an access key works': anAccessKeyWorks,
  'a PIN works': aPinWorks,
  'done is done': doneIsDone,
  'looks again': looksAgain,
  'the next start tells all': nextStartTellsAll,
  'signed in means signed in': signedInMeansSignedIn,
  'a list shows or tells': listShowsOrTells,
} as const satisfies Record<string, Law>;
