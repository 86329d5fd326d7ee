import type { IncomingMessage } from 'node:http';
import { MCHD_FILE_LIMIT } from '../../shared/domain/mchd.ts';
import { checkUpload, type MchdAnswer } from './mchd-check.ts';
import { formOf, readBody } from './request-body.ts';
import { noQualifiedCertificate, type StandInUtm } from './stand-in-utm.ts';

/** Both files, and what the form puts around them. */
const largestUpload = 2 * MCHD_FILE_LIMIT + 1024 * 1024;

/** The words are the stand-in's own: what a real UTM says in these cases is not publicly known. */
const refusals = {
  tooLarge: 'Размер файла не должен превышать 15МБ',
  noDocument: 'Выберите XML файл с машиночитаемой доверенностью',
  noSignature: 'Выберите файл подписи машиночитаемой доверенности',
} as const;

const refuse = (refusal: string): MchdAnswer => ({ accepted: false, refusal });

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
  const body = await readBody(request, largestUpload);
  if (body === null) return refuse(refusals.tooLarge);
  const form = await formOf(request, body);

  const document = fileOf(form, 'document', /\.xml$/i);
  if (document === null) return refuse(refusals.noDocument);
  const signature = fileOf(form, 'signature', /\.(sig|p7s)$/i);
  if (signature === null) return refuse(refusals.noSignature);
  if (document.size > MCHD_FILE_LIMIT || signature.size > MCHD_FILE_LIMIT) return refuse(refusals.tooLarge);

  const { refusal } = utm.folder.options().mchd;
  if (refusal !== null) return refuse(refusal);
  const certificate = utm.view().gost?.certificate;
  if (certificate === undefined) return refuse(noQualifiedCertificate);
  const answer = await checkUpload(document, signature, certificate);
  if (answer.accepted)
    utm.folder.keepMchd({ certificate: certificate.fingerprint, principals: [...answer.principals] });
  return answer;
}
