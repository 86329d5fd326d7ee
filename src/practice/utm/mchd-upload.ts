import type { IncomingMessage } from 'node:http';
import { principalsOf } from './mchd-reading.ts';
import { noQualifiedCertificate, type StandInUtm } from './stand-in-utm.ts';

const mebibyte = 1024 * 1024;
const largestFile = 15 * mebibyte;
/** Both files, and what the form puts around them. */
const largestUpload = 2 * largestFile + mebibyte;

/** The words are the stand-in's own: what a real UTM says in these cases is not publicly known. */
const refusals = {
  tooLarge: 'Размер файла не должен превышать 15МБ',
  noDocument: 'Выберите XML файл с машиночитаемой доверенностью',
  noSignature: 'Выберите файл подписи машиночитаемой доверенности',
  noPrincipal: 'Файл не является машиночитаемой доверенностью организации',
} as const;

/** The power of attorney was taken, for these organisations; or it was not, and these are the words. */
export type MchdAnswer =
  | { readonly accepted: true; readonly principals: readonly string[] }
  | { readonly accepted: false; readonly refusal: string };

const refuse = (refusal: string): MchdAnswer => ({ accepted: false, refusal });

/** `null` when more comes than may. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > largestUpload) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const fileOf = (form: FormData, field: string, names: RegExp): File | null => {
  const value = form.get(field);
  return value instanceof File && names.test(value.name) ? value : null;
};

/**
 * Takes the two files of a power of attorney as the stand-in's own page sends them (multipart form with the fields
 * `document` and `signature`) and remembers for whom the holder of the certificate may act. How a real UTM is sent
 * them is not public.
 */
export async function receiveMchd(utm: StandInUtm, request: IncomingMessage): Promise<MchdAnswer> {
  const body = await readBody(request);
  if (body === null) return refuse(refusals.tooLarge);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(new Uint8Array(body), { headers }).formData();

  const document = fileOf(form, 'document', /\.xml$/i);
  if (document === null) return refuse(refusals.noDocument);
  const signature = fileOf(form, 'signature', /\.(sig|p7s)$/i);
  if (signature === null) return refuse(refusals.noSignature);
  if (document.size > largestFile || signature.size > largestFile) return refuse(refusals.tooLarge);

  const { refusal } = utm.folder.options().mchd;
  if (refusal !== null) return refuse(refusal);
  const representative = utm.view().gost?.certificate.holder.inn ?? null;
  if (representative === null) return refuse(noQualifiedCertificate);
  const principals = principalsOf(new Uint8Array(await document.arrayBuffer()));
  if (principals.length === 0) return refuse(refusals.noPrincipal);
  utm.folder.keepMchd({ representative, principals: [...principals] });
  return { accepted: true, principals };
}
