import { app, type Session, session, type WebContents } from 'electron';
import { NavigationRights } from './navigation-rights.ts';

const rights = new NavigationRights<WebContents>();

/** Lets this one page move within one origin, and nowhere else. Every other page of the program stands still. */
export const confineTo = (contents: WebContents, origin: string): void => rights.confine(contents, origin);

/** What holds for the pages of every session: no permission, no device, no download. */
export function secureSession(pages: Session): void {
  pages.setPermissionRequestHandler((_contents, _permission, answer) => answer(false)); // 5
  pages.setPermissionCheckHandler(() => false); // 5
  pages.setDevicePermissionHandler(() => false); // 5
  pages.on('will-download', (event) => event.preventDefault());
}

/**
 * Installs what holds for every page of this program; the numbers are the items of Electron's security checklist.
 * Must run before the first window.
 */
export function secureEverything(): void {
  secureSession(session.defaultSession);
  app.on('web-contents-created', (_event, contents) => {
    const stayWithin = (event: { readonly url: string; preventDefault(): void }) => {
      if (!rights.allows(contents, event.url)) event.preventDefault();
    };
    contents.on('will-attach-webview', (event) => event.preventDefault()); // 12
    contents.on('will-navigate', stayWithin); // 13
    contents.on('will-frame-navigate', stayWithin); // 13
    contents.on('will-redirect', stayWithin); // 13
    contents.setWindowOpenHandler(() => ({ action: 'deny' })); // 14
  });
}
