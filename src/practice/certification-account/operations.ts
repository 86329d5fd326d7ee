import { codeRequestSchema, signInSchema } from '../../egais/certification-authority/wire.ts';
import { safely } from '../../shared/safely.ts';
import type { Call, Operation } from '../http-service/operation.ts';
import { pageOf } from '../http-service/pages.ts';
import { type Reply, reply } from '../http-service/reply.ts';
import { applicationRow, issueOf } from './applications.ts';
import { applicationIn, readCertificate, requestCertificate } from './issue.ts';
import { paperPdf, papersOf } from './papers.ts';
import { refuse } from './refusals.ts';
import type { PhoneSession, StandInAuthority } from './stand-in-authority.ts';

type AuthorityOperation = Operation<StandInAuthority, PhoneSession>;
type Handling = (authority: StandInAuthority, call: Call) => Reply;
type SignedInHandling = Extract<AuthorityOperation, { open: false }>['handle'];

const sendCode: Handling = ({ folder, codes }, { body, now }) => {
  const parsed = safely(codeRequestSchema, body);
  if (!parsed.success) return refuse('MALFORMED_REQUEST');
  const { phone } = parsed.data;
  const { code: rules, phones } = folder.options();
  if (phones.known !== null && !phones.known.includes(phone)) return refuse('PHONE_UNKNOWN');
  if (phones.locked.includes(phone) || codes.isLocked(phone)) return refuse('PHONE_LOCKED');
  const retryAfterSeconds = codes.waitFor(phone, rules.resendAfterSeconds, now);
  if (retryAfterSeconds > 0) {
    const headers = { 'retry-after': String(retryAfterSeconds) };
    return refuse('CODE_TOO_SOON', { headers, facts: { retryAfterSeconds } });
  }
  const { id, code } = codes.make(phone, rules.seconds, rules.tries, now);
  folder.send([{ phone, at: now.toISOString(), text: `Код подтверждения: ${code}` }]);
  const { seconds: expiresInSeconds, resendAfterSeconds, tries: triesLeft } = rules;
  return reply(201, { id, expiresInSeconds, resendAfterSeconds, triesLeft });
};

const createSession: Handling = ({ folder, codes, sessions }, { body, now }) => {
  const parsed = safely(signInSchema, body);
  if (!parsed.success) return refuse('MALFORMED_REQUEST');
  const tried = codes.take(parsed.data.codeId, parsed.data.code, now);
  switch (tried.kind) {
    case 'unknown':
      return refuse('CODE_UNKNOWN');
    case 'expired':
      return refuse('CODE_EXPIRED');
    case 'locked':
      return refuse('PHONE_LOCKED');
    case 'wrong': {
      const { triesLeft } = tried;
      return refuse('CODE_WRONG', { own: `Код не подошёл. Осталось попыток: ${triesLeft}.`, facts: { triesLeft } });
    }
    case 'good': {
      const { sessionSeconds: expiresInSeconds } = folder.options();
      return reply(201, { token: sessions.open({ phone: tried.phone }, expiresInSeconds, now), expiresInSeconds });
    }
  }
};

/** What is asked of one application, with whether it has its certificate. */
const ofApplication =
  (answer: (application: NonNullable<ReturnType<typeof applicationIn>>, issued: boolean, call: Call) => Reply) =>
  (authority: StandInAuthority, call: Call): Reply => {
    const application = applicationIn(authority, call.parameters[0]);
    if (application === undefined) return refuse('APPLICATION_NOT_FOUND');
    const { unforeseen } = authority.folder.options().issue;
    return answer(application, issueOf(application, unforeseen, call.now).state === 'ready', call);
  };

const listPapers = ofApplication((_application, issued) =>
  reply(200, { rows: papersOf(issued).map(({ id, name, need }) => ({ id, name, need })) }),
);

const readPaper = ofApplication((application, issued, { parameters }) => {
  const paper = papersOf(issued).find(({ id }) => id === parameters[1]);
  if (paper === undefined) return refuse('PAPER_NOT_FOUND');
  const content = Buffer.from(paperPdf(paper, application)).toString('base64');
  return reply(200, { id: paper.id, name: paper.name, content });
});

const small = 64 * 1024;

const get = (id: string, path: RegExp, handle: SignedInHandling): AuthorityOperation => ({
  id,
  method: 'GET',
  path,
  bodyLimit: 0,
  open: false,
  handle,
});
const openPost = (id: string, path: RegExp, handle: Handling): AuthorityOperation => ({
  id,
  method: 'POST',
  path,
  bodyLimit: small,
  open: true,
  handle,
});

/** Every operation of docs/certification-account-openapi.yaml, and no other. */
export const operations: readonly AuthorityOperation[] = [
  openPost('sendCode', /^\/v1\/codes$/, sendCode),
  openPost('createSession', /^\/v1\/sessions$/, createSession),
  get('listApplications', /^\/v1\/applications$/, ({ folder }, { query, now }) =>
    pageOf(
      folder.applications(),
      query,
      (application) => applicationRow(application, folder.options().issue.unforeseen, now),
      refuse,
    ),
  ),
  get('readApplication', /^\/v1\/applications\/([^/]{1,64})$/, (authority, { parameters, now }) => {
    const application = applicationIn(authority, parameters[0]);
    if (application === undefined) return refuse('APPLICATION_NOT_FOUND');
    return reply(200, applicationRow(application, authority.folder.options().issue.unforeseen, now));
  }),
  {
    id: 'requestCertificate',
    method: 'POST',
    path: /^\/v1\/applications\/([^/]{1,64})\/request$/,
    bodyLimit: small,
    open: false,
    handle: (authority, call) => authority.issuing.run(() => requestCertificate(authority, call)),
  },
  get('readCertificate', /^\/v1\/applications\/([^/]{1,64})\/certificate$/, readCertificate),
  get('listPapers', /^\/v1\/applications\/([^/]{1,64})\/papers$/, listPapers),
  get('readPaper', /^\/v1\/applications\/([^/]{1,64})\/papers\/([^/]{1,64})$/, readPaper),
];
