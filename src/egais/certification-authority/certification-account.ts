import type { Application, AuthorityPaper, CodeSent, IssueState } from '../../shared/domain/certification-authority.ts';
import type { Result } from '../../shared/result.ts';

/** An issued certificate with what comes with it. Certificates are DER. */
export interface IssuedCertificate {
  readonly certificate: Uint8Array;
  /** Up to the authority that stands above all, nearest first; may be empty. */
  readonly chain: readonly Uint8Array[];
  /** All of it as one file, PKCS#7 (`.p7b`). */
  readonly bundle: Uint8Array;
}

/** The bytes of a paper: a PDF. */
interface PaperFile {
  /** A file name without folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * The account («Личный кабинет») of a certification authority: an application is there, a request goes out, a certificate
 * comes back. Nothing throws, nothing is repeated by itself. A session is in memory only; it begins with a code that the
 * authority sends to the person's phone.
 *
 * Problems of every method: `ACCOUNT_UNREACHABLE` and `ACCOUNT_CONNECTION_NOT_TRUSTED` (nothing was sent),
 * `ACCOUNT_CONNECTION_BROKEN`, `ACCOUNT_ANSWER_UNREADABLE`, `ACCOUNT_ANSWER_TOO_LARGE`, `ACCOUNT_FAILED`,
 * `ACCOUNT_REFUSED`. Of every one after the sign-in: `CERTIFICATION_SIGN_IN_FIRST`, when there is no session or it has
 * ended; `CERTIFICATION_APPLICATION_UNKNOWN`.
 */
export interface CertificationAccount {
  readonly url: string;
  /**
   * «Получить код»: has an SMS sent. A new code makes the one before void.
   * @param phone in any usual form
   * Problems: `CERTIFICATION_PHONE_MALFORMED`, `CERTIFICATION_PHONE_UNKNOWN`, `CERTIFICATION_PHONE_LOCKED`,
   * `CERTIFICATION_CODE_TOO_SOON` (`retryAfterSeconds`).
   */
  requestCode(phone: string): Promise<Result<CodeSent>>;
  /**
   * «Код подтверждения»: opens the session for the code that was sent last.
   * Problems: `CERTIFICATION_CODE_MALFORMED` (nothing was sent), `CERTIFICATION_CODE_WRONG` (`triesLeft`), `CERTIFICATION_CODE_EXPIRED`, `CERTIFICATION_PHONE_LOCKED`.
   */
  signIn(code: string): Promise<Result<null>>;
  /** Whether there is a session that should still be good. */
  isSignedIn(): boolean;
  /** Forgets the session. */
  signOut(): void;
  applications(): Promise<Result<readonly Application[]>>;
  application(id: string): Promise<Result<Application>>;
  /**
   * «Запросить сертификат»: sends a PKCS#10 (DER) to an application, once.
   * Problems: `CERTIFICATION_REQUEST_REFUSED`, `CERTIFICATION_REQUEST_OUTCOME_UNKNOWN` (look at the application before
   * asking again).
   */
  submit(id: string, request: Uint8Array): Promise<Result<IssueState>>;
  /** Problem: `CERTIFICATION_NOT_ISSUED`. */
  certificate(id: string): Promise<Result<IssuedCertificate>>;
  /** The papers of an application. */
  papers(id: string): Promise<Result<readonly AuthorityPaper[]>>;
  paper(id: string, paperId: string): Promise<Result<PaperFile>>;
}
