import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { rootCertificates, TLSSocket } from 'node:tls';

/** One request to an account service. */
export interface ServiceRequest {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** JSON, `null` for none. */
  readonly body: string | null;
  /** Milliseconds for the whole exchange, from connecting to the last byte. */
  readonly limitMs: number;
  readonly maxBytes: number;
  /** Certificates (PEM) that are trusted beside those every program trusts. */
  readonly trusted: readonly string[];
}

/**
 * How an exchange ended.
 * `unreachable`: no connection; `not-trusted`: the server did not prove who it is; nothing was sent in both.
 * `broken`, `not-http`, `too-large`: something was sent, and no whole answer came back.
 */
export type ServiceOutcome =
  | { readonly kind: 'answered'; readonly status: number; readonly contentType: string; readonly body: string }
  | {
      readonly kind: 'unreachable' | 'not-trusted' | 'broken' | 'not-http' | 'too-large';
      readonly cause: string;
    };

type Failure = Error & { readonly code?: string };

const causeOf = ({ code, message }: Failure): string => code ?? message;

/** Codes of a connection that went away, as opposed to one that was not trusted. */
const lost = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT']);

/** How far the connection of a request has come. */
type Progress = 'nothing' | 'connected' | 'ready';

const failureKind = (progress: Progress, cause: string): Exclude<ServiceOutcome['kind'], 'answered'> => {
  if (progress === 'ready') return cause.startsWith('HPE_') ? 'not-http' : 'broken';
  return progress === 'connected' && !lost.has(cause) ? 'not-trusted' : 'unreachable';
};

const agentFor = ({ url, trusted }: ServiceRequest): HttpAgent | HttpsAgent =>
  url.protocol === 'https:'
    ? new HttpsAgent({ keepAlive: false, minVersion: 'TLSv1.2', ca: [...rootCertificates, ...trusted] })
    : new HttpAgent({ keepAlive: false });

const headersOf = ({ headers, body }: ServiceRequest): Record<string, string | number> => ({
  ...headers,
  accept: 'application/json, application/problem+json',
  'accept-encoding': 'identity',
  connection: 'close',
  ...(body !== null && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }),
});

/**
 * One request, sent once: no kept connection that could be stale, no redirect followed, no retry. The server must prove
 * its name by a certificate, except on this computer. Never throws.
 */
export function exchangeWithService(question: ServiceRequest): Promise<ServiceOutcome> {
  const { url, method, body, limitMs, maxBytes } = question;
  return new Promise((resolve) => {
    let progress: Progress = 'nothing';
    const agent = agentFor(question);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const call = send(url, { agent, method, headers: headersOf(question) });

    const settle = (outcome: ServiceOutcome): void => {
      clearTimeout(timer);
      resolve(outcome);
      call.destroy();
      agent.destroy();
    };
    const give = (cause: string): void => settle({ kind: failureKind(progress, cause), cause });
    const timer = setTimeout(() => give('ETIMEDOUT'), limitMs);

    call.on('socket', (socket: Socket) => {
      const secured = socket instanceof TLSSocket;
      socket.on('connect', () => (progress = secured ? 'connected' : 'ready'));
      if (secured) socket.on('secureConnect', () => (progress = 'ready'));
    });
    call.on('error', (error: Failure) => give(causeOf(error)));
    call.on('response', (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxBytes) settle({ kind: 'too-large', cause: `more than ${maxBytes} bytes` });
      });
      response.on('end', () => {
        if (!response.complete) return give('connection closed');
        settle({
          kind: 'answered',
          status: response.statusCode ?? 0,
          contentType: response.headers['content-type'] ?? '',
          body: Buffer.concat(chunks).toString('utf8'),
        });
      });
      response.on('error', (error: Failure) => give(causeOf(error)));
      response.on('close', () => give('connection closed'));
    });
    call.end(body ?? undefined);
  });
}
