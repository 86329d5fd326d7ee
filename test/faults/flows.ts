import type { Result } from '../../src/shared/result.ts';
import type { AppletReference, TokenAccess } from '../../src/token/token-access.ts';
import type { TokenCommandKind } from '../../src/token/token-protocol.ts';
import { type Ground, type GroundId, ids, pins } from './token-grounds.ts';
import type { TokenTruth } from './token-truth.ts';

/** What a person does on a token, as a row of the matrix. */
export interface Flow {
  readonly id: string;
  readonly command: TokenCommandKind;
  readonly on: readonly GroundId[];
  /** Signed in before the faults begin. */
  readonly signedIn: boolean;
  /** How often each call that carries a PIN may be made: what one click allows. */
  readonly clicks: { readonly [call: string]: number };
  /** Wrong PINs among those clicks. */
  readonly wrong: { readonly user: number; readonly so: number };
  /** CKA_IDs of what the person named for deletion; `all` in a preparation anew. */
  readonly named: readonly string[] | 'all';
  act(access: TokenAccess, applet: AppletReference, ground: Ground): Promise<Result<unknown>>;
  /** What must be true of the token when the flow answered that it is done. */
  done(truth: TokenTruth, answer: unknown): boolean;
  /** How it ends when nothing befalls it; `null`: well. */
  readonly ends: string | null;
}

const both: readonly GroundId[] = ['virtual', 'softhsm'];

const quiet = {
  on: both,
  signedIn: true,
  clicks: {},
  wrong: { user: 0, so: 0 },
  named: [],
  done: () => true,
  ends: null,
} as const;

const hasBothHalves = ({ objects }: TokenTruth, keyId: string): boolean =>
  (['public-key', 'private-key'] as const).every((kind) =>
    objects.some((object) => object.kind === kind && object.keyId === keyId),
  );

const answeredKey = (answer: unknown): string =>
  typeof answer === 'object' && answer !== null && 'keyId' in answer ? String(answer.keyId) : '';

/** Every flow of the product on a token; a new one is a new row. */
export const flows: readonly Flow[] = [
  { ...quiet, id: 'list', command: 'scan', signedIn: false, act: (access) => access.scan() },
  { ...quiet, id: 'list while signed in', command: 'scan', act: (access) => access.scan() },
  {
    ...quiet,
    id: 'sign in',
    command: 'sign-in',
    signedIn: false,
    clicks: { C_Login: 1 },
    act: (access, applet) => access.signIn({ ...applet, pin: pins.user, lastTryConfirmed: false }),
  },
  {
    ...quiet,
    id: 'sign in anew',
    command: 'sign-in',
    clicks: { C_Login: 1 },
    act: (access, applet) => access.signIn({ ...applet, pin: pins.user, lastTryConfirmed: false }),
  },
  {
    ...quiet,
    id: 'sign in with a wrong PIN',
    command: 'sign-in',
    signedIn: false,
    clicks: { C_Login: 1 },
    wrong: { user: 1, so: 0 },
    act: (access, applet) => access.signIn({ ...applet, pin: pins.wrong, lastTryConfirmed: false }),
    ends: 'TOKEN_PIN_INCORRECT',
  },
  { ...quiet, id: 'sign out', command: 'sign-out', act: (access, applet) => access.signOut(applet) },
  {
    ...quiet,
    id: 'sign',
    command: 'sign',
    act: (access, applet) => access.sign({ ...applet, keyId: ids.accessKey, scheme: 'rsa-pkcs1-sha256', data: 'AAAA' }),
  },
  {
    ...quiet,
    id: 'generate',
    command: 'generate-rsa-pair',
    act: (access, applet) => access.generateRsaPair({ ...applet, label: 'Новый ключ' }),
    done: (truth, answer) => hasBothHalves(truth, answeredKey(answer)),
  },
  {
    ...quiet,
    id: 'write certificate',
    command: 'write-certificate',
    act: (access, applet, { orphanCertificate }) =>
      access.writeCertificate({ ...applet, keyId: ids.orphan, der: orphanCertificate, label: 'Ключ доступа' }),
    done: ({ workingKeys }) => workingKeys.includes(ids.orphan),
  },
  {
    ...quiet,
    id: 'generate a ГОСТ pair',
    command: 'generate-gost-pair',
    on: ['virtual'],
    act: (access, applet) => access.generateGostPair({ ...applet, label: 'Подпись', parameterSet: '1.2.643.2.2.35.1' }),
    done: (truth, answer) => hasBothHalves(truth, answeredKey(answer)),
  },
  {
    ...quiet,
    id: 'change PIN',
    command: 'change-pin',
    signedIn: false,
    clicks: { C_Login: 1, C_SetPIN: 1 },
    act: (access, applet) =>
      access.changePin({ ...applet, oldPin: pins.user, newPin: pins.fresh, lastTryConfirmed: false }),
    done: (truth) => truth.pin() === pins.fresh,
  },
  {
    ...quiet,
    id: 'change PIN with a wrong one',
    command: 'change-pin',
    signedIn: false,
    clicks: { C_Login: 1, C_SetPIN: 1 },
    wrong: { user: 1, so: 0 },
    act: (access, applet) =>
      access.changePin({ ...applet, oldPin: pins.wrong, newPin: pins.fresh, lastTryConfirmed: false }),
    ends: 'TOKEN_PIN_INCORRECT',
  },
  {
    ...quiet,
    id: 'unblock PIN',
    command: 'unblock-pin',
    on: ['softhsm'],
    signedIn: false,
    clicks: { C_Login: 1, C_InitPIN: 1 },
    act: (access, applet) =>
      access.unblockPin({ ...applet, soPin: pins.so, newPin: pins.fresh, lastTryConfirmed: false }),
    done: (truth) => truth.pin() === pins.fresh,
  },
  {
    ...quiet,
    id: 'prepare anew',
    command: 'initialise',
    signedIn: false,
    clicks: { C_InitToken: 1, C_Login: 1, C_InitPIN: 1 },
    named: 'all',
    act: (access, applet) =>
      access.initialise({ ...applet, soPin: pins.so, newPin: pins.fresh, label: 'Магазин', lastTryConfirmed: false }),
    done: (truth) => truth.initialised && truth.objects.length === 0 && truth.pin() === pins.fresh,
  },
  {
    ...quiet,
    id: 'prepare anew with a wrong PIN',
    command: 'initialise',
    signedIn: false,
    clicks: { C_InitToken: 1, C_Login: 1, C_InitPIN: 1 },
    wrong: { user: 0, so: 1 },
    act: (access, applet) =>
      access.initialise({
        ...applet,
        soPin: pins.wrongSo,
        newPin: pins.fresh,
        label: 'Магазин',
        lastTryConfirmed: false,
      }),
    ends: 'TOKEN_SO_PIN_INCORRECT',
  },
  {
    ...quiet,
    id: 'delete an orphan',
    command: 'delete-key',
    named: [ids.orphan],
    act: (access, applet) => access.deleteKey({ ...applet, keyId: ids.orphan, as: 'orphan-key' }),
    done: ({ objects }) => objects.every(({ keyId }) => keyId !== ids.orphan),
  },
];
