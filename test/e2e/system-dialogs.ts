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
