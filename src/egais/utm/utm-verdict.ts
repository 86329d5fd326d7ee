import type { ActionId } from '../../shared/actions.ts';
import type { UtmInfo, UtmState, UtmVerdictId } from '../../shared/domain/utm.ts';

/** All that a verdict looks at. */
export interface UtmFacts {
  readonly url: string;
  readonly reachability: UtmState['reachability'];
  /** Build as `GET /info/version` prints it, `null` when it did not answer. */
  readonly build: string | null;
  /** `null` when `GET /api/info/list` gave nothing that a UTM 4.x gives. */
  readonly info: UtmInfo | null;
  /** FSRAR ID of the place the person chose, `null` when none is chosen yet. */
  readonly expectedFsrarId: string | null;
}

type Answered = UtmFacts & { readonly info: UtmInfo };

// The exact text of a UTM 4.2.0 whose database was created with another access key (docs/sources.md, UTM).
const foreignDatabaseText = /FSRAR_ID .{0,80} не соответствует FSRAR_ID первичной инициализации/;

const contourOfIssuer: Readonly<Record<string, string>> = { 'pki.fsrar.ru': 'prod', 'test.pki.fsrar.ru': 'test' };
const contours: readonly string[] = Object.values(contourOfIssuer);

const saysError = (date: UtmInfo['rsa']['notBefore']): boolean => date.kind === 'text' && /error/i.test(date.text);

const rsaIsUnreadable = ({ rsaError, ownerId, rsa }: UtmInfo): boolean =>
  rsaError !== null || ownerId === null || saysError(rsa.notBefore) || saysError(rsa.notAfter);

const databasesDiffer = ({ ownerId, database }: UtmInfo): boolean =>
  ownerId !== null && database.ownerId !== null && ownerId !== database.ownerId;

/** The database is the chosen place's own: then it is the token that is foreign. */
const databaseIsExpected = ({ info, expectedFsrarId }: Answered): boolean =>
  expectedFsrarId !== null && info.database.ownerId === expectedFsrarId && info.ownerId !== expectedFsrarId;

const contoursDiffer = ({ contour, rsa }: UtmInfo): boolean => {
  const issued = rsa.issuer === null ? undefined : contourOfIssuer[rsa.issuer];
  return contour !== null && contours.includes(contour) && issued !== undefined && issued !== contour;
};

/**
 * The rules on a UTM that answers, first match wins; the order is that in which troubles hide each other.
 * The order is that of a project that tends many UTMs (docs/sources.md, UTM); the split of the database mismatch into
 * a foreign database and a foreign token is ours.
 */
const rules: readonly { readonly id: UtmVerdictId; readonly when: (facts: Answered) => boolean }[] = [
  {
    id: 'wrong-token',
    when: (facts) => databasesDiffer(facts.info) && databaseIsExpected(facts),
  },
  {
    id: 'foreign-database',
    when: ({ info }) => foreignDatabaseText.test(info.rsaError ?? '') || databasesDiffer(info),
  },
  { id: 'needs-access-key', when: ({ info }) => rsaIsUnreadable(info) && info.gost.validity === 'valid' },
  { id: 'token-unreadable', when: ({ info }) => rsaIsUnreadable(info) },
  {
    id: 'wrong-token',
    when: ({ info, expectedFsrarId }) => expectedFsrarId !== null && info.ownerId !== expectedFsrarId,
  },
  { id: 'wrong-contour', when: ({ info }) => contoursDiffer(info) },
  { id: 'access-key-revoked', when: ({ info }) => info.rsa.validity === 'revoked' },
  { id: 'access-key-invalid', when: ({ info }) => info.rsa.validity !== 'valid' },
  {
    id: 'qualified-certificate-invalid',
    when: ({ info }) => info.gost.validity !== 'valid' || saysError(info.gost.notAfter),
  },
  // The database is bound at the first success of a new key.
  { id: 'starting', when: ({ info }) => info.database.ownerId === null },
];

const actions: Readonly<Record<UtmVerdictId, readonly ActionId[]>> = {
  silent: ['check-again', 'open-utm-download-page', 'save-diagnostics'],
  'other-program': ['check-again', 'copy-details'],
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
  working: ['open-utm-home'],
};

const isOld = (build: string): boolean => /^[0-3]\./.test(build);

function judge(facts: UtmFacts): UtmVerdictId {
  const { reachability, build, info } = facts;
  if (reachability !== 'answering') return reachability;
  if (build !== null && isOld(build)) return 'outdated';
  if (info === null) return 'starting';
  return rules.find((rule) => rule.when({ ...facts, info }))?.id ?? 'working';
}

/** What is to be said of a UTM, and what can be done about it. Pure; a licence flag never speaks against it. */
export function utmVerdict(facts: UtmFacts): UtmState['verdict'] {
  const id = judge(facts);
  const { info } = facts;
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
    },
    actions: [...actions[id]],
  };
}
