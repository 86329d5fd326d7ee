import type { z } from 'zod';
import type { LibraryReport, TokenReport } from '../shared/domain/token.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { processFell } from '../shared/problems/process-fell.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { devicesOf, type LibrarySlots } from './devices.ts';
import { discoverLibraries, type LibraryCandidate, type LibraryGround } from './library-discovery.ts';
import { connectTokenProcess } from './process-connection.ts';
import { createQuarantine } from './quarantine.ts';
import type { AppletReference, TokenAccess, TokenProcessLauncher } from './token-access.ts';
import {
  type AppletTarget,
  tokenAnswerSchemas as answers,
  type LibraryReading,
  type TokenCommand,
  type TokenCommandKind,
} from './token-protocol.ts';
import { createPresenceWatch } from './token-watch.ts';

/** What commands, the token process and its libraries may take. */
interface TokenLimits {
  /** How long each command may take before its process is ended. */
  readonly commandMs: { readonly [kind in TokenCommandKind]: number };
  /**
   * How long a library that broke the process is left alone after the first time; doubled by each further one, up to
   * `longestBackOffMs`.
   */
  readonly backOffMs: number;
  readonly longestBackOffMs: number;
  /** Between two looks at the slots while somebody watches: two of them make the two seconds a person waits. */
  readonly watchMs: number;
  /** Resident memory of the token process, past which a new one takes its place between two commands. */
  readonly memoryBytes: number;
}

/** Limits that differ from the usual ones. */
export type TokenLimitsWish = Partial<Omit<TokenLimits, 'commandMs'>> & {
  readonly commandMs?: Partial<TokenLimits['commandMs']>;
};

/** RSA on a token is a search for primes that takes from seconds to minutes; logging in may wait for a slow reader. */
const defaultLimits: TokenLimits = {
  commandMs: {
    scan: 15_000,
    'sign-in': 30_000,
    'sign-out': 15_000,
    'generate-rsa-pair': 180_000,
    sign: 30_000,
    'write-certificate': 30_000,
    presence: 15_000,
    'generate-gost-pair': 180_000,
    'change-pin': 30_000,
    'unblock-pin': 30_000,
    // Formatting, and then up to 30 s for a token that drops off the bus.
    initialise: 90_000,
    'delete-key': 30_000,
  },
  backOffMs: 15_000,
  longestBackOffMs: 600_000,
  watchMs: 1000,
  memoryBytes: 512 * 1024 * 1024,
};

export interface TokenAccessOptions {
  readonly launch: TokenProcessLauncher;
  /** Libraries named by hand, and folders of virtual tokens as `practice:<folder>`. */
  readonly libraries: readonly string[];
  /** Look for the vendors' libraries of this computer too. */
  readonly discoverVendors: boolean;
  readonly limits?: TokenLimitsWish;
  readonly ground?: LibraryGround;
}

function thisComputer(): LibraryGround {
  const { platform } = process;
  return {
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    architecture: process.arch,
    environment: (name) => process.env[name],
  };
}

function reportOf(candidate: LibraryCandidate, outcome: Result<LibraryReading>): LibraryReport {
  const { path, vendor, source } = candidate;
  if (!outcome.ok) {
    const unknown = { description: null, version: null, manufacturer: null, unreadableSlots: [] };
    return { path, vendor, source, status: 'failed', problem: outcome.problem, ...unknown };
  }
  const { description, version, manufacturer, unreadableSlots } = outcome.value;
  return { path, vendor, source, status: 'loaded', problem: null, description, version, manufacturer, unreadableSlots };
}

const longestWatchPauseMs = 60_000;

/**
 * The tokens of this computer through a token process, which is started when first needed and again after it died or
 * was ended for not answering. Calls wait for each other. A library that broke the process during a scan is reported
 * and, for a while, not loaded again; the scan goes on with the others in a new process.
 */
export function createTokenAccess(options: TokenAccessOptions): TokenAccess {
  const limits: TokenLimits = {
    ...defaultLimits,
    ...options.limits,
    commandMs: { ...defaultLimits.commandMs, ...options.limits?.commandMs },
  };
  const ground = options.ground ?? thisComputer();
  const connection = connectTokenProcess(options.launch, limits);
  const quarantine = createQuarantine(limits.backOffMs, limits.longestBackOffMs);
  /** Applets by device and kind, as the last scan saw them. */
  let targets: ReadonlyMap<string, AppletTarget> = new Map();
  /** Libraries the last scan found, for the watch. */
  let candidates: readonly LibraryCandidate[] | null = null;
  const discover = () => discoverLibraries(options.libraries, ground, options.discoverVendors);
  const targetKey = ({ device, applet }: AppletReference): string => `${device}/${applet}`;

  const readLibrary = async (candidate: LibraryCandidate): Promise<Result<LibraryReading>> => {
    const known = candidate.problem ?? quarantine.problemOf(candidate.path);
    if (known) return fail(known);
    return connection.ask({ kind: 'scan', library: candidate.path }, answers.scan);
  };

  /**
   * Reads every library. When one breaks the process, all are read again without it: what the others said of
   * sign-ins died with the process.
   */
  const readLibraries = async (
    candidates: readonly LibraryCandidate[],
    broken: ReadonlyMap<string, Problem>,
  ): Promise<readonly (readonly [LibraryCandidate, Result<LibraryReading>])[]> => {
    const readings: (readonly [LibraryCandidate, Result<LibraryReading>])[] = [];
    for (const candidate of candidates) {
      const { path } = candidate;
      const brokenBy = broken.get(path);
      const outcome = brokenBy ? fail(brokenBy) : await readLibrary(candidate);
      if (!outcome.ok && !brokenBy && processFell(outcome.problem) && !quarantine.problemOf(path)) {
        quarantine.add(path, outcome.problem);
        return readLibraries(candidates, new Map([...broken, [path, outcome.problem]]));
      }
      if (outcome.ok) quarantine.release(path);
      readings.push([candidate, outcome]);
    }
    return readings;
  };

  /** A library that fails in a watch is looked at less often, and never stops the others from being looked at. */
  const unwatchable = createQuarantine(2 * limits.watchMs, longestWatchPauseMs);
  const look = async (): Promise<void> => {
    candidates ??= await discover();
    for (const { path, problem: known } of candidates) {
      if (known ?? quarantine.problemOf(path) ?? unwatchable.problemOf(path)) continue;
      const outcome = await connection.ask({ kind: 'presence', library: path }, answers.presence);
      if (outcome.ok) {
        unwatchable.release(path);
        presence.note(path, outcome.value.present);
        continue;
      }
      unwatchable.add(path, outcome.problem);
      if (!processFell(outcome.problem)) continue;
      quarantine.add(path, outcome.problem);
      // Whoever was signed in is so no longer.
      presence.tell();
    }
  };
  const presence = createPresenceWatch(look, limits.watchMs);

  const scan = async (): Promise<Result<TokenReport>> => {
    candidates = await discover();
    const readings = await readLibraries(candidates, new Map());
    for (const [{ path }, outcome] of readings) if (outcome.ok) presence.note(path, outcome.value.present);
    const libraries = readings.map(([candidate, outcome]) => reportOf(candidate, outcome));
    const shown = readings.flatMap(([{ path }, outcome]): LibrarySlots[] =>
      outcome.ok ? [{ library: path, slots: outcome.value.slots }] : [],
    );
    const devices = devicesOf(shown);
    targets = new Map(
      devices.flatMap(({ id, library, applets }) =>
        applets.map(({ kind, model, serial }) => [
          targetKey({ device: id, applet: kind }),
          { library, kind, model, serial },
        ]),
      ),
    );
    return succeed({ devices, libraries });
  };

  const withTarget = async <T>(
    reference: AppletReference,
    act: (target: AppletTarget) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    if (!targets.has(targetKey(reference))) await scan();
    const target = targets.get(targetKey(reference));
    return target ? act(target) : fail(problem('TOKEN_NOT_FOUND', {}, { device: reference.device }));
  };

  const act = <T>(
    reference: AppletReference,
    answer: z.ZodType<T>,
    commandOn: (target: AppletTarget) => TokenCommand,
  ): Promise<Result<T>> => withTarget(reference, (target) => connection.ask(commandOn(target), answer));

  return {
    scan,
    signIn: (request) => act(request, answers['sign-in'], (target) => ({ ...request, kind: 'sign-in', target })),
    signOut: (request) => act(request, answers['sign-out'], (target) => ({ kind: 'sign-out', target })),
    generateRsaPair: (request) =>
      act(request, answers['generate-rsa-pair'], (target) => ({ ...request, kind: 'generate-rsa-pair', target })),
    generateGostPair: (request) =>
      act(request, answers['generate-gost-pair'], (target) => ({ ...request, kind: 'generate-gost-pair', target })),
    sign: (request) => act(request, answers.sign, (target) => ({ ...request, kind: 'sign', target })),
    writeCertificate: (request) =>
      act(request, answers['write-certificate'], (target) => ({ ...request, kind: 'write-certificate', target })),
    changePin: (request) =>
      act(request, answers['change-pin'], (target) => ({ ...request, kind: 'change-pin', target })),
    unblockPin: (request) =>
      act(request, answers['unblock-pin'], (target) => ({ ...request, kind: 'unblock-pin', target })),
    initialise: (request) => act(request, answers.initialise, (target) => ({ ...request, kind: 'initialise', target })),
    deleteKey: (request) =>
      act(request, answers['delete-key'], (target) => ({ ...request, kind: 'delete-key', target })),
    watch: (listener) => presence.watch(listener),
    close() {
      presence.stop();
      return connection.close();
    },
  };
}
