import type { CryptokiLoader } from './cryptoki.ts';
import { type TokenResponse, tokenRequestSchema } from './token-protocol.ts';
import { createTokenServer } from './token-server.ts';
import type { VendorExtensions } from './vendor-extensions.ts';

/** The part of Electron's `process.parentPort` that is used here; it exists in a utility process alone. */
interface ParentPort {
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void;
  postMessage(message: unknown): void;
}

interface Channel {
  onMessage(listener: (message: unknown) => void): void;
  post(message: TokenResponse): void;
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value !== null && 'postMessage' in value;

function channelToParent(): Channel {
  const parentPort: unknown = Reflect.get(process, 'parentPort');
  if (isParentPort(parentPort)) {
    return {
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
      post: (message) => parentPort.postMessage(message),
    };
  }
  // Started by child_process.fork: without the parent there is nothing left to do.
  process.on('disconnect', () => process.exit());
  return {
    onMessage: (listener) => process.on('message', listener),
    post: (message) => process.send?.(message),
  };
}

/**
 * Makes this process a token process: answers requests of its parent, an Electron main process or a Node program,
 * until the parent ends it. A message that is not a request is a fault of ours and ends the process.
 */
export function serveTokens(
  load: CryptokiLoader,
  openExtensions: (path: string) => VendorExtensions | null = () => null,
): void {
  const server = createTokenServer(load, openExtensions);
  const channel = channelToParent();
  channel.onMessage(async (message) => {
    const { id, command } = tokenRequestSchema.parse(message);
    const outcome = await server.perform(command);
    channel.post({ id, outcome, memory: process.memoryUsage.rss(), signedIn: server.signedIn() });
  });
}
