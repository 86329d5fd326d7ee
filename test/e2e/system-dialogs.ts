import type { WizardApp } from './wizard-app.ts';

/** The system's own dialogs are not ours to drive: in them the person saves to this file. */
export const savesTo = ({ app }: WizardApp, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);

/** … and picks this one. */
export const picks = ({ app }: WizardApp, file: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, file);

/** The person closes the window and stays after all: the words of the question, `null` where none was asked. */
export const staysWhenAsked = ({ app }: WizardApp): Promise<string | null> =>
  app.evaluate(({ BrowserWindow, dialog }) => {
    let question: string | null = null;
    const [window] = BrowserWindow.getAllWindows();
    const stay = ((_: unknown, { message }: { readonly message: string }) => {
      question = message;
      return 0;
    }) as typeof dialog.showMessageBoxSync;
    dialog.showMessageBoxSync = stay;
    window?.close();
    return question;
  });
