import { mkdirSync } from 'node:fs';
import { release } from 'node:os';
import path from 'node:path';
import { app, clipboard, dialog, powerSaveBlocker, screen, shell } from 'electron';
import { serveMendHelper } from '../machine/mending/helper.ts';
import { mendWord } from '../machine/mending/helper-word.ts';
import { windowsGround } from '../machine/mending/windows-ground.ts';
import { knownSecrets } from '../setup/diagnostics/known-secrets.ts';
import { factsOfWalk } from '../setup/diagnostics/walk-facts.ts';
import { type UnfinishedWork, unfinishedWork } from '../shared/ipc/utm-is-changed.ts';
import { DEFAULT_LANGUAGE, languageSchema } from '../shared/language.ts';
import { declareAppScheme, serveApp } from './app-protocol.ts';
import { Application } from './application.ts';
import { isCommand, runCommandLine } from './cli/run.ts';
import { type CommandLine, parseCommandLine } from './command-line.ts';
import { DiagnosticsDesk } from './diagnostics-desk.ts';
import { createFileLog, recordInLog } from './file-log.ts';
import { HandoffDesk } from './handoff-desk.ts';
import { IpcRouter } from './ipc-router.ts';
import type { Log } from './log.ts';
import { openPracticeWorkplace, openRealWorkplace, practiceFolder, restsInPractice } from './open-workplace.ts';
import { print, savePdf } from './printing.ts';
import { remindAtLogin } from './remind-at-login.ts';
import { createRequestHandlers } from './request-handlers.ts';
import { ownerOfThisComputer, SecretRegister } from './secret-register.ts';
import { secureEverything } from './security.ts';
import { settingsOf } from './settings.ts';
import { utilityStarters } from './utility-starters.ts';
import { rememberedLanguage, rememberLanguage } from './window-choices.ts';
import { logTroubles } from './window-console.ts';
import { openWizardWindow } from './wizard-window.ts';

const here = import.meta.dirname;
const starters = utilityStarters(here);

/** As the installer's shortcut has it (`appId` of electron-builder.yml): by it Windows knows whose a notice is. */
const windowsAppId = 'ru.egais-wizard.desktop';

/**
 * Without `electron .`, the program itself is the first word; with it, the folder is the second. The one switch of
 * Chromium that root has to give is not a word of ours.
 */
const words = process.argv.slice(app.isPackaged ? 1 : 2).filter((word) => word !== '--no-sandbox');

async function openWindow(line: CommandLine, profileDir: string, log: Log, secrets: SecretRegister): Promise<void> {
  const record = recordInLog(log);
  const language = line.global.language ?? rememberedLanguage(profileDir) ?? DEFAULT_LANGUAGE;
  let awake: number | null = null;
  let unfinished: UnfinishedWork = null;
  let shownLanguage = language;

  let router: IpcRouter | null = null;
  let handoff: HandoffDesk | null = null;
  let started = false;
  const application = new Application({
    language,
    scenario: line.global.practice,
    async openWorkplace(scenario) {
      if (scenario === null) {
        return openRealWorkplace(starters, {
          ...line.global,
          ...settingsOf(line, profileDir, log),
          profileDir,
          namedProfileDir: line.global.profileDir,
          record,
        });
      }
      const folder = practiceFolder(profileDir, scenario);
      // At the start, a practice in which something waits is gone on with, as a shop comes back the next day.
      const goesOn = !started && (await restsInPractice(folder));
      started = true;
      return openPracticeWorkplace(starters, { folder, scenario, fresh: !goesOn, record });
    },
    onState(state) {
      shownLanguage = state.language;
      secrets.add(knownSecrets(factsOfWalk(state)));
      unfinished = unfinishedWork(state);
      const writing = unfinished === 'key';
      if (writing && awake === null) awake = powerSaveBlocker.start('prevent-display-sleep');
      if (!writing && awake !== null) {
        powerSaveBlocker.stop(awake);
        awake = null;
      }
      handoff?.show(state.accessKey.handoff?.url ?? null);
      router?.send('wizard:state-changed', state);
    },
  });

  router = new IpcRouter(
    createRequestHandlers(
      application,
      {
        openInBrowser: (url) => shell.openExternal(url),
        copyText: (text) => clipboard.writeText(text),
        rememberLanguage: (chosen) => rememberLanguage(profileDir, languageSchema.parse(chosen)),
        async chooseFolder() {
          const { canceled, filePaths } = await dialog.showOpenDialog({
            properties: ['openDirectory', 'createDirectory'],
          });
          return canceled ? null : (filePaths[0] ?? null);
        },
        async chooseFile(suggestedName) {
          const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
          return canceled || filePath === '' ? null : filePath;
        },
        async pickFile({ name, extensions }) {
          const filters = [{ name, extensions: [...extensions] }];
          const { canceled, filePaths } = await dialog.showOpenDialog({ properties: ['openFile'], filters });
          return canceled ? null : (filePaths[0] ?? null);
        },
        placeHandoff: (rectangle) => handoff?.place(rectangle),
        print,
        savePdf,
      },
      new DiagnosticsDesk({ profileDir, secrets, displayScale: () => screen.getPrimaryDisplay().scaleFactor }),
    ),
    log,
  );
  const window = openWizardWindow(here, app.isPackaged, {
    unfinished: () => unfinished,
    language: () => shownLanguage,
  });
  router.trust(window.webContents);
  logTroubles(window.webContents, log);
  handoff = new HandoffDesk(window, (trouble) => {
    log.warn('handoff-page', { ...trouble });
    void application.journey().then((journey) => journey.accessKey.noteHandoffTrouble(trouble.kind));
  });
  // A person comes back from an installer, from «Службы», from the UTM's page: what was amiss is looked at again.
  window.on('focus', () => void application.journey().then((journey) => journey.machine.lookAgain()));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void application.close().finally(() => app.quit());
  });
}

/**
 * Must do all that has to precede Electron's readiness before its first `await`: Electron becomes ready only when this
 * module has been evaluated, so nothing here may be awaited at the top level either.
 */
async function main(): Promise<void> {
  // Started by this program itself, with an administrator's rights: one order, no window, the end.
  if (words[0] === mendWord) {
    app.exit(await serveMendHelper(words, windowsGround()));
    return;
  }
  if (process.platform === 'win32') app.setAppUserModelId(windowsAppId);
  const commanded = isCommand(words);
  const line = parseCommandLine(words, commanded);
  if (line.ok && line.value.global.profileDir) app.setPath('userData', path.resolve(line.value.global.profileDir));
  const profileDir = app.getPath('userData');
  mkdirSync(profileDir, { recursive: true });

  if (commanded || !line.ok) {
    await app.whenReady();
    app.exit(await runCommandLine(words, { starters, profileDir }));
    return;
  }

  // Checklist item 4. Chromium refuses to sandbox processes of root, and whoever starts us as root has said so already.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  declareAppScheme();
  const secrets = new SecretRegister(ownerOfThisComputer());
  const log = createFileLog({ profileDir, alsoToStderr: false, secrets });
  if (line.value.remind) {
    await app.whenReady();
    const end = await remindAtLogin(line.value, profileDir);
    log.info('remind', { end: end.kind, problem: 'problem' in end ? (end.problem?.code ?? null) : null });
    // Who presses the notice wants the window; whoever has one open gets that one.
    if (end.kind !== 'pressed') {
      app.exit(0);
      return;
    }
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  await app.whenReady();
  log.info('start', {
    version: app.getVersion(),
    electron: process.versions.electron ?? null,
    platform: process.platform,
    release: release(),
    architecture: process.arch,
  });
  secureEverything();
  serveApp(path.join(here, '../renderer'));
  await openWindow(line.value, profileDir, log, secrets);
}

void main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  app.exit(1);
});
