import { signInStatement } from '../../egais/account/sign-in-statement.ts';
import { challengeRequestSchema, signInSchema } from '../../egais/account/wire.ts';
import { safely } from '../../shared/safely.ts';
import type { PlaceRow } from '../utm/utm-folder.ts';
import type { Failure, OperationId } from './account-folder.ts';
import { contractorsOf, enterContractor, readContractor, settleEntered } from './contractors.ts';
import { readAccessKey, requestAccessKey } from './key-issue.ts';
import { pageOf } from './pages.ts';
import { type Reply, refuse, reply } from './refusals.ts';
import type { Session } from './sessions.ts';
import { signerOf } from './signer.ts';
import type { StandInAccount } from './stand-in-account.ts';

/** One call, as far as it was read before anybody asked who calls. */
interface Call {
  /** What stands in the path where the operation has a name in braces. */
  readonly parameter: string;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly idempotencyKey: string | undefined;
  readonly failure: Failure | undefined;
  readonly now: Date;
}

type Handling = (account: StandInAccount, call: Call) => Reply | Promise<Reply>;
type SignedInHandling = (account: StandInAccount, call: Call & { readonly session: Session }) => Reply | Promise<Reply>;

interface Route {
  readonly id: OperationId;
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  /** Bytes that a body may have; 0: none is read. */
  readonly bodyLimit: number;
}

/** An operation of the contract; `open` ones are for everybody. */
export type Operation = Route &
  ({ readonly open: true; readonly handle: Handling } | { readonly open: false; readonly handle: SignedInHandling });

const createChallenge: Handling = (account, { body, now }) => {
  if (!safely(challengeRequestSchema, body).success) return refuse('MALFORMED_REQUEST');
  const { challengeSeconds } = account.folder.options();
  return reply(201, account.sessions.challenge(challengeSeconds, now));
};

const createSession: Handling = (account, { body, now }) => {
  const parsed = safely(signInSchema, body);
  if (!parsed.success) return refuse('MALFORMED_REQUEST');
  const { challengeId: id, signature } = parsed.data;
  const nonce = account.sessions.take(id, now);
  if (nonce === null) return refuse('CHALLENGE_UNKNOWN');
  const statement = signInStatement(account.origin, { id, nonce });
  const signer = signerOf(Buffer.from(signature, 'base64'), statement, account.trusted, now);
  if (!signer.ok) return refuse(signer.code);
  const { sessionSeconds: expiresInSeconds } = account.folder.options();
  return reply(201, { token: account.sessions.open(signer.certificate, expiresInSeconds, now), expiresInSeconds });
};

const subdivision = (row: PlaceRow): unknown => ({
  fsrarId: row.Owner_ID,
  rowId: row.ID,
  fullName: row.Full_Name,
  shortName: row.Short_Name,
  inn: row.INN,
  kpp: row.KPP === '' ? null : row.KPP,
  regionCode: row.Region_Code,
  address: row.Fact_Address,
  legalAddress: row.Dejure_Address,
});

const small = 256 * 1024;
/** Two files of 15 MiB in base64, and what is around them. */
const withFiles = 42 * 1024 * 1024;

const get = (id: OperationId, path: RegExp, handle: SignedInHandling): Operation => ({
  id,
  method: 'GET',
  path,
  bodyLimit: 0,
  open: false,
  handle,
});

/** Every operation of docs/account-openapi.yaml, and no other. */
export const operations: readonly Operation[] = [
  {
    id: 'createChallenge',
    method: 'POST',
    path: /^\/v1\/challenges$/,
    bodyLimit: small,
    open: true,
    handle: createChallenge,
  },
  {
    id: 'createSession',
    method: 'POST',
    path: /^\/v1\/sessions$/,
    bodyLimit: small,
    open: true,
    handle: createSession,
  },
  get('listSubdivisions', /^\/v1\/subdivisions$/, (account, { session, query, now }) => {
    settleEntered(account, now);
    return pageOf(account.placesOf(session), query, subdivision);
  }),
  get('listContractors', /^\/v1\/contractors$/, (account, { session, query, now }) =>
    pageOf(contractorsOf(account, session, now), query, (row) => row),
  ),
  {
    id: 'enterContractor',
    method: 'POST',
    path: /^\/v1\/contractors$/,
    bodyLimit: small,
    open: false,
    handle: (account, { session, body, now }) => enterContractor(account, session, body, now),
  },
  get('readContractor', /^\/v1\/contractors\/([^/]{1,64})$/, (account, { session, parameter, now }) =>
    readContractor(account, session, parameter, now),
  ),
  {
    id: 'requestAccessKey',
    method: 'POST',
    path: /^\/v1\/access-keys$/,
    bodyLimit: withFiles,
    open: false,
    handle: (account, call) => account.oneAtATime(() => requestAccessKey(account, call)),
  },
  get('readAccessKey', /^\/v1\/access-keys\/([^/]{1,64})$/, (account, { session, parameter, now }) =>
    readAccessKey(account, session, parameter, now),
  ),
];
