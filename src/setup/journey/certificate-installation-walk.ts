import type { QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import { blankQualified, type OfferedAuthorityState } from '../../shared/ipc/qualified-state.ts';
import type { WizardState } from '../../shared/ipc/wizard-state.ts';
import { problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { carrierName, type PaperFacts } from '../papers/paper-facts.ts';
import {
  type Believed,
  installQualifiedCertificate,
  matchQualifiedCertificate,
} from '../qualified-certificate/install-certificate.ts';
import {
  authorityAbove,
  believedFrom,
  type OfferedAuthority,
  sha1Of,
} from '../qualified-certificate/offered-authority.ts';
import { bytesOf } from '../qualified-certificate/qualified-requests.ts';
import { certificatesIn, type NamedFile } from '../show-certificate.ts';
import type { QualifiedDesk } from './qualified-desk.ts';
import { keysHeldAgainst, receivedOf } from './qualified-facts.ts';

const done = succeed(null);
const nobody: Believed = { trust: [] };

/** What an installation leaves for the papers, which name the certificate and its request. */
type Installed = Omit<PaperFacts, 'at'>;

/** A verdict on a file, and everything that it was made from. */
interface Verdict {
  readonly file: NamedFile;
  readonly believed: Believed;
  readonly requests: readonly QualifiedRequest[];
  readonly keys: string;
  readonly said: ReturnType<typeof receivedOf>;
}

/** A certificate that came is looked at, then written beside its key. */
export class CertificateInstallationWalk {
  readonly #desk: QualifiedDesk;
  /** The file that `state.received` follows from, and its name where it has one. */
  #received: { readonly file: NamedFile; readonly name: string | null } | null = null;
  /** The verdict that stands until what it was made from is another. */
  #verdict: Verdict | null = null;
  /** The authority that was offered last, and what the page says of it. */
  #offered: OfferedAuthority | null = null;
  #authority: OfferedAuthorityState | null = null;
  /** Whom the person believes, for this certificate alone. */
  #believed: Believed = nobody;
  /** The record forgets a request that has its certificate, and papers are made of both. */
  #installed: Installed | null = null;

  constructor(desk: QualifiedDesk) {
    this.#desk = desk;
    desk.journey.follow((state) => this.#withReceived(state));
  }

  /** What was installed last, until the pages are left. */
  get installed(): Installed | null {
    return this.#installed;
  }

  /** A file came; nothing is written. */
  async receive(file: NamedFile, name: string | null = file.name): Promise<Result<null>> {
    const busy = this.#desk.journey.refusedWhileBusy();
    if (busy) return busy;
    this.#begin({ file, name });
    this.#show(null);
    return done;
  }

  async drop(): Promise<Result<null>> {
    const busy = this.#desk.journey.refusedWhileBusy();
    if (busy) return busy;
    this.#begin(null);
    this.#show(null);
    return done;
  }

  /** A file with the certificate of an authority is looked at; nobody is believed for it yet. */
  async offer(file: NamedFile): Promise<Result<null>> {
    const { journey, requests } = this.#desk;
    const busy = journey.refusedWhileBusy();
    if (busy) return busy;
    const { device } = journey;
    const received = this.#received?.file;
    if (!received || !device) return fail(problem('SETUP_STEP_NOT_READY'));
    const at = journey.now();
    const match = matchQualifiedCertificate(device, { file: received, trust: [] }, requests, at);
    if (!match.ok) return match;
    const found = authorityAbove(match.value.candidate, certificatesIn(received), file, at);
    this.#offered = found.ok ? found.value : null;
    this.#believed = nobody;
    this.#show({
      file: file.name,
      certificate: found.ok ? found.value.top.certificate : null,
      sha1: found.ok ? sha1Of(found.value.top.der) : null,
      trusted: false,
      problem: found.ok ? null : found.problem,
    });
    return done;
  }

  /** Believes what was offered and compared, and nothing else, until this certificate is written or dropped. */
  async trust(fingerprint: string): Promise<Result<null>> {
    const { journey } = this.#desk;
    const busy = journey.refusedWhileBusy();
    if (busy) return busy;
    const authority = this.#authority;
    if (!this.#offered || !authority || this.#offered.top.certificate.fingerprint !== fingerprint)
      return fail(problem('SETUP_STEP_NOT_READY'));
    this.#believed = believedFrom(this.#offered);
    journey.workplace.record.write({ event: 'authority-believed', facts: { certificate: fingerprint } });
    this.#show({ ...authority, trusted: true });
    return done;
  }

  /** The person believes nobody after all. */
  async withdraw(): Promise<Result<null>> {
    const busy = this.#desk.journey.refusedWhileBusy();
    if (busy) return busy;
    this.#offered = null;
    this.#believed = nobody;
    this.#show(null);
    return done;
  }

  /** Writes the certificate that was looked at beside its key, and has the key prove itself. */
  async install(): Promise<Result<null>> {
    const { journey } = this.#desk;
    const { device, workplace } = journey;
    const busy = journey.refusedWhileChanging();
    if (busy) return busy;
    const received = this.#received;
    if (!received) return fail(problem('SETUP_STEP_NOT_READY'));
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const startedAt = this.#desk.now();
    this.#desk.change({ installing: { phase: 'running', startedAt, problem: null, installed: null } });
    const outcome = await this.#desk.onToken(() =>
      installQualifiedCertificate(workplace, { device: device.id, file: received.file, ...this.#believed }),
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
    this.#begin(null);
    this.#desk.change({ installing: { phase: 'done', startedAt, problem: null, installed } });
    return done;
  }

  /** The pages were left: neither the papers of what was installed nor a file that was looked at are meant any more. */
  forget(): void {
    this.#installed = null;
    this.#begin(null);
  }

  /** Whoever was believed for another certificate is not believed for this one. */
  #begin(received: { readonly file: NamedFile; readonly name: string | null } | null): void {
    this.#received = received;
    this.#verdict = null;
    this.#offered = null;
    this.#authority = null;
    this.#believed = nobody;
  }

  #show(authority: OfferedAuthorityState | null): void {
    this.#authority = authority;
    this.#desk.change({ installing: blankQualified(false).installing });
  }

  /** Tokens come and go while a file is looked at: what is said of it follows from the one that is there. */
  #withReceived(state: WizardState): WizardState {
    const { qualified } = state;
    if (!this.#received) return { ...state, qualified: { ...qualified, received: null } };
    const { file, name } = this.#received;
    const received = { ...this.#verdictOn(file, state), file: name, authority: this.#authority };
    return { ...state, qualified: { ...qualified, received } };
  }

  /** Proving a chain takes a while, and states follow one another quickly. */
  #verdictOn(file: NamedFile, state: WizardState): Verdict['said'] {
    const { requests, journey } = this.#desk;
    const believed = this.#believed;
    const keys = keysHeldAgainst(state);
    const last = this.#verdict;
    if (last?.file === file && last.believed === believed && last.requests === requests && last.keys === keys)
      return last.said;
    const said = receivedOf(state, file, requests, journey.now(), believed);
    this.#verdict = { file, believed, requests, keys, said };
    return said;
  }
}
