import { type UtmStartMark, type UtmVerdictId, utmStartMarkSchema } from '../../../shared/domain/utm.ts';
import type { InstallSign } from '../../../shared/domain/utm-setup.ts';
import type { WizardState } from '../../../shared/ipc/wizard-state.ts';
import type { StageStatus } from '../../controls/stage-lines.tsx';

/**
 * Where a UTM is on its way: it has to be brought (`get`, `getting`), run (`installer`, `installing`), told its PINs
 * (`settings`), started (`start`, `coming-up`); its database is another place's (`database`); it is put to the proof
 * (`proof`); or it says how it is (`verdict`).
 */
export type UtmChapter =
  | 'get'
  | 'getting'
  | 'installer'
  | 'installing'
  | 'settings'
  | 'start'
  | 'coming-up'
  | 'database'
  | 'proof'
  | 'verdict';

/** What a person came for: whatever comes next, or a newer build of a UTM that is there. */
export type UtmWish = 'bring-up' | 'update';

type ChapterState = Pick<WizardState, 'utm' | 'utmSetup'>;

const atWork = {
  download: 'getting',
  unpack: 'getting',
  install: 'installing',
  configure: 'settings',
  start: 'start',
  'come-up': 'coming-up',
  renew: 'database',
  prove: 'proof',
} as const satisfies Record<NonNullable<WizardState['utmSetup']['work']>['kind'], UtmChapter>;

const toGet: readonly UtmVerdictId[] = ['not-installed', 'files-missing', 'outdated'];
const toStart: readonly UtmVerdictId[] = ['stopped', 'disabled'];
const onItsWay: readonly UtmVerdictId[] = ['coming-up', 'starting'];

/** The cure of these verdicts is to give the UTM its PINs. */
export const lacksPins = (id: UtmVerdictId): boolean => id === 'pin-missing' || id === 'pin-refused';

/** A UTM takes hold of its token, and of its port, when it starts: a start anew is a part of these cures. */
const mendedByRestart: readonly UtmVerdictId[] = [
  'start-stuck',
  'silent',
  'port-taken',
  'database-locked',
  'token-unreadable',
  'wrong-token',
  'signing-broken',
  'exchange-stale',
];
export const restartHelps = (id: UtmVerdictId): boolean => mendedByRestart.includes(id);

/** A UTM without a database makes none without PINs: one that was installed first of all, or whose database is aside. */
const needsPins = ({ installed, renewed, configured }: WizardState['utmSetup']): boolean =>
  configured === 'no' && ((installed !== null && !installed.update) || renewed?.pinsNeeded === true);

export const isOnItsWay = ({ verdict, computer }: NonNullable<WizardState['utm']['state']>): boolean =>
  onItsWay.includes(verdict.id) || (verdict.id === 'silent' && computer?.service?.state === 'running');

/** The chapter that follows from what is known. A wait that failed is not begun anew by itself. */
export function utmChapter({ utm, utmSetup }: ChapterState, wish: UtmWish): UtmChapter {
  const { work, installer, installed, configured, mayInstall } = utmSetup;
  if (work?.phase === 'running') return atWork[work.kind];
  if (installer !== null) return 'installer';
  const { state } = utm;
  if (state === null) return 'verdict';
  const { id, healthy } = state.verdict;
  const wanted = toGet.includes(id) || (wish === 'update' && installed === null);
  if (wanted) return mayInstall ? 'get' : 'verdict';
  if (healthy) return 'verdict';
  const notUp = toStart.includes(id) || onItsWay.includes(id) || lacksPins(id) || id === 'silent';
  // However far its start comes, it comes to nothing.
  if (notUp && needsPins(utmSetup)) return 'settings';
  // Whatever it is doing, it has not read the settings that were written since.
  if (notUp && configured === 'start-due') return 'start';
  if (toStart.includes(id)) return 'start';
  return isOnItsWay(state) && work?.kind !== 'come-up' ? 'coming-up' : 'verdict';
}

/** How many tokens are in the computer; a UTM takes the first of them when it starts. */
export const tokenCount = ({ tokens }: Pick<WizardState, 'tokens'>): number => tokens.report?.devices.length ?? 0;

interface Stage<Id extends string> {
  readonly id: Id;
  readonly status: StageStatus;
}

/** The marks of a start by what the UTM's log shows: the one after the last that was left is waited for. */
export function startStages(state: WizardState['utm']['state']): readonly Stage<UtmStartMark>[] {
  const { mark = null, ended = true } = state?.computer?.log ?? {};
  const left = mark === null || ended ? 0 : utmStartMarkSchema.options.indexOf(mark) + 1;
  return utmStartMarkSchema.options.map((id, index) => ({
    id,
    status: index < left ? 'done' : index === left ? 'running' : 'waiting',
  }));
}

/** The signs of an installation: the first that has not been seen is waited for. */
export function installStages(signs: readonly InstallSign[]): readonly Stage<InstallSign['id']>[] {
  const next = signs.findIndex(({ seenAt }) => seenAt === null);
  return signs.map(({ id, seenAt }, index) => ({
    id,
    status: seenAt !== null ? 'done' : index === next ? 'running' : 'waiting',
  }));
}

/** The part of a download that has come, 0 to 1; `null` while nothing is known of it. */
export const partReceived = ({ received }: Pick<WizardState['utmSetup'], 'received'>): number | null =>
  received === null || received.of <= 0 ? null : Math.min(1, received.bytes / received.of);
