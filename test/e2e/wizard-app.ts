import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test';

const root = path.resolve(import.meta.dirname, '../..');

/** The wizard in a real Electron, on a profile of its own, with everything it wrote to its console. */
export interface WizardApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly profile: string;
  /** Console messages of the window that are errors, and uncaught exceptions. */
  readonly faults: string[];
  readonly output: () => string;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly args: readonly string[];
  readonly profile?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly size?: { readonly width: number; readonly height: number };
  readonly executable?: string;
}

export const newProfile = (): string => mkdtempSync(path.join(tmpdir(), 'egais-wizard-profile-'));

export async function launchWizard(options: LaunchOptions): Promise<WizardApp> {
  const profile = options.profile ?? newProfile();
  const chunks: string[] = [];
  const app = await electron.launch({
    args: [...(options.executable ? [] : [root]), ...options.args, '--profile-dir', profile],
    ...(options.executable && { executablePath: options.executable }),
    cwd: root,
    colorScheme: options.colorScheme ?? 'light',
  });
  app.process().stdout?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  app.process().stderr?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  const page = await app.firstWindow();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  const { width, height } = options.size ?? { width: 1280, height: 800 };
  await expect(page.locator('h1')).toBeVisible();
  // A busy Electron may lose an answer to its garbage collector; the same size twice is the same.
  await expect(() =>
    app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    ),
  ).toPass({ timeout: 20_000 });
  return {
    app,
    page,
    profile,
    faults,
    output: () => chunks.join(''),
    close: async () => {
      await app.close();
    },
  };
}

/** Every file below a folder. */
function* filesBelow(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const full = path.join(folder, name);
    const stats = statSync(full, { throwIfNoEntry: false });
    if (stats?.isDirectory()) yield* filesBelow(full);
    else if (stats?.isFile()) yield full;
  }
}

/** Files below `folder` whose bytes hold one of the secrets, as UTF-8 or UTF-16. */
export function filesHolding(folder: string, secrets: readonly string[]): string[] {
  const needles = secrets.flatMap((secret) => [Buffer.from(secret, 'utf8'), Buffer.from(secret, 'utf16le')]);
  return [...filesBelow(folder)].filter((file) => {
    const bytes = readFileSync(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}

export const forget = (profile: string): void => rmSync(profile, { recursive: true, force: true });
