import { contourAgreement } from '../egais/utm/answer-signs.ts';
import { signingTrouble } from '../egais/utm/computer-signs.ts';
import { type GivenDocument, isFsrarId } from '../egais/utm/own-record-query.ts';
import { createUtmClient } from '../egais/utm/utm-client.ts';
import type { UtmCertificate, UtmInfo, UtmState } from '../shared/domain/utm.ts';
import {
  type UtmProof,
  type UtmProofStage,
  type UtmProofStageId,
  utmProofStageIdSchema,
} from '../shared/domain/utm-proof.ts';
import { problem } from '../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../shared/result.ts';
import { Rest } from './rest.ts';
import type { Workplace } from './workplace.ts';

type Place = Pick<Workplace, 'readUtm' | 'utmUrl' | 'system' | 'record' | 'now'>;

/** How a stage ended. */
type Verdict = Pick<UtmProofStage, 'values'> & { readonly status: 'passed' | 'failed' | 'unknown' };

/** Milliseconds. */
export interface ProofPace {
  /** How long an exchange is waited for. */
  readonly timeoutMs: number;
  /** Rest between two looks at the log. */
  readonly restMs: number;
}

/** A UTM exchanges every two minutes (docs/sources.md, UTM); after two missed ones it is held not to come. */
export const usualProofPace: ProofPace = { timeoutMs: 300_000, restMs: 5_000 };

const verdict = (status: Verdict['status'], values: Verdict['values'] = {}): Verdict => ({ status, values });
const held = (holds: boolean, values: Verdict['values'] = {}): Verdict => verdict(holds ? 'passed' : 'failed', values);

const shown = (text: string | null): string => text?.slice(0, 200) ?? '—';

function certificateVerdict({ validity }: UtmCertificate): Verdict {
  return validity === 'unknown' ? verdict('unknown', { validity }) : held(validity === 'valid', { validity });
}

/** What the UTM's own answer proves, stage by stage. */
const readings: readonly (readonly [UtmProofStageId, (info: UtmInfo, expected: string | null) => Verdict])[] = [
  [
    'access-key-read',
    ({ rsaError, ownerId }) =>
      held(rsaError === null && ownerId !== null && isFsrarId(ownerId), { answer: shown(rsaError) }),
  ],
  [
    'place-matches',
    ({ ownerId, database }, expected) =>
      held(ownerId !== null && ownerId === database.ownerId && (expected === null || ownerId === expected), {
        fsrarId: shown(ownerId),
        databaseFsrarId: shown(database.ownerId),
        expectedFsrarId: shown(expected),
      }),
  ],
  ['access-key-valid', ({ rsa }) => certificateVerdict(rsa)],
  ['qualified-certificate-valid', ({ gost }) => certificateVerdict(gost)],
  [
    'contour-matches',
    (info) => verdict(contourAgreement(info), { contour: shown(info.contour), issuer: shown(info.rsa.issuer) }),
  ],
];

function queryVerdict(given: GivenDocument): Verdict {
  switch (given.kind) {
    case 'accepted':
      return verdict('passed', { replyId: given.replyId });
    case 'refused': {
      const { status, size, answer } = given;
      return verdict('failed', { status, size, answer: shown(answer), verdict: signingTrouble(status, size) ?? '—' });
    }
    case 'not-sent':
      return verdict('failed', { cause: shown(given.cause) });
    case 'unknown':
      return verdict('unknown', { cause: shown(given.cause) });
  }
}

const since = (iso: string | null | undefined, moment: number): boolean => iso != null && Date.parse(iso) > moment;

/** Looks until the log tells of an exchange that ended after `moment` (ms since 1970, by the UTM's computer). */
async function awaitExchange(
  look: () => Promise<UtmState>,
  moment: number,
  rest: Rest,
  { timeoutMs, restMs }: ProofPace,
): Promise<Verdict> {
  const began = performance.now();
  for (;;) {
    const log = (await look()).computer?.log ?? null;
    const seconds = Math.round((performance.now() - began) / 1_000);
    if (log === null) return verdict('unknown', { seconds });
    if (since(log.exchangedAt, moment)) return verdict('passed', { seconds });
    if (since(log.exchangeRefusedAt, moment)) return verdict('failed', { seconds });
    if (performance.now() - began >= timeoutMs) return verdict('failed', { seconds });
    if (rest.signal.aborted) return verdict('unknown', { seconds });
    await rest.rest(Math.max(1, Math.min(restMs, timeoutMs - (performance.now() - began))));
  }
}

/** The stages as they come, each told of as it begins and as it ends. */
class Stages {
  readonly #onChange: (stages: readonly UtmProofStage[]) => void;
  readonly #now: () => Date;
  all: readonly UtmProofStage[] = utmProofStageIdSchema.options.map((id) => ({
    id,
    status: 'waiting',
    values: {},
    startedAt: null,
    finishedAt: null,
  }));

  constructor(onChange: (stages: readonly UtmProofStage[]) => void, now: () => Date) {
    this.#onChange = onChange;
    this.#now = now;
  }

  get failed(): boolean {
    return this.all.some(({ status }) => status === 'failed');
  }

  /** Runs a stage; once another one has failed it is skipped. */
  async take(id: UtmProofStageId, work: () => Verdict | Promise<Verdict>): Promise<void> {
    if (this.failed) return this.#change(id, { status: 'skipped' });
    this.#change(id, { status: 'running', startedAt: this.#now().toISOString() });
    const { status, values } = await work();
    this.#change(id, { status, values, finishedAt: this.#now().toISOString() });
  }

  /** What the UTM said is judged whole: one failure hides no other. */
  judge(id: UtmProofStageId, { status, values }: Verdict): void {
    const at = this.#now().toISOString();
    this.#change(id, { status, values, startedAt: at, finishedAt: at });
  }

  #change(id: UtmProofStageId, part: Partial<UtmProofStage>): void {
    this.all = this.all.map((stage) => (stage.id === id ? { ...stage, ...part } : stage));
    this.#onChange(this.all);
  }
}

/**
 * Proves that a UTM works: what it says of its key, its certificates and its contour, one harmless query that it has to
 * sign, and the first exchange with EGAIS that ends after that. The query is sent at most once, and only where nothing
 * before it failed; that something does not hold is an answer, not a failure.
 * @param expectedFsrarId FSRAR ID of the chosen place, `null` when none is chosen
 * @param rest cut short or stopped by whoever waits
 * Problems: `EGAIS_UTM_SILENT`, `EGAIS_UTM_OTHER_PROGRAM`.
 */
export async function proveUtm(
  place: Place,
  expectedFsrarId: string | null,
  onProgress: (stages: readonly UtmProofStage[]) => void,
  { pace = usualProofPace, rest = new Rest() }: { readonly pace?: ProofPace; readonly rest?: Rest } = {},
): Promise<Result<UtmProof>> {
  const { utmUrl: url, system, record } = place;
  const { reachability, build, info } = await place.readUtm(expectedFsrarId);
  if (reachability === 'silent') return fail(problem('EGAIS_UTM_SILENT', { url }));
  if (reachability === 'other-program') return fail(problem('EGAIS_UTM_OTHER_PROGRAM', { url }));

  const stages = new Stages(onProgress, () => place.now());
  for (const [id, judge] of readings)
    stages.judge(id, info === null ? verdict('failed') : judge(info, expectedFsrarId));

  const fsrarId = info?.ownerId ?? null;
  let replyId: string | null = null;
  let sentAt = 0;
  await stages.take('query-accepted', async () => {
    record.write({ event: 'utm-query', facts: { fsrarId } });
    const given = await createUtmClient(url).askOwnRecord(fsrarId ?? '');
    sentAt = system.now();
    record.write({ event: 'utm-query-ended', facts: { outcome: given.kind } });
    if (given.kind === 'accepted') replyId = given.replyId;
    return queryVerdict(given);
  });
  await stages.take('exchange-finished', () => awaitExchange(() => place.readUtm(expectedFsrarId), sentAt, rest, pace));

  const proven = stages.all.every(({ status }) => status === 'passed');
  return succeed({ proven, url, build, fsrarId, replyId, stages: [...stages.all] });
}
