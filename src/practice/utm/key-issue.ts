import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { CKA, CKO } from '../../token/pkcs11-numbers.ts';
import type { TokenPart } from '../token-part.ts';
import { issueByAgency } from './agency.ts';
import { noQualifiedCertificate, type StandInUtm, type UtmView } from './stand-in-utm.ts';
import type { PlaceRow } from './utm-folder.ts';

/** The words are the stand-in's own: what a real UTM says in these cases is not publicly known. */
const refusals = {
  unknownPlace: 'Место осуществления деятельности не найдено',
  otherRequisites: 'Реквизиты запроса не совпадают с данными места осуществления деятельности',
  expiredSignature: 'ГОСТ сертификат недействителен',
  busy: 'Генерация ключа уже выполняется',
} as const;

const generating = new WeakSet<StandInUtm>();

function refusalOf(utm: StandInUtm, view: UtmView, row: PlaceRow | undefined, query: URLSearchParams): string | null {
  const { refusal } = utm.folder.options().keygen;
  if (refusal !== null) return refusal;
  if (view.parts !== null && view.gost === null) return noQualifiedCertificate;
  if (view.gost !== null && !utm.isInForce(view.gost.certificate)) return refusals.expiredSignature;
  if (view.parts !== null && row === undefined) return refusals.unknownPlace;
  if (row !== undefined) {
    const sent = [query.get('INN'), query.get('KPP'), query.get('fsrarid')];
    if (sent.join() !== [row.INN, row.KPP, row.Owner_ID].join()) return refusals.otherRequisites;
  }
  return utm.signIn(view, true);
}

/** A moment at which somebody may pull the token or end this program, or it ends by itself. */
async function pause(utm: StandInUtm, moment: 'before-write' | 'after-write'): Promise<void> {
  const { pauseMs, dies } = utm.folder.options().keygen;
  await wait(pauseMs);
  if (dies === moment) process.exit(1);
}

async function writeKey(utm: StandInUtm, part: TokenPart, row: PlaceRow): Promise<void> {
  const old = part.certificates().filter(({ certificate }) => certificate.purpose === 'access-key');
  const keyId = randomBytes(16);
  const label = `FSRAR-RSA-${row.Owner_ID}_E${keyId.toString('hex', 0, 4)}`;

  const publicKey = await part.generateRsa(keyId, label);
  await pause(utm, 'before-write');
  const certificate = await issueByAgency(utm.folder, row, publicKey, new Date());
  part.writeCertificate(keyId, label, certificate);
  await pause(utm, 'after-write');

  // Overwriting: the old pair goes with its certificate once the new ones are there.
  for (const { keyId: oldId } of old) {
    for (const kind of [CKO.privateKey, CKO.publicKey, CKO.certificate]) {
      part.remove([
        { type: CKA.class, value: kind },
        { type: CKA.id, value: oldId },
      ]);
    }
  }
}

/**
 * Makes a new access key for the place that the query names and writes it on the token.
 * @returns the words of the refusal, `null` when the key is written
 */
export async function issueKey(utm: StandInUtm, query: URLSearchParams): Promise<string | null> {
  if (generating.has(utm)) return refusals.busy;
  generating.add(utm);
  try {
    const view = utm.view();
    const row = utm.places(view).find(({ ID }) => ID === query.get('id'));
    const refusal = refusalOf(utm, view, row, query);
    if (refusal !== null) return refusal;
    if (view.parts === null || row === undefined) return refusals.unknownPlace;
    await writeKey(utm, view.parts.rsa, row);
    utm.bind(row.Owner_ID);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    generating.delete(utm);
  }
}
