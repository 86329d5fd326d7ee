import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

/** The window's own origin (checklist item 18: no `file:`). */
export const APP_SCHEME = 'app';
export const APP_HOST = 'wizard';
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

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before Electron is ready. */
export function declareAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

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

/** Serves the built window, confined to its folder, with the policy on every answer. */
export function serveApp(bundle: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? bundleFile(bundle, request.url) : null;
    const type = file && contentTypes[path.extname(file)];
    const refused = new Response(null, { status: 404 });
    if (!file || !type) return refused;
    const body = await readFile(file).catch(() => null);
    if (!body) return refused;
    return new Response(new Uint8Array(body), {
      headers: {
        'Content-Type': type,
        'Content-Security-Policy': CONTENT_SECURITY_POLICY,
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Opener-Policy': 'same-origin',
      },
    });
  });
}
