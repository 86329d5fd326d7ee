import { app, session } from 'electron';

/**
 * Installs what holds for every page of this program; the numbers are the items of Electron's security checklist.
 * Must run before the first window.
 */
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
