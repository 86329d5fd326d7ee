import type {
  CertificationAccount,
  IssuedCertificate,
} from '../../egais/certification-authority/certification-account.ts';
import { subjectPublicKeyInfo } from '../../pki/certificate-file.ts';
import { sameKey } from '../../pki/public-key.ts';
import type { Application, IssueState } from '../../shared/domain/certification-authority.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Rest } from '../rest.ts';

export interface CertificateOrder {
  /** «ID» of the application. */
  readonly application: string;
  /** PKCS#10, DER. */
  readonly request: Uint8Array;
}

export interface Patience {
  readonly rest: Rest;
  /** Milliseconds until nobody waits any longer. */
  readonly limitMs: number;
  onState(state: IssueState): void;
}

/** Where the service does not say when to look again. */
const usualRestMs = 30_000;

/** A certificate, and which of the keys it is of. */
interface FetchedCertificate<Key> extends IssuedCertificate {
  readonly key: Key;
}

/** The certificate of an application, if it is of one of these keys (SubjectPublicKeyInfo, DER). */
export async function fetchCertificate<Key extends { readonly publicKey: Uint8Array }>(
  account: CertificationAccount,
  application: string,
  keys: readonly Key[],
): Promise<Result<FetchedCertificate<Key>>> {
  const issued = await account.certificate(application);
  if (!issued.ok) return issued;
  const certified = subjectPublicKeyInfo(issued.value.certificate);
  const key = keys.find(({ publicKey }) => certified !== undefined && sameKey(publicKey, certified));
  return key ? succeed({ ...issued.value, key }) : fail(problem('CERTIFICATION_OTHER_KEY', { application }));
}

function fetchOrdered(
  account: CertificationAccount,
  { application, request }: CertificateOrder,
): Promise<Result<IssuedCertificate>> {
  const publicKey = subjectPublicKeyInfo(request);
  return fetchCertificate(account, application, publicKey ? [{ publicKey }] : []);
}

/** Sends the request unless one was sent before: an order that broke off is gone on with. */
async function ordered(
  account: CertificationAccount,
  { issue }: Application,
  { application, request }: CertificateOrder,
): Promise<Result<IssueState>> {
  return issue.state === 'not-requested' ? account.submit(application, request) : succeed(issue);
}

const restMs = (state: IssueState): number =>
  'retryAfterSeconds' in state ? state.retryAfterSeconds * 1_000 : usualRestMs;

/**
 * From an application to its certificate: sends the request once, waits, fetches, and compares the keys. May be begun
 * again at any time, also after days and by a program that was started anew; a request that is out is not sent again.
 * Problems: those of the account; `CERTIFICATION_ISSUE_REFUSED`, `CERTIFICATION_OTHER_KEY`, and
 * `CERTIFICATION_NOT_ISSUED` when the patience is at its end.
 */
export async function obtainCertificate(
  account: CertificationAccount,
  order: CertificateOrder,
  { rest, limitMs, onState }: Patience,
): Promise<Result<IssuedCertificate>> {
  const end = performance.now() + limitMs;
  const found = await account.application(order.application);
  if (!found.ok) return found;
  let state = await ordered(account, found.value, order);
  for (;;) {
    if (!state.ok) return state;
    const { value } = state;
    onState(value);
    if (value.state === 'ready') return fetchOrdered(account, order);
    if (value.state === 'refused') return fail(problem('CERTIFICATION_ISSUE_REFUSED', { answer: value.reason }));
    const pauseMs = restMs(value);
    if (rest.signal.aborted || performance.now() + pauseMs > end)
      return fail(problem('CERTIFICATION_NOT_ISSUED', {}, { state: value.state }));
    await rest.rest(pauseMs);
    const next = await account.application(order.application);
    state = next.ok ? succeed(next.value.issue) : next;
  }
}
