import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { app, BrowserWindow, type Rectangle } from 'electron';
import { APP_ORIGIN } from '../../src/main/app-origin.ts';
import { declareAppScheme, serveApp } from '../../src/main/app-protocol.ts';
import { createHandoffView, type HandoffTrouble, type HandoffView } from '../../src/main/handoff-view.ts';
import { print, savePdf } from '../../src/main/printing.ts';
import { secureEverything } from '../../src/main/security.ts';

/** What the stories do with the isolated view and the printing of documents, in a program that has nothing else. */
export interface Harness {
  /** Of the view that is open. */
  readonly troubles: HandoffTrouble[];
  open(url: string, rectangle: Rectangle | null): Promise<void>;
  place(rectangle: Rectangle | null): void;
  close(): Promise<void>;
  savePdf: typeof savePdf;
  print: typeof print;
}

const page = '<!doctype html><html lang="ru"><title>Мастер</title><input aria-label="Поле мастера" /></html>';

function openWindow(): BrowserWindow {
  const bundle = mkdtempSync(path.join(tmpdir(), 'egais-wizard-bundle-'));
  writeFileSync(path.join(bundle, 'index.html'), page);
  serveApp(bundle);
  const window = new BrowserWindow({ width: 1200, height: 800, webPreferences: { sandbox: true } });
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}

declareAppScheme();
void app.whenReady().then(() => {
  secureEverything();
  const window = openWindow();
  let view: HandoffView | null = null;
  const troubles: HandoffTrouble[] = [];
  const harness: Harness = {
    troubles,
    async open(url, rectangle) {
      view ??= createHandoffView(window, (trouble) => troubles.push(trouble));
      view.place(rectangle);
      await view.open(url);
    },
    place: (rectangle) => view?.place(rectangle),
    async close() {
      await view?.close();
      view = null;
      troubles.length = 0;
    },
    savePdf,
    print,
  };
  Object.assign(globalThis, { harness });
});
