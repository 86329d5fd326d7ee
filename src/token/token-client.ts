import type { LibraryReport, TokenReport } from '../shared/domain/token.ts';
import { type Problem, problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { devicesOf, type LibrarySlots } from './devices.ts';
import { discoverLibraries, type LibraryCandidate, type LibraryGround } from './library-discovery.ts';
import { connectTokenProcess } from './process-connection.ts';
import { createQuarantine } from './quarantine.ts';
import type { AppletReference, TokenAccess, TokenProcessLauncher } from './token-access.ts';
import { type AppletTarget, type LibraryReading, type TokenCommandKind, tokenAnswerSchemas } from './token-protocol.ts';

/** How long each command may take before its process is ended, and how long a library that broke it is left alone. */
export interface TokenLimits {
  readonly commandMs: { readonly [kind in TokenCommandKind]: number };
  /** After the first failure; doubled by each further one, up to `longestBackOffMs`. */
  readonly backOffMs: number;
  readonly longestBackOffMs: number;
}

/** RSA on a token is a search for primes that takes from seconds to minutes; logging in may wait for a slow reader. */
const defaultLimits: TokenLimits = {
  commandMs: {
    scan: 15_000,
    'sign-in': 30_000,
    'sign-out': 15_000,
    'generate-rsa-pair': 180_000,
    sign: 30_000,
    'write-certificate': 30_000,
  },
  backOffMs: 15_000,
  longestBackOffMs: 600_000,
};

export interface TokenAccessOptions {
  readonly launch: TokenProcessLauncher;
  /** Libraries named by hand, and folders of virtual tokens as `practice:<folder>`. */
  readonly libraries: readonly string[];
  /** Look for the vendors' libraries of this computer too. */
  readonly discoverVendors: boolean;
  readonly limits?: Partial<TokenLimits>;
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

const brokeTheProcess = ({ code }: Problem): boolean => code === 'TOKEN_PROCESS_DIED' || code === 'TOKEN_PROCESS_HUNG';

/**
 * The tokens of this computer through a token process, which is started when first needed and again after it died or
 * was ended for not answering. Calls wait for each other. A library that broke the process during a scan is reported
 * and, for a while, not loaded again; the scan goes on with the others in a new process.
 */
export function createTokenAccess(options: TokenAccessOptions): TokenAccess {
  const limits = { ...defaultLimits, ...options.limits };
  const ground = options.ground ?? thisComputer();
  const connection = connectTokenProcess(options.launch, limits.commandMs);
  const quarantine = createQuarantine(limits.backOffMs, limits.longestBackOffMs);
  /** Applets by device and kind, as the last scan saw them. */
  let targets: ReadonlyMap<string, AppletTarget> = new Map();
  const targetKey = ({ device, applet }: AppletReference): string => `${device}/${applet}`;

  const readLibrary = async (candidate: LibraryCandidate): Promise<Result<LibraryReading>> => {
    const known = candidate.problem ?? quarantine.problemOf(candidate.path);
    if (known) return fail(known);
    return connection.ask({ kind: 'scan', library: candidate.path }, tokenAnswerSchemas.scan);
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
      if (!outcome.ok && !brokenBy && brokeTheProcess(outcome.problem) && !quarantine.problemOf(path)) {
        quarantine.add(path, outcome.problem);
        return readLibraries(candidates, new Map([...broken, [path, outcome.problem]]));
      }
      if (outcome.ok) quarantine.release(path);
      readings.push([candidate, outcome]);
    }
    return readings;
  };

  const scan = async (): Promise<Result<TokenReport>> => {
    const candidates = await discoverLibraries(options.libraries, ground, options.discoverVendors);
    const readings = await readLibraries(candidates, new Map());
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

  return {
    scan,
    signIn: (request) =>
      withTarget(request, (target) => {
        const { pin, lastTryConfirmed } = request;
        return connection.ask({ kind: 'sign-in', target, pin, lastTryConfirmed }, tokenAnswerSchemas['sign-in']);
      }),
    signOut: (reference) =>
      withTarget(reference, (target) => connection.ask({ kind: 'sign-out', target }, tokenAnswerSchemas['sign-out'])),
    generateRsaPair: (request) =>
      withTarget(request, (target) =>
        connection.ask(
          { kind: 'generate-rsa-pair', target, label: request.label },
          tokenAnswerSchemas['generate-rsa-pair'],
        ),
      ),
    sign: (request) =>
      withTarget(request, (target) => {
        const { keyId, scheme, data } = request;
        return connection.ask({ kind: 'sign', target, keyId, scheme, data }, tokenAnswerSchemas.sign);
      }),
    writeCertificate: (request) =>
      withTarget(request, (target) => {
        const { keyId, der, label } = request;
        return connection.ask(
          { kind: 'write-certificate', target, keyId, der, label },
          tokenAnswerSchemas['write-certificate'],
        );
      }),
    close: () => connection.close(),
  };
}
