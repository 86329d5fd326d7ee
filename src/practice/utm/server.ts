import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as answers from './answers.ts';
import { type DocumentPage, documentPage } from './document-pages.ts';
import { receiveDocument, sentDocType } from './documents.ts';
import { exchangeDocuments } from './exchange.ts';
import { issueKey } from './key-issue.ts';
import { keyPageFiles, rolesOnPage, takesMchd } from './key-page.ts';
import { receiveMchd } from './mchd-upload.ts';
import { noQualifiedCertificate, type StandInUtm } from './stand-in-utm.ts';

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

const ok =
  (type: string) =>
  (body: string): Answer => ({ status: 200, type, body });
const json = (value: unknown): Answer => ok('application/json;charset=UTF-8')(JSON.stringify(value));
const xml = ok('application/xml;charset=UTF-8');
const plain = ok('text/plain;charset=UTF-8');
const html = ok('text/html;charset=UTF-8');
const noCertificate: Answer = json({ success: false });
const notFound: Answer = { status: 404, type: 'text/plain', body: '' };

const refused = (words: string): Answer => ({ status: 500, type: 'text/plain;charset=UTF-8', body: words });

type Page = (utm: StandInUtm, query: URLSearchParams) => Answer | Promise<Answer>;
type Upload = (utm: StandInUtm, request: IncomingMessage) => Promise<Answer>;

const pages: Readonly<Record<string, Page>> = {
  '/': (utm) => html(answers.homePage({ ...utm.view(), build: utm.folder.options().build })),
  '/info/version': (utm) => plain(utm.folder.options().build),
  '/api/info/list': (utm) => {
    const before = utm.view();
    utm.signIn(before, false);
    const { contour, told } = utm.folder.options();
    const isInForce = utm.isInForce.bind(utm);
    return json(answers.infoList({ ...utm.view(), contour, database: utm.folder.database(), isInForce, told }));
  },
  '/diagnosis': (utm) => xml(answers.diagnosis(utm.view().rsa)),
  '/api/rsa/orginfo': (utm) => {
    const { rsa } = utm.view();
    const { subject } = utm.folder.options().told.rsa;
    return rsa === null || !subject ? noCertificate : json(answers.rsaOrginfo(rsa));
  },
  '/api/gost/orginfo': (utm) => {
    const { gost } = utm.view();
    const { subject } = utm.folder.options().told.gost;
    return gost === null || !subject ? noCertificate : json(answers.gostOrginfo(gost));
  },
  '/api/certificate/RSA': (utm) => {
    const { rsa } = utm.view();
    return rsa === null ? noCertificate : plain(answers.javaCertificate(rsa));
  },
  '/api/rsa': (utm) => {
    const view = utm.view();
    return json(answers.placeList(utm.places(view), view.ownerId));
  },
  '/api/rsa/keygen': async (utm, query) => {
    const refusal = await issueKey(utm, query);
    if (refusal === null) exchangeDocuments(utm);
    return refusal === null ? plain('') : refused(refusal);
  },
  '/practice/roles': (utm) => {
    const roles = rolesOnPage(utm);
    return roles === null ? refused(noQualifiedCertificate) : json(roles);
  },
};

/** What the stand-in's own page sends, and no real UTM takes. */
const uploads: Readonly<Record<string, Upload>> = {
  '/practice/mchd': async (utm, request) => {
    if (!takesMchd(utm.folder.options().build)) return notFound;
    const answer = await receiveMchd(utm, request);
    return answer.accepted ? json({ inns: answer.principals }) : refused(answer.refusal);
  },
};

const keyPage = (utm: StandInUtm, path: string): Answer | null => {
  const file = utm.folder.options().keyPage ? keyPageFiles[path] : undefined;
  return file === undefined ? null : ok(file.type)(file.body);
};

const aboutDocuments = (page: DocumentPage): Answer => {
  if (page.kind === 'absent') return notFound;
  return page.kind === 'xml' ? xml(page.body) : ok('application/json;charset=UTF-8')(page.body);
};

async function answerToPost(utm: StandInUtm, request: IncomingMessage, url: URL): Promise<Answer> {
  const docType = sentDocType(url);
  if (docType !== null) {
    return { ...(await receiveDocument(utm, docType, request)), type: 'application/xml;charset=UTF-8' };
  }
  return (await uploads[url.pathname]?.(utm, request)) ?? { ...notFound, status: 405 };
}

/** `null`: no answer at all. */
async function answerTo(utm: StandInUtm, request: IncomingMessage): Promise<Answer | null> {
  const { mute, stranger } = utm.folder.options();
  if (mute) return null;
  if (stranger !== null) return html(stranger);
  const { method = '', headers } = request;
  const url = new URL(request.url ?? '/', 'http://utm');
  if (method === 'POST') return answerToPost(utm, request, url);
  const page = documentPage(utm, { method, url, host: headers.host ?? 'localhost:8080' });
  if (page !== null) return aboutDocuments(page);
  if (method !== 'GET') return { ...notFound, status: 405 };
  return (await pages[url.pathname]?.(utm, url.searchParams)) ?? keyPage(utm, url.pathname) ?? notFound;
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  const headers = {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'content-security-policy': "default-src 'self'",
  };
  response.writeHead(status, headers).end(body);
}

/** The local HTTP interface of the stand-in UTM, with the wire shapes of a real one. */
export function createUtmServer(utm: StandInUtm): Server {
  return createServer((request, response) => {
    const { method = '', url: path = '' } = request;
    const answer = (given: Answer): void => {
      const { status, body } = given;
      utm.folder.journal.access({ method, path, status, size: Buffer.byteLength(body) });
      send(response, given);
    };
    answerTo(utm, request).then(
      (given) => given !== null && answer(given),
      (error: unknown) => answer({ status: 500, type: 'text/plain;charset=UTF-8', body: String(error) }),
    );
  });
}
