import { randomBytes, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { formOf, readBody } from './request-body.ts';
import type { StandInUtm, UtmView } from './stand-in-utm.ts';

/** What a document is answered with. */
interface DocumentAnswer {
  readonly status: number;
  readonly body: string;
}

const largestDocument = 16 * 1024 * 1024;

const head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';

/** Where a document goes on its way to the agency, its type at the end; a till sends its cheques to another place. */
const documentsPath = '/opt/in';
const incoming: readonly RegExp[] = [new RegExp(`^${documentsPath}/(\\w{1,80})$`), /^\/(xml)$/];

/** The type of the document that is sent to a path; `null`: none is taken there. */
export function sentDocType({ pathname, searchParams }: URL): string | null {
  const type = incoming.map((path) => path.exec(pathname)?.[1]).find((part) => part !== undefined);
  if (type !== 'xml') return type ?? null;
  return /^\w{1,80}$/.exec(searchParams.get('type') ?? '')?.[0] ?? 'Cheque';
}

/** An answer of so many bytes: of the refusals of a real UTM only the sense and the size are known. */
function refusalOf(words: string, size: number): DocumentAnswer {
  const [begin, end] = [`${head}<A><error>${words}`, '</error></A>'];
  return { status: 500, body: `${begin}${' '.repeat(Math.max(0, size - Buffer.byteLength(begin + end)))}${end}` };
}

const renewed = refusalOf('ГОСТ сертификат не соответствует RSA сертификату', 362);
const broken: DocumentAnswer = { status: 500, body: 'CKR_SESSION_HANDLE_INVALID'.padEnd(89) };

/** An access key is tied to the signature it was issued with (docs/sources.md, UTM). */
const isOlder = ({ rsa, gost }: UtmView): boolean =>
  rsa !== null && gost !== null && rsa.certificate.notBefore < gost.certificate.notBefore;

/** Signs a document, or says why not; the signature is made up. `uuid` is what the document is known by from now on. */
function sign(utm: StandInUtm, uuid: string): DocumentAnswer {
  const { documents } = utm.folder.options();
  if (documents === 'signing-broken') return broken;
  const view = utm.view();
  if (documents === 'signature-renewed' && isOlder(view)) return renewed;
  if (view.rsaError !== null) return refusalOf(view.rsaError, 0);
  const url = `<url>${uuid}</url>`;
  return { status: 200, body: `${head}<A>${url}<sign>${randomBytes(64).toString('hex')}</sign><ver>2</ver></A>` };
}

/** Takes a document as accounting software sends it: a multipart form with the file `xml_file`. */
export async function receiveDocument(
  utm: StandInUtm,
  docType: string,
  request: IncomingMessage,
): Promise<DocumentAnswer> {
  const body = await readBody(request, largestDocument);
  const form = body && (await formOf(request, body).catch(() => null));
  const file = form?.get('xml_file');
  if (!(file instanceof File)) return { status: 400, body: `${head}<A><error>xml_file</error></A>` };
  const xml = await file.text();
  const uuid = randomUUID();
  const answer = sign(utm, uuid);
  if (answer.status === 200) {
    utm.documents.add('in', { uuid, docType, at: new Date().toISOString(), sent: false, replyId: null, xml });
  }
  return answer;
}

/** The shop's till, which asks something of its own where documents have a story to tell. */
export function tillSends(utm: StandInUtm): void {
  if (utm.folder.options().documents === 'signed') return;
  const { status, body } = sign(utm, randomUUID());
  const path = `${documentsPath}/QueryClients_v2`;
  utm.folder.journal.access({ method: 'POST', path, status, size: Buffer.byteLength(body) });
}
