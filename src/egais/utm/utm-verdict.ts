import type { ActionId } from '../../shared/actions.ts';
import type { UtmState, UtmVerdictId } from '../../shared/domain/utm.ts';
import * as answer from './answer-signs.ts';
import * as computer from './computer-signs.ts';
import type { UtmFacts } from './utm-facts.ts';

interface Rule {
  readonly id: UtmVerdictId;
  readonly when: (facts: UtmFacts) => boolean;
}

const whenSilent = (id: UtmVerdictId, when: Rule['when']): Rule => ({
  id,
  when: (facts) => computer.isSilent(facts) && when(facts),
});

/** Asked of a UTM that has told what `GET /api/info/list` tells. */
const whenTold = (id: UtmVerdictId, when: (facts: answer.Answered) => boolean): Rule => ({
  id,
  when: (facts) => facts.info !== null && when({ ...facts, info: facts.info }),
});

const isOld = (build: string): boolean => /^[0-3]\./.test(build);

const serviceIsDisabled = (facts: UtmFacts): boolean =>
  computer.isStopped(facts) && facts.computer?.service?.start === 'disabled';

/**
 * First match wins; the order is that in which troubles hide each other, as a project that tends many UTMs has it
 * (docs/sources.md, UTM). Ours are: a refused PIN goes before all that invites to a start, because every start spends a
 * try; another program at the port and a start that failed go before the service that stopped of them; the split of the
 * database mismatch into a foreign database and a foreign token.
 */
const rules: readonly Rule[] = [
  { id: 'not-installed', when: (facts) => facts.reachability !== 'answering' && facts.computer?.installed === false },
  { id: 'pin-locked', when: computer.hasFailed('pin-locked') },
  { id: 'pin-refused', when: computer.hasFailed('pin-refused') },
  { id: 'pin-missing', when: computer.hasFailed('pin-missing') },
  { id: 'other-program', when: (facts) => facts.reachability === 'other-program' },
  whenSilent('disabled', serviceIsDisabled),
  whenSilent('port-taken', computer.hasFailed('port-taken')),
  whenSilent('database-locked', computer.hasFailed('database-locked')),
  whenSilent('registered-wrongly', computer.hasFailed('registered-wrongly')),
  whenSilent('files-missing', computer.hasFailed('files-missing')),
  whenSilent('stopped', computer.isStopped),
  whenSilent('coming-up', computer.isComingUp),
  whenSilent('start-stuck', computer.isStuck),
  { id: 'silent', when: computer.isSilent },
  { id: 'outdated', when: ({ build }) => build !== null && isOld(build) },
  { id: 'starting', when: ({ info }) => info === null },
  whenTold('wrong-token', answer.tokenIsForeign),
  whenTold('foreign-database', answer.databaseIsForeign),
  whenTold('token-unreadable', answer.mismatchIsHearsay),
  whenTold('needs-access-key', (facts) => answer.rsaIsUnreadable(facts) && answer.gostIsReadable(facts)),
  whenTold('token-unreadable', answer.rsaIsUnreadable),
  whenTold('wrong-token', answer.keyIsOfAnotherPlace),
  whenTold('wrong-contour', answer.contoursDiffer),
  whenTold('access-key-revoked', ({ info }) => info.rsa.validity === 'revoked'),
  whenTold('access-key-invalid', ({ info }) => info.rsa.validity !== 'valid'),
  whenTold('qualified-certificate-invalid', answer.gostIsInvalid),
  whenTold('token-unreadable', answer.gostIsUnreadable),
  // The database is bound at the first success of a new key.
  whenTold('starting', ({ info }) => info.database.ownerId === null),
  { id: 'signature-renewed', when: computer.signatureIsRenewed },
  { id: 'signing-broken', when: computer.signingIsBroken },
  { id: 'signing-fails', when: computer.signingFails },
  { id: 'exchange-stale', when: computer.exchangeIsStale },
  whenTold('cheques-unsent', ({ info }) => info.unsentChequesSince !== null),
];

/** What invites to a start is never offered where a start spends a try of a PIN. */
const actions: Readonly<Record<UtmVerdictId, readonly ActionId[]>> = {
  'not-installed': ['open-utm-download-page', 'check-again'],
  'pin-locked': ['check-again', 'open-rutoken-page', 'open-jacarta-page', 'copy-details'],
  'pin-refused': ['check-again', 'copy-details'],
  'pin-missing': ['check-again', 'copy-details'],
  'other-program': ['check-again', 'copy-details'],
  disabled: ['start-utm-service', 'check-again'],
  'port-taken': ['check-again', 'copy-details'],
  'database-locked': ['check-again', 'copy-details'],
  'registered-wrongly': ['check-again', 'open-utm-download-page', 'copy-details'],
  'files-missing': ['open-utm-download-page', 'check-again', 'copy-details'],
  stopped: ['start-utm-service', 'check-again'],
  'coming-up': ['check-again'],
  'start-stuck': ['check-again', 'save-diagnostics', 'copy-details'],
  silent: ['check-again', 'open-utm-download-page', 'save-diagnostics'],
  outdated: ['open-utm-download-page', 'check-again'],
  starting: ['check-again', 'open-utm-home'],
  'foreign-database': ['check-again', 'open-utm-home', 'copy-details'],
  'needs-access-key': ['check-again', 'open-utm-home'],
  'token-unreadable': ['check-again', 'open-utm-home'],
  'wrong-token': ['check-again', 'choose-another-token', 'open-utm-home'],
  'wrong-contour': ['check-again', 'open-utm-download-page'],
  'access-key-revoked': ['check-again', 'open-utm-home'],
  'access-key-invalid': ['check-again', 'open-utm-home'],
  'qualified-certificate-invalid': ['check-again', 'open-utm-home'],
  'signature-renewed': ['open-utm-home', 'check-again'],
  'signing-broken': ['check-again', 'open-rutoken-page', 'open-jacarta-page'],
  'signing-fails': ['check-again', 'open-utm-home', 'copy-details'],
  'exchange-stale': ['check-again', 'open-utm-home', 'copy-details'],
  'cheques-unsent': ['check-again', 'open-utm-home'],
  working: ['open-utm-home'],
};

const longestWords = 60;

/** What is to be said of a UTM, and what can be done about it. Pure; a licence flag never speaks against it. */
export function utmVerdict(facts: UtmFacts): UtmState['verdict'] {
  const id = rules.find((rule) => rule.when(facts))?.id ?? 'working';
  const { info } = facts;
  const post = facts.computer?.lastPost;
  return {
    id,
    healthy: id === 'working',
    values: {
      url: facts.url,
      build: facts.build ?? '—',
      fsrarId: info?.ownerId ?? '—',
      databaseFsrarId: info?.database.ownerId ?? '—',
      expectedFsrarId: facts.expectedFsrarId ?? '—',
      contour: info?.contour ?? '—',
      issuer: info?.rsa.issuer ?? '—',
      step: computer.startStep(facts),
      steps: computer.startSteps,
      minutes: Math.max(0, Math.floor((computer.withoutExchange(facts) ?? 0) / 60_000)),
      status: post?.status ?? '—',
      size: post?.size ?? '—',
      cheques: info?.unsentChequesSince?.slice(0, longestWords) ?? '—',
    },
    actions: [...actions[id]],
  };
}
