import type { QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import type { QualifiedState, ReceivedCertificate } from '../../shared/ipc/qualified-state.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { type Believed, matchQualifiedCertificate } from '../qualified-certificate/install-certificate.ts';
import { openRequests, qualifiedKeys } from '../qualified-certificate/qualified-requests.ts';
import { certificatesIn, type NamedFile } from '../show-certificate.ts';
import { chosenDevice } from './journey-facts.ts';

/** The request of a key; of those that wait on this token the wanted one, else the newest. */
function currentRequest(open: QualifiedState['open'], token: string, wanted: string | null): string | null {
  const here = open.filter(({ state, request, token: of }) => state === 'waiting' && of === token && request !== null);
  const newest = [...here].sort((left, right) =>
    (right.request?.madeAt ?? '').localeCompare(left.request?.madeAt ?? ''),
  );
  return (here.find(({ keyId }) => keyId === wanted) ?? newest[0])?.keyId ?? null;
}

/** What waits for a certificate, from the tokens as they are and the requests that are remembered. */
export function withOpenRequests(state: WizardState, requests: readonly QualifiedRequest[]): WizardState {
  const { qualified, tokens } = state;
  const device = chosenDevice(state);
  const open = openRequests(tokens.report?.devices ?? [], requests).map(({ request, ...rest }) => {
    if (request === null) return { ...rest, request };
    const { der: _bytes, ...said } = request;
    return { ...rest, request: said };
  });
  // A token that was pulled out is waited for with the request that the pages are about.
  const request = device ? currentRequest(open, device.serial, qualified.request) : qualified.request;
  return { ...state, qualified: { ...qualified, open, request } };
}

/** Names of the authorities of these files above a certificate, nearest first. Says nothing about signatures. */
function chainIn(files: readonly NamedFile[], certificate: ReceivedCertificate['certificate']): string[] {
  const authorities = files
    .flatMap(certificatesIn)
    .flatMap((each) => (each.certificate.isAuthority ? [each.certificate] : []));
  const names: string[] = [];
  let issuer = certificate?.issuer.text ?? null;
  while (issuer !== null && names.length < authorities.length) {
    const above = authorities.find(({ subject }) => subject.text === issuer);
    if (!above) break;
    names.push(above.subject.commonName ?? above.subject.text);
    issuer = above.issuer.text === above.subject.text ? null : above.issuer.text;
  }
  return names;
}

/** What the verdict on a file depends on: the token and its keys, in a form that can be compared. */
export function keysHeldAgainst(state: WizardState): string {
  const device = chosenDevice(state);
  return JSON.stringify(device && [device.id, qualifiedKeys(device)]);
}

/** A file as the page shows it before anything is written. Nothing is said against it while there is no token. */
export function receivedOf(
  state: WizardState,
  file: NamedFile,
  requests: readonly QualifiedRequest[],
  at: Date,
  believed: Believed = { trust: [] },
): Omit<ReceivedCertificate, 'file' | 'authority'> {
  const device = chosenDevice(state);
  const own = certificatesIn(file).find(({ certificate }) => !certificate.isAuthority)?.certificate ?? null;
  if (!device) return { checked: false, certificate: own, chain: [], findings: [], problem: null };
  const files = [file, ...(believed.between ?? []), ...believed.trust];
  const match = matchQualifiedCertificate(device, { file, ...believed }, requests, at);
  if (!match.ok)
    return { checked: true, certificate: own, chain: chainIn(files, own), findings: [], problem: match.problem };
  const { certificate } = match.value.candidate;
  return {
    checked: true,
    certificate,
    chain: chainIn(files, certificate),
    findings: match.value.findings.map(({ severity, code, values }) => ({ severity, code, values: { ...values } })),
    problem: null,
  };
}
