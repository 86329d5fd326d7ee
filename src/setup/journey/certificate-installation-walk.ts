import { blankQualified } from '../../shared/ipc/qualified-state.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { carrierName, type PaperFacts } from '../papers/paper-facts.ts';
import { installQualifiedCertificate } from '../qualified-certificate/install-certificate.ts';
import { bytesOf } from '../qualified-certificate/qualified-requests.ts';
import type { NamedFile } from '../show-certificate.ts';
import type { QualifiedDesk } from './qualified-desk.ts';
import { receivedOf } from './qualified-facts.ts';

const done = succeed(null);

/** What an installation leaves for the papers, which name the certificate and its request. */
type Installed = Omit<PaperFacts, 'at'>;

/** A certificate that came is looked at, then written beside its key. */
export class CertificateInstallationWalk {
  readonly #desk: QualifiedDesk;
  /** The file that `state.received` is about. */
  #file: NamedFile | null = null;
  /** The record forgets a request that has its certificate, and papers are made of both. */
  #installed: Installed | null = null;

  constructor(desk: QualifiedDesk) {
    this.#desk = desk;
  }

  /** What was installed last, until the pages are left. */
  get installed(): Installed | null {
    return this.#installed;
  }

  /** A file came; nothing is written. */
  async receive(file: NamedFile, name: string | null = file.name): Promise<Result<null>> {
    const { journey, requests } = this.#desk;
    const busy = journey.refusedWhileBusy();
    if (busy) return busy;
    this.#file = file;
    const received = receivedOf(journey.state, file, requests, journey.now());
    this.#desk.change({ received: { ...received, file: name }, installing: blankQualified(false).installing });
    return done;
  }

  async drop(): Promise<Result<null>> {
    const busy = this.#desk.journey.refusedWhileBusy();
    if (busy) return busy;
    this.#file = null;
    this.#desk.change({ received: null, installing: blankQualified(false).installing });
    return done;
  }

  /** Writes the certificate that was looked at beside its key, and has the key prove itself. */
  async install(): Promise<Result<null>> {
    const { journey } = this.#desk;
    const { device, workplace } = journey;
    const busy = journey.refusedWhileBusy();
    if (busy) return busy;
    const file = this.#file;
    if (!file) return fail(problem('SETUP_STEP_NOT_READY'));
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const startedAt = this.#desk.now();
    this.#desk.change({ installing: { phase: 'running', startedAt, problem: null, installed: null } });
    const outcome = await this.#desk.onToken(() =>
      installQualifiedCertificate(workplace, { device: device.id, file, trust: [] }),
    );
    if (outcome.kind === 'failed') {
      this.#desk.change({ installing: { phase: 'failed', startedAt, problem: outcome.problem, installed: null } });
      journey.noticeOf(outcome.problem);
      return fail(outcome.problem);
    }
    const { candidate, request } = outcome.match;
    const installed = candidate.certificate.fingerprint;
    this.#installed = {
      request: request && bytesOf(request.der),
      requestedAt: request && new Date(request.madeAt),
      certificate: candidate.der,
      token: carrierName(device),
    };
    this.#file = null;
    this.#desk.change({ received: null, installing: { phase: 'done', startedAt, problem: null, installed } });
    return done;
  }

  /** The papers of what was installed are not asked for any more. */
  forget(): void {
    this.#installed = null;
  }
}
