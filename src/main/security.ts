import { app, session, type WebPreferences } from 'electron';
import { APP_ORIGIN } from './app-protocol.ts';

/**
 * The rules of Electron's security checklist that are handlers and settings; the numbers are its items
 * (electron: docs/tutorial/security.md).
 */
export const windowPreferences = (preload: string, packaged: boolean): WebPreferences => ({
  preload,
  nodeIntegration: false, // 2
  contextIsolation: true, // 3
  sandbox: true, // 4
  webSecurity: true, // 6
  allowRunningInsecureContent: false, // 8
  experimentalFeatures: false, // 9
  webviewTag: false, // 11
  spellcheck: false,
  // A window that is covered must still show the digits of a PIN and the end of a wait.
  backgroundThrottling: false,
  devTools: !packaged,
});

/** Installs what holds for every page of this program. Must run before the first window. */
export function secureEverything(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)); // 5
  session.defaultSession.setPermissionCheckHandler(() => false); // 5
  session.defaultSession.setDevicePermissionHandler(() => false); // 5
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault()); // 12
    contents.on('will-navigate', (event) => event.preventDefault()); // 13
    contents.on('will-frame-navigate', (event) => event.preventDefault()); // 13
    contents.setWindowOpenHandler(() => ({ action: 'deny' })); // 14
  });
}

/** Who sent a message, as far as the rules below look. */
export interface Sender {
  readonly contentsId: number;
  readonly isMainFrame: boolean;
  readonly url: string;
}

/** Item 17: only the main frame of a window of ours, standing at our own origin, may speak. */
export function trustedSender(sender: Sender, windows: ReadonlySet<number>): boolean {
  if (!windows.has(sender.contentsId) || !sender.isMainFrame) return false;
  return sender.url === APP_ORIGIN || sender.url.startsWith(`${APP_ORIGIN}/`);
}
