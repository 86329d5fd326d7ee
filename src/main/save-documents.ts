import { calendarFile } from '../setup/calendar-file.ts';
import type { Journey } from '../setup/journey/journey.ts';
import { type KeyEnds, keyChangeDays } from '../setup/key-change-days.ts';
import { knownBy } from '../setup/known-tokens.ts';
import { papersFor } from '../setup/papers/papers.ts';
import { printedDocument, type StateDocumentId } from '../setup/printed/printed-document.ts';
import { printedHtml } from '../setup/printed/printed-html.ts';
import { exportRequest, type RequestFormat } from '../setup/request-export.ts';
import { paperFileName } from '../shared/certification-papers.ts';
import type { PaperKind } from '../shared/domain/certification-authority.ts';
import { handoverOf } from '../shared/handover.ts';
import type { PrintedDocument, PrintedDocumentId } from '../shared/printed-documents.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { formatDay } from '../shared/texts/fill.ts';
import type { Desktop } from './desktop.ts';
import { saveAs } from './save-as.ts';

type Saved = Result<{ file: string } | null>;

/** A document of the walk, and what its file is called by itself. */
interface WalkDocument {
  readonly file: string;
  make(journey: Journey): Result<PrintedDocument>;
}

const ofState = (id: StateDocumentId, file: string): WalkDocument => ({
  file,
  make: ({ state }) => printedDocument(id, state, new Date()),
});

const paper = (kind: PaperKind): WalkDocument => ({
  file: paperFileName(kind, 'pdf'),
  make: ({ state, qualified }) => papersFor(state.qualified.authority ?? 'other', kind, qualified.paperFacts),
});

const documents: Readonly<Record<PrintedDocumentId, WalkDocument>> = {
  application: ofState('application', 'заявка-на-ключ-доступа.pdf'),
  'access-key-request': ofState('access-key-request', 'запрос-на-ключ-доступа.pdf'),
  handover: ofState('handover', 'настройки-утм.pdf'),
  'paper-application': paper('application'),
  'paper-receipt': paper('receipt'),
  'paper-handling-rules': paper('handling-rules'),
  'paper-revocation': paper('revocation'),
  'paper-power-of-attorney': paper('power-of-attorney'),
  'paper-request-form': paper('request-form'),
  'paper-certificate-form': paper('certificate-form'),
};

function htmlOf(journey: Journey, id: PrintedDocumentId): Result<string> {
  const made = documents[id].make(journey);
  return made.ok ? succeed(printedHtml(made.value)) : made;
}

/** Saves a document of the walk as PDF where the person says. */
export async function saveDocument(journey: Journey, id: PrintedDocumentId, desktop: Desktop): Promise<Saved> {
  const html = htmlOf(journey, id);
  if (!html.ok) return html;
  const file = await desktop.chooseFile(documents[id].file);
  if (file === null) return succeed(null);
  const saved = await desktop.savePdf(html.value, file);
  return saved.ok ? succeed({ file }) : saved;
}

export async function printDocument(journey: Journey, id: PrintedDocumentId, desktop: Desktop): Promise<Result<null>> {
  const html = htmlOf(journey, id);
  if (!html.ok) return html;
  const outcome = await desktop.print(html.value);
  if (outcome.kind !== 'failed') return succeed(null);
  return fail(problem('SETUP_NOT_PRINTED', {}, { reason: outcome.reason }));
}

/** Saves the request that is out, as the file somebody has to be given. */
export async function saveRequest(journey: Journey, format: RequestFormat, desktop: Desktop): Promise<Saved> {
  const { request } = journey.state.accessKey;
  return request
    ? saveAs(desktop, exportRequest(request.der, request.fsrarId, format))
    : fail(problem('SETUP_STEP_NOT_READY'));
}

/** Saves a calendar entry for the day on which the tax service should have looked at a place. */
export async function saveReminder(journey: Journey, id: string, desktop: Desktop): Promise<Saved> {
  const contractor = journey.contractors.find(id);
  if (!contractor?.expectedBy) return fail(problem('SETUP_STEP_NOT_READY'));
  const { address, expectedBy } = contractor;
  const day = {
    identity: ['contractor', id, expectedBy.slice(0, 10)],
    date: expectedBy,
    title: 'ЕГАИС: проверить статус места деятельности',
    text: `«Контрагенты»: ${address}. До ${formatDay(expectedBy, 'ru')} ФНС должна проверить запись. Когда статус станет «Подтверждена ФНС», можно получать ключ доступа.`,
  };
  return saveAs(desktop, calendarFile([day], 'егаис-проверить-статус.ics', new Date()));
}

async function saveEnds(ends: KeyEnds | null, desktop: Desktop): Promise<Saved> {
  const now = new Date();
  const days = ends === null ? [] : keyChangeDays(ends, now);
  if (days.length === 0) return fail(problem('SETUP_STEP_NOT_READY'));
  return saveAs(desktop, calendarFile(days, 'егаис-смена-ключей.ics', now));
}

/** Saves calendar entries for the next change of keys. */
export const saveKeyCalendar = (journey: Journey, desktop: Desktop): Promise<Saved> =>
  saveEnds(handoverOf(journey.state), desktop);

/** The same for a token that is known, and need not be there. */
export function saveTokenCalendar(journey: Journey, serial: string, desktop: Desktop): Promise<Saved> {
  const token = knownBy(journey.state.knownTokens, serial);
  return saveEnds(token && { ...token, place: token.holder === null ? null : { fullName: token.holder } }, desktop);
}
