import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { z } from 'zod';
import { type ComputerRecord, computerRecordSchema } from '../../src/practice/computers/records.ts';
import { orderStop } from '../../src/practice/utm/service-order.ts';
import { readTransportPort } from '../../src/practice/utm/transport-properties.ts';
import { UtmFolder, type UtmOptions } from '../../src/practice/utm/utm-folder.ts';
import { createPracticeWorld } from '../../src/practice/world.ts';
import type { ScenarioId } from '../../src/shared/domain/scenario.ts';
import { accessible, picture } from './page-looks.ts';
import { walker } from './walk.ts';
import { forget, launchWizard, newProfile } from './wizard-app.ts';

/** The smallest screen that the wizard is made for. */
const smallScreen = { width: 1024, height: 600 };

/** Nothing may stand over the edge of a small screen. */
async function fits(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
}

/** A page that has come to rest: axe has nothing to say, it fits, and its picture is kept. */
export async function look(page: Page, name: string): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map(({ finished }) => finished),
    ).then(() => 0),
  );
  await accessible(page);
  await fits(page);
  await picture(page, name);
}

/** A practice computer before anybody opens the wizard on it, and its UTM from outside: files and a socket. */
export async function practiceShop(scenario: ScenarioId, options: UtmOptions = {}) {
  const profile = newProfile();
  const folder = path.join(profile, 'practice', scenario);
  await createPracticeWorld({ folder, scenario, now: new Date() });
  const utm = new UtmFolder(path.join(folder, 'utm'));
  const computer = path.join(folder, 'computer.json');
  const changeUtm = (part: UtmOptions) => utm.write(utm.paths.options, { ...utm.options(), ...part });
  changeUtm(options);
  const address = () => `http://127.0.0.1:${readTransportPort(utm.paths.properties)}`;
  return {
    profile,
    folder,
    utm,
    changeUtm,
    /** Whole or not at all: the wizard reads it every few seconds. */
    changeComputer(part: Partial<ComputerRecord>): void {
      const record = computerRecordSchema.parse(JSON.parse(readFileSync(computer, 'utf8')));
      writeFileSync(`${computer}.next`, JSON.stringify({ ...record, ...part }));
      renameSync(`${computer}.next`, computer);
    },
    /** Somebody stops its service. */
    stopUtm(): void {
      this.changeComputer({ utmServiceRunning: false });
      orderStop(utm);
    },
    /** The build it tells of itself, over the socket; `null`: nobody answers. */
    build: async (): Promise<string | null> =>
      fetch(`${address()}/info/version`)
        .then((answer) => answer.text())
        .catch(() => null),
    /** Whose access key it reads, over the socket; `null`: it does not say. */
    owner: async (): Promise<string | null> => {
      const answer = await fetch(`${address()}/api/info/list`)
        .then((reply) => reply.json())
        .catch(() => null);
      return z.object({ ownerId: z.string() }).safeParse(answer).data?.ownerId ?? null;
    },
    journal: path.join(folder, 'utm/l/transport_info.log'),
    /** The settings of the UTM as they lie on disk. */
    settings: () => readFileSync(utm.paths.properties, 'utf8'),
  };
}
export type PracticeShop = Awaited<ReturnType<typeof practiceShop>>;

/** The wizard on such a computer. */
export async function openAt({ profile, folder, build }: PracticeShop) {
  const wizard = await launchWizard({
    args: ['--practice', path.basename(folder)],
    profile,
    size: smallScreen,
  });
  const walk = walker(wizard.page);
  return {
    ...walk,
    wizard,
    page: wizard.page,
    /** Goes on to the UTM with the key that is on the token. */
    async keepKey(): Promise<void> {
      await expect.poll(build, { timeout: 60_000 }).not.toBe(null);
      await walk.passMachine();
      await walk.signInJaCarta();
      await walk.choosePlace('990101001');
      await walk.heading('Проверьте перед записью ключа');
      await walk.press('Оставить нынешний ключ');
      await walk.heading('Оставили нынешний ключ');
      await walk.press('Продолжить');
    },
    async end(): Promise<void> {
      expect(wizard.faults).toEqual([]);
      await wizard.close();
      forget(profile);
    },
  };
}
