import type { AccessKeyIssuerId } from '../shared/domain/access-key.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import type { Result } from '../shared/result.ts';

interface IssueRequest {
  readonly subdivision: Subdivision;
  /** FSRAR ID of the access key on the token now, `null` if there is none. */
  readonly currentFsrarId: string | null;
  /** The qualified certificate that stands behind the request. */
  readonly qualifiedCertificate: Certificate;
  /** Only ever `true` by the person's own act: «Я принимаю условия выдачи ключей доступа к ЕГАИС». */
  readonly termsAccepted: boolean;
}

/**
 * A way to obtain an access key. An issuer asks once and never repeats by itself; whatever it answers, the key counts
 * only after the proof.
 */
export interface AccessKeyIssuer {
  readonly id: AccessKeyIssuerId;
  /** Whether this way was seen to work for such a case, or is not publicly known to. */
  certainty(request: Omit<IssueRequest, 'termsAccepted'>): 'confirmed' | 'unconfirmed';
  subdivisions(): Promise<Result<readonly Subdivision[]>>;
  issue(request: IssueRequest): Promise<Result<null>>;
}
