import type { CertificationAccount } from '../../egais/certification-authority/certification-account.ts';
import type { Application, CertificationAuthorityId } from '../../shared/domain/certification-authority.ts';
import type { QualifiedOrder, QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import { blankQualified, type QualifiedState } from '../../shared/ipc/qualified-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ExportedFile } from '../certificate-export.ts';
import { configuredAccount } from '../certification-account/configured-account.ts';
import { fetchCertificate } from '../certification-account/obtain-certificate.ts';
import type { PaperFacts } from '../papers/paper-facts.ts';
import { createQualifiedRequest } from '../qualified-certificate/create-request.ts';
import { installQualifiedCertificate } from '../qualified-certificate/install-certificate.ts';
import { bytesOf } from '../qualified-certificate/qualified-requests.ts';
import { exportRequest, type RequestFormat } from '../request-export.ts';
import { Rest } from '../rest.ts';
import type { NamedFile } from '../show-certificate.ts';
import type { JourneyDesk } from './journey-desk.ts';
import { receivedOf, withOpenRequests } from './qualified-facts.ts';
import type { TokenWalk } from './token-walk.ts';

const done = succeed(null);
const notReady = () => fail(problem('SETUP_STEP_NOT_READY'));

type Question = NonNullable<QualifiedState['account']['asking']>;

/** The certificate in an answer of the account is called so where a name is needed. */
const accountFile = 'certificate.p7b';

/** Of a phone number only its end is shown and kept. */
const phoneEnd = (phone: string): string => phone.replace(/\D/g, '').replace(/^.*(\d\d)(\d\d)$/, '…$1-$2');

/** Problems after which another code is needed. */
const codeIsOver: ReadonlySet<Problem['code']> = new Set(['CERTIFICATION_CODE_EXPIRED', 'CERTIFICATION_PHONE_LOCKED']);
/** Between two looks at an application whose service does not say when to look again. */
const usualRestSeconds = 30;

const isUnderWay = ({ issue }: Application): boolean => issue.state === 'ordered' || issue.state === 'issuing';

/**
 * The way to a qualified certificate beside the steps. What waits is read off the tokens and the remembered requests,
 * so a walk that was broken off goes on where the facts are.
 */
export class QualifiedWalk {
  readonly #desk: JourneyDesk;
  readonly #tokens: TokenWalk;
  #requests: readonly QualifiedRequest[] = [];
  /** The file that `state.received` is about. */
  #file: NamedFile | null = null;
  /** What was installed last: the record forgets a request that has its certificate, and papers are made of both. */
  #answered: Pick<PaperFacts, 'request' | 'certificate' | 'token'> | null = null;
  #rest: Rest | null = null;
  #closed = false;

  constructor(desk: JourneyDesk, tokens: TokenWalk) {
    this.#desk = desk;
    this.#tokens = tokens;
    desk.follow((state) => withOpenRequests(state, this.#requests));
    void this.#recall();
  }

  close(): void {
    this.#closed = true;
    this.#rest?.stop();
  }

  /** The bytes of the request that the pages are about. */
  get request(): QualifiedRequest | null {
    const { open, request } = this.#state;
    const shown = open.find(({ keyId }) => keyId === request)?.request;
    return this.#requests.find(({ id }) => id === shown?.id) ?? null;
  }

  /** What papers can be filled with now. */
  get paperFacts(): PaperFacts {
    const at = this.#desk.now();
    if (this.#answered !== null) return { ...this.#answered, at };
    const { request } = this;
    return {
      request: request && bytesOf(request.der),
      certificate: null,
      token: request?.token ?? null,
      at,
    };
  }

  async chooseAuthority(authority: CertificationAuthorityId | null): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#stopWatch();
    this.#change({ authority, received: null });
    return done;
  }

  async chooseRequest(keyId: string): Promise<Result<null>> {
    if (!this.#state.open.some((open) => open.keyId === keyId)) return notReady();
    this.#change({ request: keyId });
    return done;
  }

  /** Makes a pair on the token and a request for it. Nothing that is on the token is touched. */
  async make(order: QualifiedOrder): Promise<Result<null>> {
    const { device, workplace } = this.#desk;
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const startedAt = this.#now();
    this.#change({ making: { phase: 'running', startedAt, problem: null, orphans: [] } });
    const outcome = await this.#onToken(() => createQualifiedRequest(workplace, device.id, order));
    await this.#recall(outcome.kind === 'requested' ? outcome.request : null);
    await this.#tokens.refresh();
    if (outcome.kind === 'failed') {
      const orphans = [...outcome.orphans];
      this.#change({ making: { phase: 'failed', startedAt, problem: outcome.problem, orphans } });
      this.#desk.noticeOf(outcome.problem);
      return fail(outcome.problem);
    }
    const making = { phase: 'done' as const, startedAt, problem: outcome.notKept, orphans: [] };
    this.#change({ making, request: outcome.request.keyId });
    return done;
  }

  /** The request as the file somebody has to be given. */
  exported(format: RequestFormat): Result<ExportedFile> {
    const { request } = this;
    if (!request) return notReady();
    const { innLegalEntity, inn } = request.values;
    return succeed(exportRequest(request.der, innLegalEntity ?? inn ?? request.id.slice(0, 8), format));
  }

  /** «Получить код». */
  async requestCode(phone: string): Promise<Result<null>> {
    const sent = await this.#ask('code', (account) => account.requestCode(phone));
    if (sent.ok) this.#account({ code: { ...sent.value, phoneEnd: phoneEnd(phone), sentAt: this.#now() } });
    return sent.ok ? done : sent;
  }

  /** «Код подтверждения»: one try. The code goes straight on to the account and is kept nowhere. */
  async signIn(code: string): Promise<Result<null>> {
    const opened = await this.#ask('sign-in', (account) => account.signIn(code));
    const sent = this.#state.account.code;
    if (!opened.ok) {
      const triesLeft = Number(opened.problem.values.triesLeft);
      if (codeIsOver.has(opened.problem.code)) this.#account({ code: null });
      else if (sent && triesLeft > 0) this.#account({ code: { ...sent, triesLeft } });
      return opened;
    }
    this.#account({ code: null });
    return this.load();
  }

  async signOut(): Promise<Result<null>> {
    this.#stopWatch();
    this.#desk.workplace.certificationAccount?.signOut();
    const { configured } = this.#state.account;
    this.#change({ account: blankQualified(configured).account });
    return done;
  }

  async load(): Promise<Result<null>> {
    const list = await this.#ask('applications', (account) => account.applications());
    if (!list.ok) return list;
    const { chosen } = this.#state.account;
    const stays = list.value.some(({ id }) => id === chosen) ? chosen : null;
    this.#account({ applications: [...list.value], chosen: stays });
    this.#watchIfUnderWay();
    return done;
  }

  /** Opens an application, or goes back to the list. */
  async open(id: string | null): Promise<Result<null>> {
    this.#stopWatch();
    this.#account({ chosen: id, papers: [], problem: null });
    if (id === null) return done;
    const found = await this.#look(id);
    if (!found.ok) return found;
    this.#watchIfUnderWay();
    const papers = await this.#ask('paper', (account) => account.papers(id));
    if (papers.ok && this.#state.account.chosen === id) this.#account({ papers: [...papers.value] });
    return papers.ok ? done : papers;
  }

  /** «Запросить сертификат»: sends the request once, then watches what becomes of it. */
  async submit(): Promise<Result<null>> {
    const { chosen } = this.#state.account;
    const { request } = this;
    if (chosen === null || !request) return notReady();
    const sent = await this.#ask('submit', (account) => account.submit(chosen, bytesOf(request.der)));
    // Whatever the answer was, the application tells what is so.
    const cause = sent.ok ? null : sent.problem;
    const found = await this.#look(chosen);
    if (cause) this.#account({ problem: cause });
    if (found.ok) this.#watchIfUnderWay();
    return sent.ok ? done : sent;
  }

  /** Looks at the application now. */
  async look(): Promise<Result<null>> {
    const { chosen } = this.#state.account;
    if (chosen === null) return notReady();
    if (this.#rest) {
      this.#rest.cutShort();
      return done;
    }
    const found = await this.#look(chosen);
    this.#watchIfUnderWay();
    return found.ok ? done : found;
  }

  /** The person does not wait here any longer; the request stays out, and its key on the token. */
  async stopWaiting(): Promise<Result<null>> {
    this.#stopWatch();
    this.#account({ chosen: null });
    return done;
  }

  /** The certificate of the opened application, as it is looked at before it is written. */
  async take(): Promise<Result<null>> {
    const bundle = await this.issued();
    return bundle.ok ? this.receive({ name: accountFile, bytes: bundle.value }, null) : bundle;
  }

  /** What the authority issued for the opened application, with everything above it: PKCS#7. */
  async issued(): Promise<Result<Uint8Array>> {
    const { chosen } = this.#state.account;
    const { request } = this;
    if (chosen === null || !request) return notReady();
    const order = { application: chosen, request: bytesOf(request.der) };
    const issued = await this.#ask('certificate', (account) => fetchCertificate(account, order));
    return issued.ok ? succeed(issued.value.bundle) : issued;
  }

  /** A paper that the authority has made for the opened application. */
  async paper(paperId: string): Promise<Result<ExportedFile>> {
    const { chosen } = this.#state.account;
    if (chosen === null) return notReady();
    return this.#ask('paper', (account) => account.paper(chosen, paperId));
  }

  /** A file came; nothing is written. */
  async receive(file: NamedFile, name: string | null = file.name): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#file = file;
    const received = receivedOf(this.#desk.state, file, this.#requests, this.#desk.now());
    this.#change({ received: { ...received, file: name }, installing: blankQualified(false).installing });
    return done;
  }

  async drop(): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#file = null;
    this.#change({ received: null, installing: blankQualified(false).installing });
    return done;
  }

  /** Writes the certificate that was looked at beside its key, and has the key prove itself. */
  async install(): Promise<Result<null>> {
    const { device, workplace } = this.#desk;
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    const file = this.#file;
    if (!file) return notReady();
    if (!device) return fail(problem('SETUP_NO_TOKEN'));
    const startedAt = this.#now();
    this.#change({ installing: { phase: 'running', startedAt, problem: null, installed: null } });
    const outcome = await this.#onToken(() =>
      installQualifiedCertificate(workplace, { device: device.id, file, trust: [] }),
    );
    await this.#recall();
    await this.#tokens.refresh();
    if (outcome.kind === 'failed') {
      this.#change({ installing: { phase: 'failed', startedAt, problem: outcome.problem, installed: null } });
      this.#desk.noticeOf(outcome.problem);
      return fail(outcome.problem);
    }
    const { candidate, request } = outcome.match;
    const installed = candidate.certificate.fingerprint;
    this.#answered = {
      request: request && bytesOf(request.der),
      certificate: candidate.der,
      token: `${device.name}, № ${device.printedSerial}`,
    };
    this.#file = null;
    this.#change({ received: null, installing: { phase: 'done', startedAt, problem: null, installed } });
    return done;
  }

  /** The pages are left after an installation: the next time they begin anew. */
  async finish(): Promise<Result<null>> {
    const busy = this.#desk.refusedWhileBusy();
    if (busy) return busy;
    this.#answered = null;
    const { making, installing } = blankQualified(false);
    this.#change({ authority: null, received: null, making, installing });
    return done;
  }

  get #state(): QualifiedState {
    return this.#desk.state.qualified;
  }

  #now(): string {
    return this.#desk.now().toISOString();
  }

  /** Reads again what is remembered. A request that could not be kept is known until the walk ends. */
  async #recall(made: QualifiedRequest | null = null): Promise<void> {
    const { requests } = await this.#desk.workplace.requests.all();
    const unkept = made && !requests.some(({ id }) => id === made.id) ? [made] : [];
    this.#requests = [...unkept, ...requests];
    this.#change({});
  }

  /** Nobody watches the token while it is written to, and whatever happens, the walk can go on. */
  async #onToken<T extends { readonly kind: string }>(
    work: () => Promise<T>,
  ): Promise<T | { readonly kind: 'failed'; readonly problem: Problem; readonly orphans: readonly string[] }> {
    this.#tokens.pauseWatch(true);
    try {
      return await work();
    } catch (error) {
      const cause: Problem = problem('SETUP_UNEXPECTED', {}, { error: String(error) });
      return { kind: 'failed', problem: cause, orphans: [] };
    } finally {
      this.#tokens.pauseWatch(false);
    }
  }

  /** One question to the account; the state tells which, and how it ended. */
  async #ask<T>(asking: Question, ask: (account: CertificationAccount) => Promise<Result<T>>): Promise<Result<T>> {
    const account = configuredAccount(this.#desk.workplace);
    if (!account.ok) return account;
    if (this.#state.account.asking !== null) return fail(problem('SETUP_BUSY'));
    this.#account({ asking, problem: null });
    const answer = await ask(account.value);
    this.#account({
      asking: null,
      signedIn: account.value.isSignedIn(),
      problem: answer.ok ? null : answer.problem,
    });
    return answer;
  }

  async #look(id: string): Promise<Result<Application>> {
    const found = await this.#ask('look', (account) => account.application(id));
    if (found.ok) this.#take(found.value);
    return found;
  }

  #take(application: Application): void {
    const { applications } = this.#state.account;
    const known = applications.some(({ id }) => id === application.id);
    this.#account({
      applications: known
        ? applications.map((row) => (row.id === application.id ? application : row))
        : [...applications, application],
    });
  }

  #watchIfUnderWay(): void {
    const { applications, chosen, signedIn } = this.#state.account;
    const application = applications.find(({ id }) => id === chosen);
    if (signedIn && application && isUnderWay(application) && this.#rest === null) void this.#watch(application);
  }

  /** Looks at an application until it is issued or refused, the sign-in ends, or the person goes on to something else. */
  async #watch(application: Application): Promise<void> {
    const account = this.#desk.workplace.certificationAccount;
    if (!account) return;
    const rest = new Rest();
    this.#rest = rest;
    const since = this.#now();
    let { issue } = application;
    this.#account({ watch: { since, lookedAt: since } });
    while (!this.#closed && (issue.state === 'ordered' || issue.state === 'issuing')) {
      await rest.rest((issue.retryAfterSeconds ?? usualRestSeconds) * 1000);
      if (rest.signal.aborted) return;
      const found = await account.application(application.id);
      if (rest.signal.aborted) return;
      this.#account({
        watch: { since, lookedAt: this.#now() },
        signedIn: account.isSignedIn(),
        problem: found.ok ? null : found.problem,
      });
      if (!found.ok && !account.isSignedIn()) break;
      if (found.ok) {
        this.#take(found.value);
        issue = found.value.issue;
      }
    }
    this.#rest = null;
    this.#account({ watch: null });
  }

  #stopWatch(): void {
    this.#rest?.stop();
    this.#rest = null;
    if (this.#state.account.watch) this.#account({ watch: null });
  }

  #account(change: Partial<QualifiedState['account']>): void {
    this.#change({ account: { ...this.#state.account, ...change } });
  }

  #change(change: Partial<QualifiedState>): void {
    this.#desk.change({ qualified: { ...this.#state, ...change } });
  }
}
