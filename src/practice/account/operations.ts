import { signInStatement } from '../../egais/account/sign-in-statement.ts';
import { challengeRequestSchema, signInSchema } from '../../egais/account/wire.ts';
import { safely } from '../../shared/safely.ts';
import type { Call, Operation } from '../http-service/operation.ts';
import { pageOf } from '../http-service/pages.ts';
import { type Reply, reply } from '../http-service/reply.ts';
import type { PlaceRow } from '../utm/utm-folder.ts';
import type { OperationId } from './account-folder.ts';
import { contractorsOf, enterContractor, readContractor, settleEntered } from './contractors.ts';
import { readAccessKey, requestAccessKey } from './key-issue.ts';
import { refuse } from './refusals.ts';
import type { Session } from './sessions.ts';
import { signerOf } from './signer.ts';
import type { StandInAccount } from './stand-in-account.ts';

type AccountOperation = Operation<StandInAccount, Session>;
type Handling = (account: StandInAccount, call: Call) => Reply;
type SignedInHandling = Extract<AccountOperation, { open: false }>['handle'];

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
  return reply(201, {
    token: account.sessions.open({ certificate: signer.certificate }, expiresInSeconds, now),
    expiresInSeconds,
  });
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

const get = (id: OperationId, path: RegExp, handle: SignedInHandling): AccountOperation => ({
  id,
  method: 'GET',
  path,
  bodyLimit: 0,
  open: false,
  handle,
});

/** Every operation of docs/account-openapi.yaml, and no other. */
export const operations: readonly AccountOperation[] = [
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
    return pageOf(account.placesOf(session), query, subdivision, refuse);
  }),
  get('listContractors', /^\/v1\/contractors$/, (account, { session, query, now }) =>
    pageOf(contractorsOf(account, session, now), query, (row) => row, refuse),
  ),
  {
    id: 'enterContractor',
    method: 'POST',
    path: /^\/v1\/contractors$/,
    bodyLimit: small,
    open: false,
    handle: (account, { session, body, now }) => enterContractor(account, session, body, now),
  },
  get('readContractor', /^\/v1\/contractors\/([^/]{1,64})$/, (account, { session, parameters: [id = ''], now }) =>
    readContractor(account, session, id, now),
  ),
  {
    id: 'requestAccessKey',
    method: 'POST',
    path: /^\/v1\/access-keys$/,
    bodyLimit: withFiles,
    open: false,
    handle: (account, call) => account.issuing.run(() => requestAccessKey(account, call)),
  },
  get('readAccessKey', /^\/v1\/access-keys\/([^/]{1,64})$/, (account, { session, parameters: [id = ''], now }) =>
    readAccessKey(account, session, id, now),
  ),
];
