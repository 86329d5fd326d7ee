import { Agent, type IncomingMessage, request } from 'node:http';
import { bodyText } from './body-text.ts';

/** One request to the UTM. `limitMs` covers the whole exchange, from connecting to the last byte. */
interface HttpRequest {
  readonly url: URL;
  readonly limitMs: number;
  readonly maxBytes: number;
  /** Sent as the body of a POST; without it the request is a GET. */
  readonly post?: { readonly contentType: string; readonly body: Uint8Array } | undefined;
}

/**
 * How an exchange ended.
 * `unreachable`: no connection was made, so nothing was sent; `broken`: something was sent and no whole answer came back;
 * `not-http`: the other side speaks another protocol.
 */
export type HttpOutcome =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly bytes: Uint8Array;
      /** The bytes as text. */
      readonly body: string;
      readonly truncated: boolean;
    }
  | { readonly kind: 'unreachable' | 'broken' | 'not-http'; readonly cause: string };

// `localhost` may resolve to ::1 first, which costs about a second per connection (docs/sources.md, UTM).
const loopback = '127.0.0.1';

/** The UTM's address in the one form that is used for requests. @throws TypeError when `address` is not an http URL. */
export function utmBaseUrl(address: string): URL {
  const url = new URL(address);
  if (url.protocol !== 'http:') throw new TypeError(`not an http address: ${address}`);
  if (url.hostname === 'localhost') url.hostname = loopback;
  return url;
}

const causeOf = (error: Error & { code?: string }): string => error.code ?? error.message;

/**
 * One request, sent once: no proxy (a system proxy swallows the loopback interface), no kept connection that could be
 * stale, no redirect followed, no retry. Never throws.
 */
export function exchange({ url, limitMs, maxBytes, post }: HttpRequest): Promise<HttpOutcome> {
  return new Promise((resolve) => {
    let connected = false;
    let settled = false;
    const agent = new Agent({ keepAlive: false });
    const headers = {
      accept: '*/*',
      connection: 'close',
      ...(post && { 'content-type': post.contentType, 'content-length': post.body.length }),
    };
    const call = request(url, { agent, method: post ? 'POST' : 'GET', headers });

    const settle = (outcome: HttpOutcome): void => {
      if (settled) return;
      settled = true;
      clearTimeout(timer);
      resolve(outcome);
      call.destroy();
      agent.destroy();
    };
    const give = (cause: string, parse = false): void =>
      settle({ kind: parse ? 'not-http' : connected ? 'broken' : 'unreachable', cause });
    const timer = setTimeout(() => give('time limit'), limitMs);

    call.on('socket', (socket) => socket.on('connect', () => (connected = true)));
    call.on('error', (error: Error & { code?: string }) =>
      give(causeOf(error), error.code?.startsWith('HPE_') ?? false),
    );
    call.on('response', (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      let size = 0;
      const answer = (truncated: boolean): void => {
        const bytes = Buffer.concat(chunks);
        const body = bodyText(bytes, response.headers['content-type']);
        settle({ kind: 'answered', status: response.statusCode ?? 0, bytes, body, truncated });
      };
      response.on('data', (chunk: Buffer) => {
        const room = maxBytes - size;
        size += chunk.length;
        chunks.push(chunk.subarray(0, Math.max(0, room)));
        if (size > maxBytes) answer(true);
      });
      response.on('end', () => (response.complete ? answer(false) : give('connection closed')));
      response.on('error', (error) => give(causeOf(error)));
      response.on('close', () => give('connection closed'));
    });
    call.end(post?.body);
  });
}
