import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Operation } from './operation.ts';
import type { CommonRefusal, Refuse } from './refusals.ts';
import type { Reply } from './reply.ts';

/** A stand-in service as far as HTTP is concerned. Its options are read anew at every request. */
export interface StandIn<Session extends object> {
  /** Its own address. */
  readonly origin: string;
  readonly folder: {
    /**
     * `server-error`: nothing is done; `slow`: it is done after a pause; `cut`: it is done, and the connection goes in
     * the middle of the answer; `html`: a page of somebody else; `endless`: a body without end; others are the service's.
     */
    options(): { readonly failures: Readonly<Partial<Record<string, string>>>; readonly slowMs: number };
  };
  readonly sessions: {
    find(authorization: string | undefined, now: Date): Session | 'SESSION_EXPIRED' | 'NOT_AUTHENTICATED';
  };
}

interface Contract<Service, Session extends object> {
  readonly service: Service;
  readonly operations: readonly Operation<Service, Session>[];
  readonly refuse: Refuse<CommonRefusal>;
}

interface Found<Service, Session extends object> {
  readonly operation: Operation<Service, Session>;
  readonly parameters: readonly string[];
}

/** The operation that a request names, or the refusal of one that names none. */
function operationFor<Service, Session extends object>(
  { operations, refuse }: Contract<Service, Session>,
  { method }: IncomingMessage,
  { pathname }: URL,
): Found<Service, Session> | Reply {
  const here = operations.filter(({ path }) => path.test(pathname));
  const operation = here.find((candidate) => candidate.method === method);
  if (operation !== undefined) return { operation, parameters: operation.path.exec(pathname)?.slice(1) ?? [] };
  if (here.length === 0) return refuse('NOT_FOUND');
  const allow = here.map((candidate) => candidate.method).join(', ');
  return refuse('METHOD_NOT_ALLOWED', { headers: { allow } });
}

/** The JSON of a body, `undefined` where none is; a refusal when it is too long or something else. */
async function readBody(
  request: IncomingMessage,
  limit: number,
  refuse: Refuse<CommonRefusal>,
): Promise<{ readonly value: unknown } | Reply> {
  if (limit === 0) return { value: undefined };
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection must outlive a refusal, or nobody would read it.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += chunk.length;
    if (size > limit) return refuse('BODY_TOO_LARGE', { headers: { connection: 'close' } });
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

async function answerTo<Service extends StandIn<Session>, Session extends object>(
  { service, refuse }: Contract<Service, Session>,
  { operation, parameters }: Found<Service, Session>,
  url: URL,
  request: IncomingMessage,
): Promise<Reply> {
  const { failures, slowMs } = service.folder.options();
  const failure = failures[operation.id];
  if (failure === 'server-error') return refuse('INTERNAL');
  const body = await readBody(request, operation.bodyLimit, refuse);
  if ('status' in body) return body;
  if (failure === 'slow') await wait(slowMs);
  const now = new Date();
  const idempotencyKey = headerOf(request, 'idempotency-key');
  const call = { parameters, query: url.searchParams, body: body.value, idempotencyKey, failure, now };
  if (operation.open) return operation.handle(service, call);
  const session = service.sessions.find(request.headers.authorization, now);
  if (typeof session === 'string') return refuse(session, { headers: { 'www-authenticate': 'Bearer' } });
  return operation.handle(service, { ...call, session });
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

async function serve<Service extends StandIn<Session>, Session extends object>(
  contract: Contract<Service, Session>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { service } = contract;
  const url = new URL(request.url ?? '/', service.origin);
  const found = operationFor(contract, request, url);
  if ('status' in found) return send(response, found);
  const failure = service.folder.options().failures[found.operation.id];
  if (failure === 'html') return foreignPage(response);
  if (failure === 'endless') return withoutEnd(response);
  const answer = await answerTo(contract, found, url, request);
  return failure === 'cut' ? cutOff(response, answer) : send(response, answer);
}

/** The HTTP interface of a stand-in service. */
export function createServiceServer<Service extends StandIn<Session>, Session extends object>(
  contract: Contract<Service, Session>,
): Server {
  return createServer((request, response) => {
    serve(contract, request, response).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      if (!response.headersSent) send(response, contract.refuse('INTERNAL'));
    });
  });
}
