import type { CertificationAccount } from '../../egais/certification-authority/certification-account.ts';
import type { Application } from '../../shared/domain/certification-authority.ts';
import { blankQualified, type QualifiedState } from '../../shared/ipc/qualified-state.ts';
import { type Problem, problem } from '../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { ExportedFile } from '../certificate-export.ts';
import { configuredAccount } from '../certification-account/configured-account.ts';
import { fetchCertificate } from '../certification-account/obtain-certificate.ts';
import { bytesOf, certifiableKeys } from '../qualified-certificate/qualified-requests.ts';
import { Rest } from '../rest.ts';
import type { QualifiedDesk } from './qualified-desk.ts';

const done = succeed(null);
const notReady = () => fail(problem('SETUP_STEP_NOT_READY'));

type AccountState = QualifiedState['account'];
type Question = NonNullable<AccountState['asking']>;

/** Of a phone number only its end is shown and kept. */
const phoneEnd = (phone: string): string => phone.replace(/\D/g, '').replace(/^.*(\d\d)(\d\d)$/, '…$1-$2');

/** Problems after which another code is needed. */
const codeIsOver: ReadonlySet<Problem['code']> = new Set(['CERTIFICATION_CODE_EXPIRED', 'CERTIFICATION_PHONE_LOCKED']);
/** Between two looks at an application whose service does not say when to look again. */
const usualRestSeconds = 30;

const isUnderWay = ({ state }: Application['issue']): boolean => state === 'ordered' || state === 'issuing';

/** The account of an authority: signing in by a code, the applications, and what becomes of the one that was opened. */
export class CertificationAccountWalk {
  readonly #desk: QualifiedDesk;
  #rest: Rest | null = null;
  #closed = false;

  constructor(desk: QualifiedDesk) {
    this.#desk = desk;
  }

  close(): void {
    this.#closed = true;
    this.#rest?.stop();
  }

  /** «Получить код». */
  async requestCode(phone: string): Promise<Result<null>> {
    const sent = await this.#ask('code', (account) => account.requestCode(phone));
    if (sent.ok) this.#change({ code: { ...sent.value, phoneEnd: phoneEnd(phone), sentAt: this.#desk.now() } });
    return sent.ok ? done : sent;
  }

  /** «Код подтверждения»: one try. The code goes straight on to the account and is kept nowhere. */
  async signIn(code: string): Promise<Result<null>> {
    const opened = await this.#ask('sign-in', (account) => account.signIn(code));
    const sent = this.#state.code;
    if (!opened.ok) {
      const triesLeft = Number(opened.problem.values.triesLeft);
      if (codeIsOver.has(opened.problem.code)) this.#change({ code: null });
      else if (sent && triesLeft > 0) this.#change({ code: { ...sent, triesLeft } });
      return opened;
    }
    this.#change({ code: null });
    return this.load();
  }

  async signOut(): Promise<Result<null>> {
    this.stopWatch();
    this.#desk.journey.workplace.certificationAccount?.signOut();
    this.#desk.change({ account: blankQualified(this.#state.configured).account });
    return done;
  }

  async load(): Promise<Result<null>> {
    const list = await this.#ask('applications', (account) => account.applications());
    if (!list.ok) return list;
    const { chosen } = this.#state;
    const stays = list.value.some(({ id }) => id === chosen) ? chosen : null;
    this.#change({ applications: [...list.value], chosen: stays });
    this.#watchIfUnderWay();
    return done;
  }

  /** Opens an application, or goes back to the list. */
  async open(id: string | null): Promise<Result<null>> {
    this.stopWatch();
    this.#change({ chosen: id, papers: [], problem: null });
    if (id === null) return done;
    const found = await this.#lookAt(id);
    if (!found.ok) return found;
    this.#watchIfUnderWay();
    const papers = await this.#ask('paper', (account) => account.papers(id));
    if (papers.ok && this.#state.chosen === id) this.#change({ papers: [...papers.value] });
    return papers.ok ? done : papers;
  }

  /** «Запросить сертификат»: sends the request once, then watches what becomes of it. */
  async submit(): Promise<Result<null>> {
    const { chosen } = this.#state;
    const { request } = this.#desk;
    if (chosen === null || !request) return notReady();
    const sent = await this.#ask('submit', (account) => account.submit(chosen, bytesOf(request.der)));
    // Whatever the answer was, the application tells what is so.
    const cause = sent.ok ? null : sent.problem;
    const found = await this.#lookAt(chosen);
    if (cause) this.#change({ problem: cause });
    if (found.ok) this.#watchIfUnderWay();
    return sent.ok ? done : sent;
  }

  /** Looks at the application now. */
  async look(): Promise<Result<null>> {
    const { chosen } = this.#state;
    if (chosen === null) return notReady();
    if (this.#rest) {
      this.#rest.cutShort();
      return done;
    }
    const found = await this.#lookAt(chosen);
    this.#watchIfUnderWay();
    return found.ok ? done : found;
  }

  /** The person does not wait here any longer; the request stays out, and its key on the token. */
  async stopWaiting(): Promise<Result<null>> {
    this.stopWatch();
    this.#change({ chosen: null });
    return done;
  }

  /** What the authority issued for the opened application, with everything above it: PKCS#7. */
  async issued(): Promise<Result<Uint8Array>> {
    const { chosen } = this.#state;
    const { request, requests, journey } = this.#desk;
    const token = journey.device?.serial ?? request?.token;
    if (chosen === null || token === undefined) return notReady();
    // Which of several requests was sent is not remembered: the certificate tells, and the pages are about that one.
    const keys = certifiableKeys(token, journey.device, requests);
    const issued = await this.#ask('certificate', (account) => fetchCertificate(account, chosen, keys));
    if (!issued.ok) return issued;
    this.#desk.change({ request: issued.value.key.keyId });
    return succeed(issued.value.bundle);
  }

  /** A paper that the authority has made for the opened application. */
  async paper(paperId: string): Promise<Result<ExportedFile>> {
    const { chosen } = this.#state;
    if (chosen === null) return notReady();
    return this.#ask('paper', (account) => account.paper(chosen, paperId));
  }

  stopWatch(): void {
    this.#rest?.stop();
    this.#rest = null;
    if (this.#state.watch) this.#change({ watch: null });
  }

  get #state(): AccountState {
    return this.#desk.state.account;
  }

  #change(change: Partial<AccountState>): void {
    this.#desk.change({ account: { ...this.#state, ...change } });
  }

  /** One question to the account; the state tells which, and how it ended. */
  async #ask<T>(asking: Question, ask: (account: CertificationAccount) => Promise<Result<T>>): Promise<Result<T>> {
    const account = configuredAccount(this.#desk.journey.workplace);
    if (!account.ok) return account;
    if (this.#state.asking !== null) return fail(problem('SETUP_BUSY'));
    this.#change({ asking, problem: null });
    const answer = await ask(account.value);
    this.#change({
      asking: null,
      signedIn: account.value.isSignedIn(),
      problem: answer.ok ? null : answer.problem,
    });
    return answer;
  }

  async #lookAt(id: string): Promise<Result<Application>> {
    const found = await this.#ask('look', (account) => account.application(id));
    if (found.ok) this.#seen(found.value);
    return found;
  }

  #seen(application: Application): void {
    const { applications } = this.#state;
    const known = applications.some(({ id }) => id === application.id);
    this.#change({
      applications: known
        ? applications.map((row) => (row.id === application.id ? application : row))
        : [...applications, application],
    });
  }

  #watchIfUnderWay(): void {
    const { applications, chosen, signedIn } = this.#state;
    const application = applications.find(({ id }) => id === chosen);
    if (signedIn && application && isUnderWay(application.issue) && this.#rest === null) void this.#watch(application);
  }

  /** Looks at an application until it is issued or refused, the sign-in ends, or the person goes on to something else. */
  async #watch(application: Application): Promise<void> {
    const account = this.#desk.journey.workplace.certificationAccount;
    if (!account) return;
    const rest = new Rest();
    this.#rest = rest;
    const since = this.#desk.now();
    let { issue } = application;
    this.#change({ watch: { since, lookedAt: since } });
    while (!this.#closed && (issue.state === 'ordered' || issue.state === 'issuing')) {
      await rest.rest((issue.retryAfterSeconds ?? usualRestSeconds) * 1000);
      if (rest.signal.aborted) return;
      const found = await account.application(application.id);
      if (rest.signal.aborted) return;
      this.#change({
        watch: { since, lookedAt: this.#desk.now() },
        signedIn: account.isSignedIn(),
        problem: found.ok ? null : found.problem,
      });
      if (!found.ok && !account.isSignedIn()) break;
      if (found.ok) {
        this.#seen(found.value);
        issue = found.value.issue;
      }
    }
    this.#rest = null;
    this.#change({ watch: null });
  }
}
