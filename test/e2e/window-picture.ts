import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { WizardApp } from './wizard-app.ts';

const pictures = path.resolve(import.meta.dirname, '../../screenshots');

/** The window as its person sees it: Playwright's own pictures know nothing of a zoom. */
export async function windowPicture({ app }: WizardApp, name: string): Promise<void> {
  const image = await app.evaluate(async ({ BrowserWindow }) =>
    (await BrowserWindow.getAllWindows()[0]?.webContents.capturePage())?.toPNG().toString('base64'),
  );
  mkdirSync(pictures, { recursive: true });
  writeFileSync(path.join(pictures, `${name}.png`), Buffer.from(image ?? '', 'base64'));
}
