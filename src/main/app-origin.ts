import path from 'node:path';

/** The window's own origin (checklist item 18: no `file:`). */
export const APP_SCHEME = 'app';
const APP_HOST = 'wizard';
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`;

/** Checklist item 7. Nothing inline, nothing remote, and nowhere to send anything to. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The file of the bundle that a URL names, or `null` for anything outside it. */
export function bundleFile(bundle: string, url: string): string | null {
  const { protocol: scheme, host, pathname } = new URL(url);
  if (scheme !== `${APP_SCHEME}:` || host !== APP_HOST) return null;
  let wanted: string;
  try {
    wanted = decodeURIComponent(pathname === '/' ? '/index.html' : pathname);
  } catch {
    return null;
  }
  const file = path.resolve(bundle, `.${wanted}`);
  return file.startsWith(bundle + path.sep) ? file : null;
}
