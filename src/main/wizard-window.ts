import path from 'node:path';
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import type { UnfinishedWork } from '../shared/ipc/utm-is-changed.ts';
import type { Language } from '../shared/language.ts';
import { APP_ORIGIN } from './app-origin.ts';
import { windowPreferences } from './window-preferences.ts';

const paper = { light: '#faf9f6', dark: '#14171d' };

const closeQuestion = {
  ru: {
    key: {
      message: 'Ключ ещё записывается',
      detail:
        'Если закрыть мастер сейчас, токен может остаться без готового ключа. Обычно запись занимает около минуты.',
    },
    utm: {
      message: 'Компьютер ещё настраивается',
      detail:
        'Мастер устанавливает, настраивает или запускает программу. Если закрыть его сейчас, УТМ может остаться остановленным или настроенным не до конца.',
    },
    stay: 'Дождаться',
    close: 'Всё равно закрыть',
  },
  en: {
    key: {
      message: 'The key is still being written',
      detail:
        'If the wizard is closed now, the token may be left without a finished key. It usually takes about a minute.',
    },
    utm: {
      message: 'The computer is still being set up',
      detail:
        'The wizard is installing, setting up or starting a program. If it is closed now, the UTM may be left stopped or only half set up.',
    },
    stay: 'Wait',
    close: 'Close anyway',
  },
} as const satisfies Record<Language, object>;

export interface WindowGuard {
  /** What would be left half done at this moment. */
  unfinished(): UnfinishedWork;
  language(): Language;
}

/** Opens the window of the wizard. While something would be left half done, closing it asks first, and staying is the default. */
export function openWizardWindow(folder: string, packaged: boolean, guard: WindowGuard): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 760,
    minHeight: 520,
    show: false,
    title: 'ЕГАИС Мастер',
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: windowPreferences(path.join(folder, '../preload/index.cjs'), packaged),
  });
  window.removeMenu();
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => {
    const unfinished = guard.unfinished();
    if (unfinished === null) return;
    const texts = closeQuestion[guard.language()];
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      ...texts[unfinished],
      buttons: [texts.stay, texts.close],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 0) event.preventDefault();
  });
  void window.loadURL(`${APP_ORIGIN}/`);
  return window;
}
