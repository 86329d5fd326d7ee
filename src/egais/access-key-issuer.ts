import type { AccessKeyIssuerId, AccessKeyRequest, IssueStageId } from '../shared/domain/access-key.ts';
import type { AccessRole } from '../shared/domain/access-role.ts';
import type { Certificate } from '../shared/domain/certificate.ts';
import type { Subdivision } from '../shared/domain/subdivision.ts';
import type { Result } from '../shared/result.ts';

/** The qualified certificate that stands behind a request, and its bytes. */
export interface QualifiedCertificate {
  readonly certificate: Certificate;
  /** DER. */
  readonly der: Uint8Array;
}

/** The two files of a machine-readable power of attorney, checked before. */
export interface MchdFiles {
  readonly document: { readonly name: string; readonly bytes: Uint8Array };
  readonly signature: { readonly name: string; readonly bytes: Uint8Array };
}

export interface IssueRequest {
  readonly subdivision: Subdivision;
  readonly role: AccessRole;
  /** Files of the МЧД of a person who acts by one, `null` for everybody else. */
  readonly mchd: MchdFiles | null;
  readonly qualified: QualifiedCertificate;
  /** Only ever `true` by the person's own act: «Я принимаю условия выдачи ключей доступа к ЕГАИС». */
  readonly termsAccepted: boolean;
}

/** A key pair that was just made on the token. */
export interface FreshPair {
  /** CKA_ID, hex. */
  readonly keyId: string;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array;
}

/** What an issuer may do with the token. Nothing here deletes or replaces anything. Problems are the token floor's. */
export interface TokenWork {
  /**
   * An RSA-2048 pair for the access key: one that already waits on the token for a certificate of this place, left by a
   * request or by an interrupted issue, else a new one.
   */
  makePair(): Promise<Result<FreshPair>>;
  /** Signs with a pair made here: PKCS#1 v1.5 over SHA-256. */
  signWithPair(keyId: string, data: Uint8Array): Promise<Result<Uint8Array>>;
  /** Writes a certificate (DER) beside the key it certifies; refused when it certifies another. */
  writeCertificate(keyId: string, der: Uint8Array): Promise<Result<null>>;
  /** Signs with the key of the qualified certificate: s‖r over the Streebog digest. Needs a sign-in to its part. */
  signQualified(data: Uint8Array): Promise<Result<Uint8Array>>;
  /** Reads the token anew: whether an access key is there for the place of the request that was not there before. */
  hasNewAccessKey(): Promise<Result<boolean>>;
}

/** The circumstances of one issue. */
export interface IssueCourse {
  readonly token: TokenWork;
  /** The person gave up. Only a course that waits for a person heeds it. */
  readonly signal: AbortSignal;
  /** Rests for so many milliseconds, less when the person asks to look now (`asked`) or gives up. */
  rest(ms: number): Promise<'rested' | 'asked'>;
  /** Shows the page on which the person works, beside the wizard's guidance; `null` takes it away. */
  showPage(url: string | null): void;
  onStage(stage: IssueStageId): void;
}

/** How an issuer ended: a key is written, or a request is out whose certificate comes later. */
export type IssueAnswer =
  | { readonly kind: 'written' }
  | { readonly kind: 'requested'; readonly request: AccessKeyRequest };

/**
 * A way to obtain an access key. An issuer asks once and never repeats by itself; whatever it answers, the key counts
 * only after the proof.
 */
export interface AccessKeyIssuer {
  readonly id: AccessKeyIssuerId;
  issue(request: IssueRequest, course: IssueCourse): Promise<Result<IssueAnswer>>;
}

/** Somebody who can sign with the qualified key of the token. */
export interface QualifiedAsker {
  readonly qualified: QualifiedCertificate;
  readonly token: Pick<TokenWork, 'signQualified'>;
}

/** A list of places of activity, and who gives it. */
export interface SubdivisionSource {
  readonly id: 'utm' | 'account';
  /** `token` is needed by a source that asks who is there. Problem `EGAIS_NO_SUBDIVISIONS` for an empty list. */
  subdivisions(asker: SubdivisionAsker): Promise<Result<readonly Subdivision[]>>;
}

/** Who asks for the list; `null` where no token is chosen or nobody is signed in to its ГОСТ part. */
type SubdivisionAsker = QualifiedAsker | null;
