import type { WebPreferences } from 'electron';
import { isPageOf } from './navigation-rights.ts';

const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * The origin of a page that may be handed over to: plain HTTP of a program on this computer.
 * @throws Error for every other address
 */
export function handoffOrigin(url: string): string {
  const { protocol, hostname, origin, username, password } = new URL(url);
  const isLocal = protocol === 'http:' && loopbackHosts.includes(hostname);
  if (!isLocal || username !== '' || password !== '') {
    throw new Error('Only a page of this computer may be shown inside the wizard');
  }
  return origin;
}

/** Whether a page of `origin` may load this, for itself or as a part of it. */
export function mayLoad(origin: string, url: string): boolean {
  const ofOrigin = url.replace(/^ws:/, 'http:').replace(/^blob:/, '');
  return isPageOf(origin, ofOrigin) || url.startsWith('data:');
}

/** The rules of Electron's security checklist for a page that is not ours; the numbers are its items. No preload. */
export const handoffPreferences = (partition: string, packaged: boolean): WebPreferences => ({
  partition,
  nodeIntegration: false, // 2
  contextIsolation: true, // 3
  sandbox: true, // 4
  webSecurity: true, // 6
  allowRunningInsecureContent: false, // 8
  experimentalFeatures: false, // 9
  webviewTag: false, // 11
  safeDialogs: true,
  spellcheck: false,
  devTools: !packaged,
});
