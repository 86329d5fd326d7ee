import { createUtmClient } from '../egais/utm/utm-client.ts';
import type { Finding } from '../shared/domain/finding.ts';
import type { UtmOnComputer, UtmState } from '../shared/domain/utm.ts';
import type {
  BeforeInstall,
  BuildComparison,
  DocumentsKept,
  InstallSign,
  InstallSignId,
} from '../shared/domain/utm-setup.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { unsentProblem } from '../shared/problems/unsent.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { checkMachine } from './check-machine.ts';
import { mendComputer } from './mend-computer.ts';
import { Rest } from './rest.ts';
import type { Workplace } from './workplace.ts';

/** Whether a UTM is there that may keep documents; one that is not told of is taken to be there. */
const mayBeInstalled = ({ reachability, computer }: UtmState): boolean =>
  reachability === 'answering' || computer?.installed !== false;

/** What is shown of words that a UTM chose. */
const longestWords = 60;

async function documentsKept(state: UtmState): Promise<DocumentsKept> {
  if (!mayBeInstalled(state)) return { kind: 'none-installed' };
  if (state.reachability !== 'answering') return { kind: 'unknown' };
  const listed = await createUtmClient(state.url).unsentDocuments();
  if (listed.ok && listed.value.count > 0) return { kind: 'counted', count: listed.value.count };
  // They are in the UTM's database and in none of its lists.
  const since = state.info?.unsentChequesSince ?? null;
  if (since !== null) return { kind: 'cheques', since: since.slice(0, longestWords) };
  return listed.ok ? { kind: 'counted', count: 0 } : { kind: 'unknown' };
}

const worthNaming = ({ status }: Finding): boolean => status !== 'ok';

/** Looks at what an installation would meet. Changes nothing. */
export async function lookBeforeInstall(place: Workplace, utm?: UtmState): Promise<BeforeInstall> {
  const state = utm ?? (await place.readUtm(null));
  const [documents, { findings }] = await Promise.all([
    documentsKept(state),
    // A token is not read for the sake of files on a disk.
    checkMachine(place, ['utm-remains'], () => undefined, { utm: state, tokens: fail(problem('SETUP_NO_TOKEN')) }),
  ]);
  return { update: mayBeInstalled(state), documents, remains: findings.find(worthNaming) ?? null };
}

/**
 * Why a UTM must not be installed now; `null`: it may. Pure. An installer may make a new database of an old one, and
 * what was not sent is lost with it; what cannot be counted is gone on with only at a person's explicit word.
 */
export function installRefusal({ documents }: BeforeInstall, documentsUnknown: boolean): Problem | null {
  if (documents.kind === 'unknown') return documentsUnknown ? null : problem('SETUP_UTM_DOCUMENTS_UNKNOWN');
  return unsentProblem(documents);
}

/** `4.2.0-b2698`, `4.2.0b002698` and `4.2.0b2698` are one build: what follows `b` is a number. */
function sameBuild(one: string, other: string): boolean {
  const parts = (build: string) =>
    build
      .toLowerCase()
      .match(/\d+|[a-z]+/g)
      ?.map((part) => part.replace(/^0+(?=\d)/, ''));
  return parts(one)?.join('.') === parts(other)?.join('.');
}

/** Compares the build that was to be installed with the one that is there. Pure. */
export const compareBuilds = (expected: string | null, found: string | null): BuildComparison => ({
  expected,
  found,
  same: expected === null || found === null ? null : sameBuild(expected, found),
});

const buildOf = ({ build, computer }: UtmState): string | null => build ?? computer?.log?.version ?? null;

/** What is seen of a UTM from outside while its installer works. */
interface Outside {
  readonly hasFolder: boolean;
  readonly service: NonNullable<UtmOnComputer['service']>['state'] | null;
  readonly startedAt: string | null;
}

const signs: Readonly<Record<InstallSignId, (now: Outside, before: Outside) => boolean>> = {
  folder: ({ hasFolder }) => hasFolder,
  service: ({ service }) => service !== null && service !== 'absent' && service !== 'unknown',
  'service-stopped': ({ service }) => service === 'stopped' || service === 'absent',
  'service-runs': ({ service }) => service === 'running',
  log: (now, before) => now.startedAt !== null && now.startedAt !== before.startedAt,
};

/** Of a first installation, and of an update of a UTM that is there already. */
export const signsOf = (update: boolean): readonly InstallSignId[] =>
  update ? ['service-stopped', 'service-runs', 'log'] : ['folder', 'service', 'log'];

const expectedSigns = (update: boolean): readonly InstallSign[] => signsOf(update).map((id) => ({ id, seenAt: null }));

/** The signs after another look: what was seen stays seen, and each waits for the one before it. Pure. */
export function signsAfter(
  known: readonly InstallSign[],
  now: Outside,
  before: Outside,
  at: string,
): readonly InstallSign[] {
  let seenSoFar = true;
  return known.map((sign) => {
    seenSoFar = sign.seenAt !== null || (seenSoFar && signs[sign.id](now, before));
    return seenSoFar && sign.seenAt === null ? { ...sign, seenAt: at } : sign;
  });
}

/** Where the installer puts a UTM unless it is told otherwise (docs/sources.md, UTM). */
const usualFolder = '\\UTM\\transporter';

async function lookFromOutside({ readUtm, system }: Workplace): Promise<Outside> {
  const usual = `${system.environment('SystemDrive') ?? 'C:'}${usualFolder}`;
  const [{ computer }, isThere] = await Promise.all([readUtm(null), system.exists(usual)]);
  return {
    hasFolder: isThere || (computer?.folder ?? null) !== null,
    service: computer?.service?.state ?? null,
    startedAt: computer?.log?.startedAt ?? null,
  };
}

const LOOK_EVERY_MS = 2_000;

/** Looks again and again while something else works, and once more when it has ended. */
async function watchSigns<T>(
  place: Workplace,
  update: boolean,
  work: Promise<T>,
  onSigns: (signs: readonly InstallSign[]) => void,
): Promise<T> {
  const rest = new Rest();
  const ended = work.finally(() => rest.stop());
  let seen = expectedSigns(update);
  onSigns(seen);
  const before = await lookFromOutside(place);
  const look = async () => {
    seen = signsAfter(seen, await lookFromOutside(place), before, place.now().toISOString());
    onSigns(seen);
  };
  while (!rest.signal.aborted) {
    await rest.rest(LOOK_EVERY_MS);
    await look();
  }
  return ended;
}

/** What a person was shown and agreed to. */
export interface InstallUtmOrder {
  readonly file: string;
  readonly sha256: string;
  /** As the installer's name has it. */
  readonly build: string | null;
  /** The person knows that documents of the UTM that is there could not be counted. */
  readonly documentsUnknown: boolean;
}

export interface InstalledUtm {
  readonly restartNeeded: boolean;
  readonly before: BeforeInstall;
  readonly state: UtmState;
  readonly build: BuildComparison;
}

/** What is told of an installation on its way. */
export interface InstallWatch {
  onBefore(before: BeforeInstall): void;
  /** Nothing is in the way: now the system asks for rights, and the installer opens its window. */
  onBegin?(): void;
  onSigns(signs: readonly InstallSign[]): void;
}

/** An installer that stops where something of a former UTM is left, mostly stops because of it. */
function stoppedByRemains({ update, remains }: BeforeInstall, { code, values }: Problem): Result<never> | null {
  if (update || remains === null || code !== 'MACHINE_INSTALLER_FAILED') return null;
  return fail(problem('SETUP_UTM_REMAINS_STOP', { code: values.code ?? '—', folder: remains.values.folder ?? '—' }));
}

/**
 * Installs or updates the UTM with its own installer and in its own window: a silent run is not known to work
 * (docs/sources.md, UTM). Looks anew at what is in the way first.
 * Problems: `SETUP_UTM_UNSENT_DOCUMENTS`, `SETUP_UTM_UNSENT_CHEQUES`, `SETUP_UTM_DOCUMENTS_UNKNOWN`,
 * `SETUP_UTM_REMAINS_STOP`, those of `mendComputer`, and `SETUP_UTM_NOT_INSTALLED` where the installer ended well and no UTM is there.
 */
export async function installUtm(
  place: Workplace,
  { file, sha256, build, documentsUnknown }: InstallUtmOrder,
  { onBefore, onBegin, onSigns }: InstallWatch,
): Promise<Result<InstalledUtm>> {
  const before = await lookBeforeInstall(place);
  onBefore(before);
  const refusal = installRefusal(before, documentsUnknown);
  place.record.write({
    event: 'utm-install',
    facts: {
      sha256,
      build,
      update: before.update,
      documents: before.documents.kind === 'counted' ? before.documents.count : before.documents.kind,
      remains: before.remains?.variant ?? null,
      outcome: refusal?.code ?? 'begun',
    },
  });
  if (refusal !== null) return fail(refusal);
  onBegin?.();
  const work = mendComputer(place, { operation: 'install-file', file, sha256 });
  const outcome = await watchSigns(place, before.update, work, onSigns);
  if (!outcome.ok) return stoppedByRemains(before, outcome.problem) ?? outcome;
  const state = await place.readUtm(null);
  const comparison = compareBuilds(build, buildOf(state));
  const installed = state.reachability === 'answering' || state.computer?.installed !== false;
  place.record.write({
    event: 'utm-installed',
    facts: { sha256, expected: comparison.expected, found: comparison.found, installed },
  });
  if (!installed) return fail(problem('SETUP_UTM_NOT_INSTALLED'));
  return succeed({ restartNeeded: outcome.value.restartNeeded, before, state, build: comparison });
}
