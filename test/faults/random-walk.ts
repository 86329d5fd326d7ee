import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import type { TokenReport } from '../../src/shared/domain/token.ts';
import { problemSchema } from '../../src/shared/problems/problem.ts';
import type { Result } from '../../src/shared/result.ts';
import { practiceScheme } from '../../src/token/library-discovery.ts';
import { CKA, CKF, CKO, CKU } from '../../src/token/pkcs11-numbers.ts';
import type { AppletReference, TokenAccess } from '../../src/token/token-access.ts';
import { createTokenAccess } from '../../src/token/token-client.ts';
import { callsMade, layPlan } from './fault-plan.ts';
import type { KeptProcess } from './kept-process.ts';
import { readTruth } from './read-truth.ts';
import { plugToken, pullToken } from './token-folder.ts';
import { type Ground, ids, pins } from './token-grounds.ts';

/** What a person does, and what befalls the token meanwhile. */
export const happenings = [
  'scan',
  'right PIN',
  'wrong PIN',
  'confirmed wrong PIN',
  'sign out',
  'sign',
  'generate',
  'write certificate',
  'plug',
  'pull',
  'process dies',
  'another program writes',
  'another program deletes its own',
] as const;
export type Happening = (typeof happenings)[number];

/** The label of what the other program writes, and of nothing else. */
const foreignLabel = 'Чужое';

/** One walk over one token, and the account that we keep of it ourselves. */
export class Walk {
  readonly #ground: Ground;
  readonly #folder: string;
  readonly #process: KeptProcess;
  readonly #access: TokenAccess;
  readonly #answers: Result<unknown>[] = [];
  #applet: AppletReference = { device: 'none yet', applet: 'combined' };
  #plugged = true;
  #clicks = 0;
  /** Objects that must be there. */
  #expected: Set<string>;

  constructor(ground: Ground, process: KeptProcess) {
    this.#ground = ground;
    this.#process = process;
    this.#folder = ground.copy();
    this.#expected = new Set(this.#objects());
    this.#access = createTokenAccess({
      launch: process.launch,
      libraries: [`${practiceScheme}${this.#folder}`],
      discoverVendors: false,
      limits: { backOffMs: 0, longestBackOffMs: 0 },
    });
    layPlan(this.#folder, { call: 0, fault: 'general-error', moment: 'before' });
  }

  #truth = () => readTruth(this.#folder, [pins.user]);

  #objects = (): readonly string[] => this.#truth().objects.map(({ identity }) => identity);

  #logins = (): number => callsMade(this.#folder).filter((call) => call === 'C_Login').length;

  /** Takes the step; what is new on the token since is expected to stay. */
  async take(happening: Happening): Promise<void> {
    const wrong = this.#truth().wrongTries.user;
    const logins = this.#logins();
    const answer = await this.#steps[happening]();
    if (answer) this.#answers.push(answer);
    this.#account(happening, wrong, this.#logins() - logins);
    this.#expected = new Set([...this.#expected, ...this.#objects()]);
  }

  #violations: string[] = [];

  /** Every law that was broken since the walk began. */
  broken(): readonly string[] {
    const there = new Set(this.#objects());
    const lost = [...this.#expected].filter((identity) => !there.has(identity)).length;
    const strange = this.#answers.filter((answer) => !answer.ok && !problemSchema.safeParse(answer.problem).success);
    return [
      ...this.#violations,
      ...(lost > 0 ? [`${lost} objects are lost`] : []),
      ...(strange.length > 0 ? ['an answer is not of the catalogue'] : []),
      ...(this.#truth().workingKeys.includes(ids.accessKey) ? [] : ['the access key does not work']),
    ];
  }

  #account(happening: Happening, wrongBefore: number, logins: number): void {
    const clicked = this.#clicks;
    this.#clicks = 0;
    if (logins > clicked) this.#violations.push(`${happening}: ${logins} logins for ${clicked} clicks`);
    const wrongNow = this.#truth().wrongTries.user;
    const typedWrong = happening === 'wrong PIN' || happening === 'confirmed wrong PIN';
    const lawful =
      wrongNow === wrongBefore + (typedWrong ? logins : 0) ||
      (happening === 'right PIN' && logins === 1 && wrongNow === 0);
    if (!lawful) this.#violations.push(`${happening}: wrong tries went from ${wrongBefore} to ${wrongNow}`);
  }

  #signIn(pin: string, lastTryConfirmed: boolean): Promise<Result<unknown>> {
    this.#clicks += 1;
    return this.#access.signIn({ ...this.#applet, pin, lastTryConfirmed });
  }

  async #scan(): Promise<Result<TokenReport>> {
    const report = await this.#access.scan();
    const device = report.ok ? report.value.devices[0] : undefined;
    if (this.#plugged !== (device !== undefined))
      this.#violations.push(`plugged ${this.#plugged}, shown ${JSON.stringify(report)}`);
    const [applet] = device?.applets ?? [];
    if (!device || !applet) return report;
    this.#applet = { device: device.id, applet: applet.kind };
    if (!applet.keys.some(({ keyId, hasCertificate }) => keyId === ids.accessKey && hasCertificate))
      this.#violations.push('the access key is not shown');
    return report;
  }

  /** Another program on the same token, signed in by itself with the right PIN. */
  #elsewhere(act: (cryptoki: ReturnType<typeof openVirtualCryptoki>, session: Buffer) => void): void {
    if (!this.#plugged || this.#truth().wrongTries.user > 0) return;
    const cryptoki = openVirtualCryptoki(this.#folder);
    cryptoki.C_Initialize();
    const [slot] = cryptoki.C_GetSlotList(true);
    if (!slot) return;
    const session = cryptoki.C_OpenSession(slot, CKF.serialSession | CKF.rwSession);
    cryptoki.C_Login(session, CKU.user, pins.user);
    act(cryptoki, session);
    cryptoki.C_Finalize();
  }

  #writeElsewhere(): void {
    this.#elsewhere((cryptoki, session) => {
      cryptoki.C_CreateObject(session, [
        { type: CKA.class, value: CKO.data },
        { type: CKA.token, value: true },
        { type: CKA.label, value: foreignLabel },
        { type: CKA.value, value: Buffer.from('data') },
      ]);
    });
  }

  #deleteElsewhere(): void {
    this.#elsewhere((cryptoki, session) => {
      const before = new Set(this.#objects());
      cryptoki.C_FindObjectsInit(session, [{ type: CKA.label, value: foreignLabel }]);
      const found = cryptoki.C_FindObjects(session, 100);
      cryptoki.C_FindObjectsFinal(session);
      for (const object of found) cryptoki.C_DestroyObject(session, object);
      const after = new Set(this.#objects());
      this.#expected = new Set([...this.#expected].filter((identity) => !before.has(identity) || after.has(identity)));
    });
  }

  readonly #steps: { readonly [happening in Happening]: () => Promise<Result<unknown> | null> } = {
    scan: () => this.#scan(),
    'right PIN': () => this.#signIn(pins.user, true),
    'wrong PIN': () => this.#signIn(pins.wrong, false),
    'confirmed wrong PIN': () => this.#signIn(pins.wrong, true),
    'sign out': () => this.#access.signOut(this.#applet),
    sign: () => this.#access.sign({ ...this.#applet, keyId: ids.accessKey, scheme: 'rsa-pkcs1-sha256', data: 'AAAA' }),
    generate: () => this.#access.generateRsaPair({ ...this.#applet, label: 'Новый ключ' }),
    'write certificate': () =>
      this.#access.writeCertificate({
        ...this.#applet,
        keyId: ids.orphan,
        der: this.#ground.orphanCertificate,
        label: 'Ключ доступа',
      }),
    plug: async () => {
      plugToken(this.#folder);
      this.#plugged = true;
      return null;
    },
    pull: async () => {
      pullToken(this.#folder);
      this.#plugged = false;
      return null;
    },
    'process dies': async () => {
      await this.#process.kill();
      return null;
    },
    'another program writes': async () => {
      this.#writeElsewhere();
      return null;
    },
    'another program deletes its own': async () => {
      this.#deleteElsewhere();
      return null;
    },
  };
}
