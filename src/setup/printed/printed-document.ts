import { handoverOf } from '../../shared/handover.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import type { PrintedDocument, PrintedDocumentId } from '../../shared/printed-documents.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { qualifiedCertificate } from '../chosen-token.ts';
import { chosenDevice } from '../journey/journey-facts.ts';
import { applicationForm } from './application-form.ts';
import { handoverSheet } from './handover-sheet.ts';
import { requestForm } from './request-form.ts';

type Maker = (state: WizardState, at: Date) => PrintedDocument | null;

/** Documents that the state alone has all the words of. */
export type StateDocumentId = Exclude<PrintedDocumentId, `paper-${string}`>;

const makers: Readonly<Record<StateDocumentId, Maker>> = {
  application(state, at) {
    const device = chosenDevice(state);
    const qualified = device && qualifiedCertificate(device, at);
    const { chosen: subdivision } = state.subdivisions;
    const { chosen: role } = state.role;
    if (!device || !qualified || !subdivision || role === null) return null;
    const mchd = role === 'person-with-mchd' ? state.mchd.report : null;
    return applicationForm({ qualified, role, subdivision, device, mchd, at });
  },
  'access-key-request'(state) {
    const device = chosenDevice(state);
    const { chosen: subdivision } = state.subdivisions;
    const { request } = state.accessKey;
    return device && subdivision && request ? requestForm({ request, subdivision, device }) : null;
  },
  handover(state, at) {
    const handover = handoverOf(state);
    return handover && handoverSheet(handover, at);
  },
};

/** A document of the walk as it stands. Problem `SETUP_STEP_NOT_READY` while it has nothing to say. */
export function printedDocument(id: StateDocumentId, state: WizardState, at: Date): Result<PrintedDocument> {
  const made = makers[id](state, at);
  return made ? succeed(made) : fail(problem('SETUP_STEP_NOT_READY'));
}
