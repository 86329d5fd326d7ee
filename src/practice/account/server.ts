import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { type Operation, operations } from './operations.ts';
import { type Reply, refuse } from './refusals.ts';
import type { StandInAccount } from './stand-in-account.ts';

/** The operation that a request names, or the refusal of one that names none. */
function operationFor(
  { method }: IncomingMessage,
  { pathname }: URL,
): { operation: Operation; parameter: string } | Reply {
  const here = operations.filter(({ path }) => path.test(pathname));
  const operation = here.find((candidate) => candidate.method === method);
  if (operation !== undefined) return { operation, parameter: operation.path.exec(pathname)?.[1] ?? '' };
  if (here.length === 0) return refuse('NOT_FOUND');
  const allow = here.map((candidate) => candidate.method).join(', ');
  return refuse('METHOD_NOT_ALLOWED', undefined, { allow });
}

/** The JSON of a body, `undefined` where none is; a refusal when it is too long or something else. */
async function readBody(request: IncomingMessage, limit: number): Promise<{ readonly value: unknown } | Reply> {
  if (limit === 0) return { value: undefined };
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive a refusal, or nobody would read it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) return refuse('BODY_TOO_LARGE', undefined, { connection: 'close' });
    chunks.push(chunk);
  }
  if (size === 0) return { value: undefined };
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return refuse('MALFORMED_REQUEST');
  }
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
};

async function answerTo(
  account: StandInAccount,
  { operation, parameter }: { operation: Operation; parameter: string },
  url: URL,
  request: IncomingMessage,
): Promise<Reply> {
  const { failures, slowMs } = account.folder.options();
  const failure = failures[operation.id];
  if (failure === 'server-error') return refuse('INTERNAL');
  const body = await readBody(request, operation.bodyLimit);
  if ('status' in body) return body;
  if (failure === 'slow') await wait(slowMs);
  const now = new Date();
  const idempotencyKey = headerOf(request, 'idempotency-key');
  const call = { parameter, query: url.searchParams, body: body.value, idempotencyKey, failure, now };
  if (operation.open) return operation.handle(account, call);
  const session = account.sessions.find(request.headers.authorization, now);
  if (typeof session === 'string') return refuse(session, undefined, { 'www-authenticate': 'Bearer' });
  return operation.handle(account, { ...call, session });
}

function send(response: ServerResponse, { status, type, body, headers }: Reply): void {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response.writeHead(status, {
    ...headers,
    'content-type': type,
    'content-length': length,
    'cache-control': 'no-store',
  });
  response.end(text);
}

/** Says that all of it comes, and goes after the half. */
function cutOff(response: ServerResponse, { status, type, body }: Reply): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': type, 'content-length': bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
}

function foreignPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end('<!doctype html><title>Вход в сеть</title><p>Оплатите доступ в интернет.</p>');
}

/** Writes for as long as anybody listens. */
function withoutEnd(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = '{"rows":'.repeat(8_192);
  const more = (): void => {
    if (!response.destroyed) response.write(chunk, more);
  };
  more();
}

async function serve(account: StandInAccount, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', account.origin);
  const found = operationFor(request, url);
  if ('status' in found) return send(response, found);
  const failure = account.folder.options().failures[found.operation.id];
  if (failure === 'html') return foreignPage(response);
  if (failure === 'endless') return withoutEnd(response);
  const answer = await answerTo(account, found, url, request);
  return failure === 'cut' ? cutOff(response, answer) : send(response, answer);
}

/** The HTTP interface of the stand-in account: the contract of docs/account-openapi.yaml. */
export function createAccountServer(account: StandInAccount): Server {
  return createServer((request, response) => {
    serve(account, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) send(response, refuse('INTERNAL'));
    });
  });
}
