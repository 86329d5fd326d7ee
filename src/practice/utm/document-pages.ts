import type { Box, StoredDocument } from './document-store.ts';
import type { StandInUtm } from './stand-in-utm.ts';

/** What a page about documents says. */
export type DocumentPage = { readonly kind: 'xml' | 'json'; readonly body: string } | { readonly kind: 'absent' };

const head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';
const absent: DocumentPage = { kind: 'absent' };
const xml = (body: string): DocumentPage => ({ kind: 'xml', body });

const attribute = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);

function urlOf(host: string, box: Box, { id, docType, replyId }: StoredDocument): string {
  const reply = replyId === null ? '' : ` replyId="${attribute(replyId)}"`;
  return `<url${reply}>http://${attribute(host)}/opt/${box}/${docType}/${id}</url>`;
}

const listOf = (host: string, box: Box, documents: readonly StoredDocument[]): DocumentPage =>
  xml(`${head}<A>${documents.map((document) => urlOf(host, box, document)).join('')}<ver>2</ver></A>`);

interface Question {
  readonly utm: StandInUtm;
  readonly host: string;
  readonly query: URLSearchParams;
  /** What the parentheses of the path's pattern hold. */
  readonly parts: readonly string[];
}

interface Row {
  readonly method: 'GET' | 'DELETE';
  readonly path: RegExp;
  answer(question: Question): DocumentPage;
}

function outList({ utm, host, query, parts: [type] }: Question): DocumentPage {
  const replyId = query.get('replyId');
  const found = utm.documents
    .all('out')
    .filter((document) => type === undefined || document.docType === type)
    .filter((document) => replyId === null || document.replyId === replyId);
  return listOf(host, 'out', found);
}

function found({ utm, parts: [type, id] }: Question): StoredDocument | null {
  const document = utm.documents.find('out', Number(id));
  return document?.docType === type ? document : null;
}

const boxOf = (word: string | undefined): Box => (word === 'in' ? 'in' : 'out');

const wholeNumber = (text: string | null, usual: number): number =>
  /^\d{1,9}$/.test(text ?? '') ? Number(text) : usual;

/** `GET /api/db/in/list?offset&limit` and its like for what came. */
function databaseList({ utm, query, parts: [box] }: Question): DocumentPage {
  const all = utm.documents.all(boxOf(box));
  const offset = wholeNumber(query.get('offset'), 0);
  const rows = all
    .slice(offset, offset + wholeNumber(query.get('limit'), 20))
    .map(({ id, uuid, docType, at, sent, replyId }) => ({ id, uuid, docType, date: at, sent, replyId }));
  return { kind: 'json', body: JSON.stringify({ rows, total: all.length }) };
}

/** The exchange of documents on the wire (docs/sources.md, UTM); which of them is asked first matters. */
const table: readonly Row[] = [
  { method: 'GET', path: /^\/opt\/in$/, answer: ({ utm, host }) => listOf(host, 'in', utm.documents.unsent()) },
  { method: 'GET', path: /^\/opt\/out$/, answer: outList },
  {
    method: 'GET',
    path: /^\/opt\/out\/total$/,
    answer: ({ utm }) => xml(`${head}<A><total>${utm.documents.all('out').length}</total></A>`),
  },
  { method: 'GET', path: /^\/opt\/out\/(\w+)$/, answer: outList },
  {
    method: 'GET',
    path: /^\/opt\/out\/(\w+)\/(\d{1,9})$/,
    answer: (question) => {
      const document = found(question);
      return document === null ? absent : xml(document.xml);
    },
  },
  {
    method: 'DELETE',
    path: /^\/opt\/out\/(\w+)\/(\d{1,9})$/,
    answer: (question) => {
      const document = found(question);
      if (document === null) return absent;
      question.utm.documents.remove('out', document.id);
      return xml('');
    },
  },
  { method: 'GET', path: /^\/api\/db\/(in|out)\/list$/, answer: databaseList },
  {
    method: 'GET',
    path: /^\/api\/db\/(in|out)\/(\d{1,9})$/,
    answer: ({ utm, parts: [box, id] }) => {
      const document = utm.documents.find(boxOf(box), Number(id));
      return document === null ? absent : xml(document.xml);
    },
  },
];

/** The answer to a question about documents; `null`: it is none. */
export function documentPage(
  utm: StandInUtm,
  { method, url, host }: { readonly method: string; readonly url: URL; readonly host: string },
): DocumentPage | null {
  for (const { method: wanted, path, answer } of table) {
    const match = wanted === method ? path.exec(url.pathname) : null;
    if (match !== null) return answer({ utm, host, query: url.searchParams, parts: match.slice(1) });
  }
  return null;
}
