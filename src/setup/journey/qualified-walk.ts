import type { CertificationAuthorityId } from '../../shared/domain/certification-authority.ts';
import type { QualifiedOrder, QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import { blankQualified } from '../../shared/ipc/qualified-state.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ExportedFile } from '../certificate-export.ts';
import { carrierName, type PaperFacts } from '../papers/paper-facts.ts';
import { createQualifiedRequest } from '../qualified-certificate/create-request.ts';
import { bytesOf, settledRequests } from '../qualified-certificate/qualified-requests.ts';
import { exportRequest, type RequestFormat } from '../request-export.ts';
import { CertificateInstallationWalk } from './certificate-installation-walk.ts';
import { CertificationAccountWalk } from './certification-account-walk.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { QualifiedDesk } from './qualified-desk.ts';
import type { TokenWalk } from './token-walk.ts';

const done = succeed(null);
const notReady = () => fail(problem('SETUP_STEP_NOT_READY'));

/** The certificate in an answer of the account is called so where a name is needed. */
const accountFile = 'certificate.p7b';

/**
 * The way to a qualified certificate beside the steps. What waits is read off the tokens and the remembered requests,
 * so a walk that was broken off goes on where the facts are.
 */
export class QualifiedWalk {
  readonly account: CertificationAccountWalk;
  readonly installation: CertificateInstallationWalk;
  readonly #desk: QualifiedDesk;

  constructor(journey: JourneyDesk, tokens: TokenWalk) {
    this.#desk = new QualifiedDesk(journey, tokens);
    this.account = new CertificationAccountWalk(this.#desk);
    this.installation = new CertificateInstallationWalk(this.#desk);
  }

  close(): void {
    this.account.close();
  }

  /** The bytes of the request that the pages are about. */
  get request(): QualifiedRequest | null {
    return this.#desk.request;
  }

  /** What papers can be filled with now. */
  get paperFacts(): PaperFacts {
    const at = this.#desk.journey.now();
    const { installed } = this.installation;
    if (installed !== null) return { ...installed, at };
    const { request } = this;
    const { device } = this.#desk.journey;
    return {
      request: request && bytesOf(request.der),
      requestedAt: request && new Date(request.madeAt),
      certificate: null,
      token: device && device.serial === request?.token ? carrierName(device) : (request?.token ?? null),
      at,
    };
  }

  async chooseAuthority(authority: CertificationAuthorityId | null): Promise<Result<null>> {
    const busy = this.#desk.journey.refusedWhileBusy();
    if (busy) return busy;
    this.account.stopWatch();
    this.installation.forget();
    this.#desk.change({ authority });
    return done;
  }

  async chooseRequest(keyId: string): Promise<Result<null>> {
    if (!this.#desk.state.open.some((open) => open.keyId === keyId)) return notReady();
    this.#desk.change({ request: keyId });
    return done;
  }

  /** Makes a pair on the token and a request for it. Nothing that is on the token is touched. */
  async make(order: QualifiedOrder): Promise<Result<null>> {
    const { journey } = this.#desk;
    const { device, workplace } = journey;
    const busy = journey.refusedWhileChanging();
    if (busy) return busy;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const startedAt = this.#desk.now();
    this.#desk.change({ making: { phase: 'running', startedAt, problem: null, orphans: [], subject: order.values } });
    const outcome = await this.#desk.onToken(
      () => createQualifiedRequest(workplace, device.id, order),
      (made) => (made.kind === 'requested' ? made.request : null),
    );
    if (outcome.kind === 'failed') {
      const orphans = [...outcome.orphans];
      this.#desk.change({ making: { phase: 'failed', startedAt, problem: outcome.problem, orphans, subject: null } });
      journey.noticeOf(outcome.problem);
      return fail(outcome.problem);
    }
    const making = { phase: 'done' as const, startedAt, problem: outcome.notKept, orphans: [], subject: null };
    this.#desk.change({ making, request: outcome.request.keyId });
    return done;
  }

  /** The request as the file somebody has to be given. */
  exported(format: RequestFormat): Result<ExportedFile> {
    const { request } = this;
    if (!request) return notReady();
    const { innLegalEntity, inn } = request.values;
    return succeed(exportRequest(request.der, innLegalEntity ?? inn ?? request.id.slice(0, 8), format));
  }

  /** The certificate of the opened application, as it is looked at before it is written. */
  async take(): Promise<Result<null>> {
    const bundle = await this.account.issued();
    return bundle.ok ? this.installation.receive({ name: accountFile, bytes: bundle.value }, null) : bundle;
  }

  /** A sign-in shows which keys there are: what is said of people in a request that is settled is kept no longer. */
  async forgetSettled(): Promise<void> {
    const { journey, requests } = this.#desk;
    // While a request is being made, its key may be younger than the reading.
    if (journey.isBusy || !journey.device) return;
    const settled = settledRequests(journey.device, requests);
    for (const { id } of settled) await journey.workplace.requests.forget(id);
    if (settled.length > 0) await this.#desk.recall();
  }

  /** The pages are left after an installation: the next time they begin anew. */
  async finish(): Promise<Result<null>> {
    const busy = this.#desk.journey.refusedWhileBusy();
    if (busy) return busy;
    this.installation.forget();
    const { making, installing } = blankQualified(false);
    this.#desk.change({ authority: null, making, installing });
    return done;
  }
}
