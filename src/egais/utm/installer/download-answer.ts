import type { IncomingMessage } from 'node:http';
import { type ProblemCode, problem } from '../../../shared/problems/problem.ts';
import { fail, type Result, succeed } from '../../../shared/result.ts';
import { type Beginning, type DownloadNote, validatorOf } from './unfinished-file.ts';

/** What a site's answer means for a download. */
export type DownloadAnswer =
  /** The whole file follows. */
  | { readonly kind: 'whole'; readonly note: DownloadNote }
  /** What is missing of the beginning follows. */
  | { readonly kind: 'rest' }
  | { readonly kind: 'elsewhere'; readonly url: URL }
  /** The beginning on the disk is of no use: ask for the whole file. */
  | { readonly kind: 'anew' };

type Answer = Pick<IncomingMessage, 'statusCode' | 'headers'>;

const refusals: Partial<Readonly<Record<number, ProblemCode>>> = { 403: 'EGAIS_DOWNLOAD_FORBIDDEN' };

/** Pages that come with a good status: those of a network that wants a sign-in, or of a site under repair. */
const isPage = ({ headers }: Answer): boolean => /^\s*text\//i.test(headers['content-type'] ?? '');
const isEncoded = ({ headers }: Answer): boolean => (headers['content-encoding'] ?? 'identity') !== 'identity';

const wholeNumber = (text: string | undefined): number | null => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : null);

function redirected({ headers }: Answer, from: URL): URL | null {
  try {
    return new URL(headers.location ?? '', from);
  } catch {
    return null;
  }
}

/** The rest fits the beginning: it starts where that ends, and is of the same file. */
function fits({ headers }: Answer, { note, size }: Beginning): boolean {
  const [, start, end, length] = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15})$/.exec(headers['content-range'] ?? '') ?? [];
  const same = validatorOf({
    ...note,
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
  });
  return (
    Number(start) === size &&
    Number(end) === note.length - 1 &&
    Number(length) === note.length &&
    wholeNumber(headers['content-length']) === note.length - size &&
    (same === null || same === validatorOf(note))
  );
}

/** Understands the head of an answer; nothing of its body has been read yet. */
export function understandAnswer(
  answer: Answer,
  url: URL,
  asked: { readonly first: URL; readonly beginning: Beginning | null; readonly maxBytes: number },
): Result<DownloadAnswer> {
  const status = answer.statusCode ?? 0;
  const host = url.hostname;
  const refuse = (code: ProblemCode, details: Record<string, string | number | null> = {}) =>
    fail(problem(code, { host, status }, { status, ...details }));

  if (status >= 301 && status <= 308 && status !== 304) {
    const to = redirected(answer, url);
    return to === null ? refuse('EGAIS_DOWNLOAD_REFUSED') : succeed({ kind: 'elsewhere', url: to });
  }
  if (status === 416 && asked.beginning !== null) return succeed({ kind: 'anew' });
  if (status !== 200 && status !== 206) return refuse(refusals[status] ?? 'EGAIS_DOWNLOAD_REFUSED');
  if (isPage(answer) || isEncoded(answer)) {
    return refuse('EGAIS_DOWNLOAD_NOT_ARCHIVE', { type: answer.headers['content-type'] ?? null });
  }
  if (status === 206) {
    if (asked.beginning === null) return refuse('EGAIS_DOWNLOAD_REFUSED');
    return succeed({ kind: fits(answer, asked.beginning) ? 'rest' : 'anew' });
  }
  const length = wholeNumber(answer.headers['content-length']);
  if (length === null || length === 0 || length > asked.maxBytes) {
    return refuse('EGAIS_DOWNLOAD_LENGTH', { length: answer.headers['content-length'] ?? null });
  }
  const { etag = null, 'last-modified': lastModified = null } = answer.headers;
  return succeed({ kind: 'whole', note: { url: asked.first.href, etag, lastModified, length } });
}
