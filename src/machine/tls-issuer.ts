import { isIP } from 'node:net';
import { connect } from 'node:tls';

type Name = string | readonly string[] | undefined;

const first = (name: Name): string | undefined => (typeof name === 'string' ? name : name?.[0]);

/**
 * Who issued the certificate that a server shows, trusted or not: the issuer's common name, else its organisation.
 * The handshake is made for the certificate alone: whoever answers, the connection is closed and nothing is sent.
 */
export function readTlsIssuer(host: string, port: number, limitMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const serverName = isIP(host) ? {} : { servername: host };
    const socket = connect({ host, port, ...serverName, rejectUnauthorized: false });
    const finish = (issuer: string | null) => {
      clearTimeout(limit);
      socket.destroy();
      resolve(issuer);
    };
    // A limit of the whole exchange: that of a socket begins anew with every byte.
    const limit = setTimeout(() => finish(null), limitMs);
    socket.once('secureConnect', () => {
      const { issuer } = socket.getPeerCertificate();
      finish(first(issuer?.CN) ?? first(issuer?.O) ?? null);
    });
    socket.once('error', () => finish(null));
  });
}
