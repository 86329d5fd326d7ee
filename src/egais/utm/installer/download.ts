import { mkdir, open, stat } from 'node:fs/promises';
import path from 'node:path';
import { type Problem, type ProblemCode, problem } from '../../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { understandAnswer } from './download-answer.ts';
import { type Begun, beginRequest } from './download-request.ts';
import {
  type Beginning,
  type DownloadNote,
  type UnfinishedFile,
  unfinishedFile,
  validatorOf,
} from './unfinished-file.ts';

/** What is to come from where. */
export interface DownloadOrder {
  readonly url: URL;
  /** Names that a redirect may lead to. */
  readonly hosts: readonly string[];
  readonly userAgent: string;
  readonly file: string;
}

export interface DownloadConduct {
  readonly maxBytes: number;
  readonly silenceMs: number;
  /** Bytes that are on the disk, of how many. */
  onProgress(got: number, length: number): void;
  readonly signal: AbortSignal;
}

export interface Downloaded {
  readonly file: string;
  readonly size: number;
  /** As the site says it; `null` where it does not. */
  readonly lastModified: string | null;
}

const MAX_REDIRECTS = 5;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error);

const diskProblem = (file: string, error: unknown): Problem => {
  const cause = codeOf(error);
  const code: ProblemCode = cause === 'ENOSPC' ? 'EGAIS_DOWNLOAD_DISK_FULL' : 'SETUP_FILE_NOT_WRITTEN';
  return problem(code, { file }, { cause });
};

const notBegun: Readonly<Record<Exclude<Begun['kind'], 'answer'>, ProblemCode>> = {
  unreachable: 'EGAIS_DOWNLOAD_UNREACHABLE',
  untrusted: 'EGAIS_DOWNLOAD_UNTRUSTED',
  stopped: 'EGAIS_DOWNLOAD_STOPPED',
};

function headersFor({ userAgent }: DownloadOrder, beginning: Beginning | null): Record<string, string> {
  const validator = beginning && validatorOf(beginning.note);
  return {
    'user-agent': userAgent,
    accept: '*/*',
    'accept-encoding': 'identity',
    connection: 'close',
    ...(beginning !== null && validator !== null && { range: `bytes=${beginning.size}-`, 'if-range': validator }),
  };
}

/** A redirect that may be followed: to a known host, and never from a protected connection to an open one. */
const mayFollow = (from: URL, to: URL, { url, hosts }: DownloadOrder): boolean =>
  to.protocol === from.protocol && (hosts.includes(to.hostname) ? to.port === '' : to.host === url.host);

/** An answer whose body is to be written, after all redirects. */
interface Body {
  readonly begun: Extract<Begun, { kind: 'answer' }>;
  readonly note: DownloadNote;
  /** Bytes of the file before this body. */
  readonly from: number;
}

async function findBody(
  order: DownloadOrder,
  found: Beginning | null,
  { maxBytes, silenceMs, signal }: DownloadConduct,
): Promise<Result<Body>> {
  let [url, beginning] = [order.url, found];
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const begun = await beginRequest(url, headersFor(order, beginning), { silenceMs, signal });
    const host = url.hostname;
    if (begun.kind !== 'answer') return fail(problem(notBegun[begun.kind], { host }, { cause: begun.cause }));
    const understood = understandAnswer(begun.answer, url, { first: order.url, beginning, maxBytes });
    if (!understood.ok) {
      begun.end();
      return understood;
    }
    const { value } = understood;
    if (value.kind === 'whole') return succeed({ begun, note: value.note, from: 0 });
    if (value.kind === 'rest' && beginning !== null) {
      return succeed({ begun, note: beginning.note, from: beginning.size });
    }
    begun.end();
    if (value.kind === 'elsewhere') {
      const other = value.url.host;
      if (!mayFollow(url, value.url, order)) return fail(problem('EGAIS_DOWNLOAD_OTHER_HOST', { host, other }));
      url = value.url;
    } else {
      beginning = null;
    }
  }
  return fail(problem('EGAIS_DOWNLOAD_REFUSED', { host: url.hostname, status: 'redirect' }));
}

/** Every archive of this format begins so; an empty one, which begins otherwise, is of no use. */
const archiveStart = Buffer.from('PK\x03\x04', 'latin1');

class NoArchive extends Error {}

/** A failure of the disk, apart from those of the connection. */
class DiskFailure extends Error {}

const onDisk = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw new DiskFailure('the file could not be written', { cause: error });
  });

/** Throws as soon as the first bytes are not those of an archive. */
function headWatch(): (piece: Buffer) => void {
  let seen = Buffer.alloc(0);
  return (piece) => {
    if (seen.length >= archiveStart.length) return;
    seen = Buffer.concat([seen, piece.subarray(0, archiveStart.length)]).subarray(0, archiveStart.length);
    if (!seen.equals(archiveStart.subarray(0, seen.length))) throw new NoArchive();
  };
}

/** Writes the body behind what is there, and tells of it. Throws what the connection or the disk says. */
async function writeBody(part: string, { begun, note, from }: Body, conduct: DownloadConduct): Promise<void> {
  const watch = from === 0 ? headWatch() : () => undefined;
  const handle = await onDisk(open(part, 'a'));
  let got = from;
  try {
    for await (const piece of begun.body) {
      watch(piece);
      await onDisk(handle.appendFile(piece));
      got += piece.length;
      conduct.onProgress(got, note.length);
    }
    await onDisk(handle.sync());
  } finally {
    await handle.close();
  }
}

async function bodyProblem(
  error: unknown,
  unfinished: UnfinishedFile,
  { note }: Body,
  { signal }: DownloadConduct,
  order: DownloadOrder,
): Promise<Problem> {
  if (error instanceof DiskFailure) return diskProblem(order.file, error.cause);
  if (signal.aborted) return problem('EGAIS_DOWNLOAD_STOPPED');
  if (error instanceof NoArchive) {
    await unfinished.forget().catch(() => undefined);
    return problem('EGAIS_DOWNLOAD_NOT_ARCHIVE', { host: order.url.hostname });
  }
  const got = await stat(unfinished.part).then(
    ({ size }) => size,
    () => 0,
  );
  return problem('EGAIS_DOWNLOAD_BROKEN', { got, length: note.length }, { cause: codeOf(error) });
}

async function finish(
  unfinished: UnfinishedFile,
  note: DownloadNote,
  order: DownloadOrder,
): Promise<Result<Downloaded>> {
  const { size } = await stat(unfinished.part);
  if (size !== note.length) {
    await unfinished.forget();
    return fail(problem('EGAIS_DOWNLOAD_LENGTH', { host: order.url.hostname }, { size, length: note.length }));
  }
  await unfinished.finish();
  return succeed({ file: order.file, size, lastModified: note.lastModified });
}

/**
 * Brings a file by one request, going on from where an earlier one ended if the site still has the same file. The file
 * gets its name once it is whole; what came of it stays otherwise.
 * Problems: `EGAIS_DOWNLOAD_*`, `SETUP_FILE_NOT_WRITTEN`.
 */
export async function download(order: DownloadOrder, conduct: DownloadConduct): Promise<Result<Downloaded>> {
  const unfinished = unfinishedFile(order.file);
  try {
    await mkdir(path.dirname(order.file), { recursive: true });
    const beginning = await unfinished.beginning(order.url.href);
    if (beginning?.size === beginning?.note.length && beginning !== null) {
      return await finish(unfinished, beginning.note, order);
    }
    const body = await findBody(order, beginning, conduct);
    if (!body.ok) return body;
    try {
      if (body.value.from === 0) await onDisk(unfinished.begin(body.value.note));
      await writeBody(unfinished.part, body.value, conduct);
    } catch (error) {
      return fail(await bodyProblem(error, unfinished, body.value, conduct, order));
    } finally {
      body.value.begun.end();
    }
    return await finish(unfinished, body.value.note, order);
  } catch (error) {
    return fail(diskProblem(order.file, error));
  }
}

/** Brings a file by as many requests as get on: one that brings nothing new is repeated twice, after a rest. */
export async function downloadWhole(
  order: DownloadOrder,
  conduct: DownloadConduct,
  restMs: number,
): Promise<Result<Downloaded>> {
  let [best, idle] = [-1, 0];
  for (;;) {
    const outcome = await download(order, conduct);
    if (outcome.ok || outcome.problem.code !== 'EGAIS_DOWNLOAD_BROKEN') return outcome;
    const got = Number(outcome.problem.values.got);
    idle = got > best ? 0 : idle + 1;
    best = Math.max(best, got);
    if (idle >= 2) return outcome;
    await new Promise((resolve) => setTimeout(resolve, restMs));
  }
}
