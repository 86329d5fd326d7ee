import type { IncomingMessage } from 'node:http';

/** So much waits in memory while the disk is slower than the network. */
const MOST_WAITING_BYTES = 1024 ** 2;

/**
 * The bytes of an answer, from the moment it begins: those that came before the connection fell are all given before its
 * failure is thrown. A stream of Node's own forgets what it holds when it fails, and a download would not get on.
 */
export function receivedBody(answer: IncomingMessage): AsyncIterable<Buffer> {
  const pieces: Buffer[] = [];
  let waiting = 0;
  let ending: { readonly error: Error | null } | null = null;
  let wake: () => void = () => undefined;

  const end = (error: Error | null): void => {
    ending ??= { error };
    wake();
  };
  answer.on('data', (piece: Buffer) => {
    pieces.push(piece);
    waiting += piece.length;
    if (waiting > MOST_WAITING_BYTES) answer.pause();
    wake();
  });
  answer.on('end', () => end(answer.complete ? null : new Error('connection closed')));
  answer.on('error', end);
  answer.on('close', () => end(new Error('connection closed')));

  return {
    async *[Symbol.asyncIterator]() {
      for (;;) {
        const piece = pieces.shift();
        if (piece !== undefined) {
          waiting -= piece.length;
          if (waiting <= MOST_WAITING_BYTES / 2 && answer.isPaused()) answer.resume();
          yield piece;
          continue;
        }
        if (ending?.error) throw ending.error;
        if (ending !== null) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
