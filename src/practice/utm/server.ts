import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import * as answers from './answers.ts';
import { issueKey } from './key-issue.ts';
import type { StandInUtm } from './stand-in-utm.ts';

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
const emptyList = xml('<?xml version="1.0" encoding="UTF-8" standalone="no"?><A></A>');

type Page = (utm: StandInUtm, query: URLSearchParams) => Answer | Promise<Answer>;

const pages: Readonly<Record<string, Page>> = {
  '/': (utm) => html(answers.homePage(utm.view())),
  '/info/version': () => plain(answers.build),
  '/api/info/list': (utm) => {
    const before = utm.view();
    utm.signIn(before, false);
    const { contour } = utm.folder.options();
    const isInForce = utm.isInForce.bind(utm);
    return json(answers.infoList({ ...utm.view(), contour, database: utm.folder.database(), isInForce }));
  },
  '/diagnosis': (utm) => xml(answers.diagnosis(utm.view().rsa)),
  '/api/rsa/orginfo': (utm) => {
    const { rsa } = utm.view();
    return rsa === null ? noCertificate : json(answers.rsaOrginfo(rsa));
  },
  '/api/gost/orginfo': (utm) => {
    const { gost } = utm.view();
    return gost === null ? noCertificate : json(answers.gostOrginfo(gost));
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
    return refusal === null ? plain('') : { status: 500, type: 'text/plain;charset=UTF-8', body: refusal };
  },
  '/opt/in': () => emptyList,
  '/opt/out': () => emptyList,
};

/** `null`: no answer at all. */
async function answerTo(utm: StandInUtm, request: IncomingMessage): Promise<Answer | null> {
  if (utm.folder.options().mute) return null;
  if (request.method !== 'GET') return { ...notFound, status: 405 };
  const url = new URL(request.url ?? '/', 'http://utm');
  return (await pages[url.pathname]?.(utm, url.searchParams)) ?? notFound;
}

function send(response: ServerResponse, { status, type, body }: Answer): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}

/** The local HTTP interface of the stand-in UTM, with the wire shapes of a real one. */
export function createUtmServer(utm: StandInUtm): Server {
  return createServer((request, response) => {
    answerTo(utm, request).then(
      (answer) => answer !== null && send(response, answer),
      (error: unknown) => send(response, { status: 500, type: 'text/plain;charset=UTF-8', body: String(error) }),
    );
  });
}
