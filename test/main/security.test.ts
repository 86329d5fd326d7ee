import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bundleFile, CONTENT_SECURITY_POLICY } from '../../src/main/app-origin.ts';
import { windowPreferences } from '../../src/main/window-preferences.ts';
import { pages } from '../../src/shared/pages.ts';

const source = (file: string) => readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8');

describe('the security contract of the window', () => {
  it('keeps the page apart from Node and from this program', () => {
    expect(windowPreferences('/preload.cjs', true)).toMatchObject({
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      devTools: false,
    });
  });

  it('allows nothing inline, nothing remote, nowhere to connect to', () => {
    expect(CONTENT_SECURITY_POLICY).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'none'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('sets every fuse on purpose', () => {
    const fuses = source('electron-builder.yml').match(/electronFuses:\n((?: {2}\w+: \w+\n)+)/)?.[1];
    expect(
      Object.fromEntries(
        (fuses ?? '')
          .trim()
          .split('\n')
          .map((line) => line.trim().split(': ')),
      ),
    ).toEqual({
      runAsNode: 'false',
      enableCookieEncryption: 'true',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      grantFileProtocolExtraPrivileges: 'false',
    });
  });

  it('installs the denials of the checklist, and never switches the sandbox off', () => {
    const security = source('src/main/security.ts');
    for (const rule of [
      'setPermissionRequestHandler',
      'setPermissionCheckHandler',
      'setDevicePermissionHandler',
      'will-download',
      'will-attach-webview',
      'will-navigate',
      'will-frame-navigate',
      'will-redirect',
      'setWindowOpenHandler',
    ]) {
      expect(security).toContain(rule);
    }
    const start = source('src/main/index.ts');
    expect(start).toContain("if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();");
    expect(start).not.toContain('appendSwitch');
  });

  it('lets one kind of page move, and no other', () => {
    const folder = path.resolve(import.meta.dirname, '../../src/main');
    const granting = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && file !== 'security.ts' && source(`src/main/${file}`).includes('confineTo'),
    );
    expect(granting).toEqual(['handoff-view.ts']);
  });

  it('opens only https pages of its own list', () => {
    for (const url of Object.values(pages)) expect(new URL(url).protocol).toBe('https:');
  });
});

describe('a file asked of the window’s own scheme', () => {
  const bundle = path.resolve('/bundle');

  it('lies in the bundle', () => {
    expect(bundleFile(bundle, 'app://wizard/')).toBe(path.join(bundle, 'index.html'));
    expect(bundleFile(bundle, 'app://wizard/assets/a.js')).toBe(path.join(bundle, 'assets/a.js'));
  });

  it.each(['app://other/index.html', 'file:///bundle/index.html', 'https://wizard/index.html'])(
    'is refused at %s',
    (url) => {
      expect(bundleFile(bundle, url)).toBeNull();
    },
  );

  it('never leaves the bundle, whatever the path', () => {
    const piece = fc.constantFrom('..', '%2e%2e', '%2E.', '%5c..', '%2f', '/', 'a', '.', '%00', '%', 'etc', '\\');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const file = bundleFile(bundle, `app://wizard/${pieces.join('/')}`);
        expect(file === null || file.startsWith(bundle + path.sep)).toBe(true);
      }),
    );
  });
});
