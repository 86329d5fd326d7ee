import { isDeepStrictEqual } from 'node:util';
import type { Applet, TokenReport } from '../../src/shared/domain/token.ts';
import type { Result } from '../../src/shared/result.ts';
import { practiceScheme } from '../../src/token/library-discovery.ts';
import type { AppletReference, TokenAccess } from '../../src/token/token-access.ts';
import { createTokenAccess, type TokenLimitsWish } from '../../src/token/token-client.ts';
import type { TokenCommandKind } from '../../src/token/token-protocol.ts';
import { callsMade, type FaultId, layPlan, type Moment, readPlan } from './fault-plan.ts';
import type { Flow } from './flows.ts';
import { inThisProcess, type KeptProcess } from './kept-process.ts';
import { readTruth } from './read-truth.ts';
import { openTokenFolder, plugToken } from './token-folder.ts';
import { type Ground, ids, pins } from './token-grounds.ts';
import type { TokenTruth } from './token-truth.ts';

export interface Injection {
  /** Counted from one within the flow; 0: nothing befalls it. */
  readonly call: number;
  readonly name: string;
  readonly fault: FaultId;
  readonly moment: Moment;
}

/** All that the laws look at after one injection. */
export interface Evidence {
  readonly ground: Ground;
  readonly flow: Flow;
  readonly injection: Injection;
  readonly struck: boolean;
  /** PKCS#11 calls of the flow, in order. */
  readonly calls: readonly string[];
  /** The client's answer; `threw` where it was an exception. */
  readonly answer: Result<unknown> | { readonly threw: unknown };
  readonly before: TokenTruth;
  readonly after: TokenTruth;
  /** Nothing of the token changed. */
  readonly untouched: boolean;
  /** The token looked at again by the same client. */
  readonly look: Result<TokenReport>;
  /** The client says somebody is signed in, and a signature was asked for. */
  readonly signature: Result<unknown> | null;
  /** The next start of the program. */
  readonly nextStart: Result<TokenReport>;
}

/** Longer than the command takes when nothing hangs; one that is not struck in time is tried again with more. */
const hangMs: { readonly [kind in TokenCommandKind]?: number } = {
  'generate-rsa-pair': 700,
  'generate-gost-pair': 700,
};
const shortHangMs = 250;

function accessTo(folder: string, launch: KeptProcess['launch'], commandMs: TokenLimitsWish['commandMs'] = {}) {
  const options = { libraries: [`${practiceScheme}${folder}`], discoverVendors: false };
  // Nobody waits in a matrix: a library that broke its process is asked again at once.
  return createTokenAccess({ ...options, launch, limits: { commandMs, backOffMs: 0, longestBackOffMs: 0 } });
}

async function orThrown<T>(act: () => Promise<Result<T>>): Promise<Result<T> | { readonly threw: unknown }> {
  try {
    return await act();
  } catch (threw) {
    return { threw };
  }
}

/** The program started anew, on the token as it is left. */
async function startAnew(folder: string): Promise<Result<TokenReport>> {
  const opened = openTokenFolder(folder);
  const report = await accessTo(
    folder,
    inThisProcess(() => opened),
  ).scan();
  opened.C_Finalize();
  return report;
}

/** A fresh copy of a token and the program at work with it, up to where the flow begins. */
export interface Bench {
  readonly ground: Ground;
  readonly flow: Flow;
  readonly folder: string;
  readonly access: TokenAccess;
  readonly applet: AppletReference;
  readonly before: TokenTruth;
  /** A start on the token as it was, looked at once. */
  readonly startBefore: Result<TokenReport>;
  readonly process: KeptProcess;
}

interface Prepared {
  readonly before: TokenTruth;
  readonly startBefore: Result<TokenReport>;
}

/** Copies of one ground are alike: the first look at one of them tells of all. */
const prepared = new WeakMap<Ground, Prepared>();

async function preparedOf(ground: Ground): Promise<Prepared> {
  const known = prepared.get(ground);
  if (known) return known;
  const folder = ground.copy();
  const fresh = { before: readTruth(folder, [pins.user]), startBefore: await startAnew(folder) };
  prepared.set(ground, fresh);
  return fresh;
}

function referenceIn(report: Result<TokenReport>): AppletReference {
  const device = report.ok ? report.value.devices[0] : undefined;
  const kind = device?.applets[0]?.kind;
  if (!device || !kind) throw new Error(`No token is shown: ${JSON.stringify(report)}`);
  return { device: device.id, applet: kind };
}

/** @param hangLimit how long the flow's own command may hang, in ms; `null`: as long as in the product */
export async function openBench(
  ground: Ground,
  process: KeptProcess,
  flow: Flow,
  hangLimit: number | null,
): Promise<Bench> {
  const { before, startBefore } = await preparedOf(ground);
  const folder = ground.copy();
  const access = accessTo(folder, process.launch, hangLimit === null ? {} : { [flow.command]: hangLimit });
  const bench = { ground, flow, folder, access, before, startBefore, process };
  // The names of another copy: a list that nobody signed in for asks for none.
  if (flow.command === 'scan' && !flow.signedIn) return { ...bench, applet: referenceIn(startBefore) };
  // The limit is meant for the flow, not for the way to it.
  const preparing = flow.command === 'scan' ? accessTo(folder, process.launch) : access;
  const applet = referenceIn(await preparing.scan());
  if (flow.signedIn) {
    const signedIn = await preparing.signIn({ ...applet, pin: pins.user, lastTryConfirmed: false });
    if (!signedIn.ok) throw new Error(`Nobody can sign in: ${JSON.stringify(signedIn)}`);
  }
  return { ...bench, applet };
}

export const hangLimitOf = (flow: Flow, patience: number): number => (hangMs[flow.command] ?? shortHangMs) * patience;

const sameToken = (left: TokenTruth, right: TokenTruth): boolean =>
  isDeepStrictEqual(
    [left.initialised, left.objects, left.wrongTries, left.pin()],
    [right.initialised, right.objects, right.wrongTries, right.pin()],
  );

/** Lets the fault befall the flow, and looks at everything afterwards. */
export async function inject(bench: Bench, injection: Injection): Promise<Evidence> {
  const { ground, flow, folder, access, applet, before } = bench;
  const { call, fault, moment } = injection;
  layPlan(folder, { call, fault, moment });
  const answer = await orThrown(() => flow.act(access, applet, ground));
  const calls = callsMade(folder);
  const struck = readPlan(folder)?.struck ?? false;
  if (struck && fault === 'pulled') plugToken(folder);

  const after = readTruth(folder, [pins.user, pins.fresh]);
  // A client whose scans may hang for a moment only would not wait for a process to start.
  const looking = fault === 'hang' && flow.command === 'scan' ? accessTo(folder, bench.process.launch) : access;
  const look = await looking.scan();
  const signature = shownApplet(look)?.signedIn
    ? await looking.sign({ ...applet, keyId: ids.accessKey, scheme: 'rsa-pkcs1-sha256', data: 'AAAA' })
    : null;
  const untouched = sameToken(before, after);
  const nextStart = untouched ? bench.startBefore : await startAnew(folder);
  return { ground, flow, injection, struck, calls, answer, before, after, untouched, look, signature, nextStart };
}

export const shownApplet = (report: Result<TokenReport>): Applet | null =>
  (report.ok ? report.value.devices[0]?.applets[0] : undefined) ?? null;
