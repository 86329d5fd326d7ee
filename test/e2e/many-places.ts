import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { romashka } from '../../src/practice/holders.ts';
import { placesOf } from '../../src/practice/places.ts';
import { UtmFolder } from '../../src/practice/utm/utm-folder.ts';
import { walker } from './walk.ts';
import { type LaunchOptions, launchWizard, type WizardApp } from './wizard-app.ts';

/** Gives the organisation of a practice shop `count` places; the key of the first one is on its token. */
function givePlaces(profile: string, count: number): void {
  const utm = new UtmFolder(path.join(profile, 'practice', 'renewal', 'utm'));
  utm.write(utm.paths.places, placesOf(romashka, count));
}

export const placeList = (page: Page) => page.getByRole('listbox', { name: 'Места деятельности' });

/** The wizard on the list of that many places, the search ready. */
export async function launchAtPlaces(count: number, options: Partial<LaunchOptions> = {}): Promise<WizardApp> {
  const wizard = await launchWizard({ ...options, args: ['--practice', 'renewal'] });
  givePlaces(wizard.profile, count);
  const { passMachine, signInJaCarta } = walker(wizard.page);
  await passMachine();
  await signInJaCarta();
  const of = count.toLocaleString('ru');
  await expect(wizard.page.getByText(`${of} из ${of}`)).toBeVisible({ timeout: 90_000 });
  return wizard;
}
