import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';
import { receivedBody } from './received-body.ts';

/** A request whose answer has begun, or why it has not. */
export type Begun =
  | { readonly kind: 'answer'; readonly answer: IncomingMessage; readonly body: AsyncIterable<Buffer>; end(): void }
  | { readonly kind: 'unreachable' | 'untrusted' | 'stopped'; readonly cause: string };

/** Codes by which Node says that a certificate does not hold; the whole family begins alike. */
const untrusted = /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_SSL_|EPROTO$|HOSTNAME_MISMATCH$)/;

const causeOf = (error: Error & { code?: string }): string => error.code ?? error.message;

/**
 * One GET without a proxy, whatever the system is set to: an answer of 403 is what the agency's site has for them. No
 * redirect is followed. Silence for `silenceMs` ends it, also later, while the body comes.
 */
export function beginRequest(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { silenceMs, signal }: { readonly silenceMs: number; readonly signal: AbortSignal },
): Promise<Begun> {
  return new Promise((resolve) => {
    const secure = url.protocol === 'https:';
    const agent = secure ? new SecureAgent({ keepAlive: false }) : new PlainAgent({ keepAlive: false });
    const call = (secure ? secureRequest : plainRequest)(url, { agent, headers, signal });
    call.setTimeout(silenceMs, () => call.destroy(new Error('silence')));
    call.on('response', (answer) =>
      resolve({
        kind: 'answer',
        answer,
        body: receivedBody(answer),
        end: () => {
          answer.destroy();
          call.destroy();
          agent.destroy();
        },
      }),
    );
    // It goes on listening: a failure after the answer began is told by the answer itself.
    call.on('error', (error: Error & { code?: string }) => {
      const cause = causeOf(error);
      resolve({ kind: signal.aborted ? 'stopped' : untrusted.test(cause) ? 'untrusted' : 'unreachable', cause });
    });
    call.end();
  });
}
