import { connect } from 'node:net';

/**
 * Whether anything accepts connections on a TCP port of 127.0.0.1 within `limitMs` milliseconds. Nothing is sent. The
 * address is the one the UTM is asked at: `localhost` may mean ::1 first.
 */
export function acceptsConnections(port: number, limitMs = 1_500): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const finish = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(limitMs, () => finish(false));
    socket.once('connect', () => finish(true));
    socket.once('error', () => finish(false));
  });
}
