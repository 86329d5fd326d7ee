import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const pictures = path.resolve(import.meta.dirname, '../../screenshots');

/** Keeps a picture of the page for people to look at. */
export const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });

/** axe has nothing to say. Electron opens no second page for axe, hence its legacy mode. */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}
