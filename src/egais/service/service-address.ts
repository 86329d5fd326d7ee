// `localhost` may resolve to ::1 first, where nobody may listen.
const loopback = '127.0.0.1';

const isLoopback = (hostname: string): boolean => /^127(\.\d{1,3}){3}$/.test(hostname) || hostname === '[::1]';

/**
 * The address of an account service in the one form that is used for requests: HTTPS, or plain HTTP on this computer.
 * Paths of the contract are resolved against it, so it ends with a slash.
 * @throws TypeError for any other address
 */
export function serviceBaseUrl(address: string): URL {
  const url = new URL(address);
  if (url.hostname === 'localhost') url.hostname = loopback;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  if (!safe || url.username !== '' || url.password !== '') throw new TypeError(`not a safe address: ${address}`);
  const base = new URL(url.pathname, url.origin);
  if (!base.pathname.endsWith('/')) base.pathname += '/';
  return base;
}
