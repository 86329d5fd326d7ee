import type { WebPreferences } from 'electron';

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
