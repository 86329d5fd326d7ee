const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

/** The port the UTM's address means on this computer; `null` when the address is that of another one. */
export function localPortOf(utmUrl: string): number | null {
  const url = URL.canParse(utmUrl) ? new URL(utmUrl) : null;
  return url && loopbackHosts.has(url.hostname) ? portOf(url) : null;
}
