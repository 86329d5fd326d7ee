import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:net';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ComputerFile } from '../../src/practice/computers/computer-file.ts';
import { orderStart, orderStop } from '../../src/practice/utm/service-order.ts';
import { readTransportPort } from '../../src/practice/utm/transport-properties.ts';
import { UtmFolder, type UtmOptions } from '../../src/practice/utm/utm-folder.ts';
import { plugDevice } from '../../src/practice/virtual-token/device.ts';
import { readDevices } from '../../src/practice/virtual-token/device-folder.ts';
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

/** A practice computer seen from outside: its files, and the socket of its UTM. */
export function shopIn(scenario: ScenarioId) {
  const profile = newProfile();
  const folder = path.join(profile, 'practice', scenario);
  const utm = new UtmFolder(path.join(folder, 'utm'));
  const journal = path.join(folder, 'utm/l/transport_info.log');
  const build = async (): Promise<string | null> => {
    try {
      const port = readTransportPort(utm.paths.properties);
      return await (await fetch(`http://127.0.0.1:${port}/info/version`)).text();
    } catch {
      return null;
    }
  };
  const tokens = path.join(folder, 'tokens');
  const computer = new ComputerFile(path.join(folder, 'computer.json'));
  const waiting = { timeout: 30_000 };
  const starts = () => readFileSync(journal, 'utf8').match(/Starting Transport/g)?.length ?? 0;
  return {
    profile,
    scenario,
    folder,
    utm,
    journal,
    /** The build it tells of itself, over the socket; `null`: nobody answers. */
    build,
    changeUtm: (part: UtmOptions) => utm.write(utm.paths.options, { ...utm.options(), ...part }),
    /** The first token of the computer comes or goes. */
    plugFirst(plugged: boolean): void {
      const [first] = readDevices(tokens);
      if (first) plugDevice(tokens, first.serial, plugged);
    },
    /** Somebody starts its service anew: it answers again, and as it was told to be meanwhile. */
    async startUtmAnew(): Promise<void> {
      const before = starts();
      orderStart(utm);
      await expect.poll(starts, waiting).toBeGreaterThan(before);
      await expect.poll(build, waiting).not.toBe(null);
    },
    /** Somebody starts its service anew, and it comes to nothing: the journal says `end`. */
    async startUtmInVain(end: RegExp): Promise<void> {
      const before = starts();
      orderStart(utm);
      await expect.poll(starts, waiting).toBeGreaterThan(before);
      await expect
        .poll(
          () =>
            readFileSync(journal, 'utf8')
              .split(/Starting Transport/)
              .at(-1),
          waiting,
        )
        .toMatch(end);
    },
    /** A program of the shop takes the port while the UTM is not there. */
    async takePort(intruder: Server, program: string): Promise<void> {
      orderStop(utm);
      await expect.poll(build, waiting).toBe(null);
      intruder.listen(readTransportPort(utm.paths.properties), '127.0.0.1');
      await once(intruder, 'listening');
      computer.write({ ...computer.read(), intruder: { pid: 3372, program } });
    },
    /** That program is closed. */
    async leavePort(intruder: Server): Promise<void> {
      intruder.close();
      await once(intruder, 'close');
      computer.write({ ...computer.read(), intruder: null });
    },
    /** What the person answers when the system asks for an administrator's rights. */
    answerPrompt: (prompt: 'granted' | 'refused') => computer.write({ ...computer.read(), prompt }),
    /** All that the journal tells happened so many minutes earlier. */
    ageJournal(minutes: number): void {
      const earlier = (stamp: string) => {
        const moment = new Date(new Date(stamp.replace(' ', 'T')).getTime() - minutes * 60_000);
        return moment.toLocaleString('sv-SE');
      };
      const aged = readFileSync(journal, 'utf8').replace(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gm, earlier);
      writeFileSync(`${journal}.aged`, aged);
      renameSync(`${journal}.aged`, journal);
    },
    /** The settings of the UTM as they lie on disk. */
    settings: () => readFileSync(utm.paths.properties, 'utf8'),
  };
}
export type Shop = ReturnType<typeof shopIn>;

/** A practice computer for the command line, which goes on with the one that it finds. */
export async function practiceShop(scenario: ScenarioId, options: UtmOptions = {}): Promise<Shop> {
  const shop = shopIn(scenario);
  await createPracticeWorld({ folder: shop.folder, scenario, now: new Date() });
  shop.changeUtm(options);
  return shop;
}

/**
 * The wizard on a practice computer of this scenario. The window begins it anew, so what is different there comes
 * after that, and the UTM is started anew with it.
 */
export async function openAt(shop: Shop, arrange: () => void = () => undefined) {
  const { profile, scenario, build } = shop;
  const wizard = await launchWizard({ args: ['--practice', scenario], profile, size: smallScreen });
  await expect.poll(build, { timeout: 60_000 }).not.toBe(null);
  arrange();
  await shop.startUtmAnew();
  const walk = walker(wizard.page);
  /** Keeps the key that is on the token that was chosen, and stands before the UTM. */
  const keepKeyOfToken = async (): Promise<void> => {
    await walk.signInJaCarta();
    await walk.choosePlace('990101001');
    await walk.heading('Проверьте перед записью ключа');
    await walk.press('Оставить нынешний ключ');
    await walk.heading('Оставили нынешний ключ');
  };
  return {
    ...walk,
    wizard,
    page: wizard.page,
    /** Goes on to the UTM; before it looks at the UTM, something may happen. */
    async keepKey(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
      await walk.passMachine();
      await keepKeyOfToken();
      await meanwhile();
      await walk.press('Продолжить');
    },
    async end(): Promise<void> {
      expect(wizard.faults).toEqual([]);
      await wizard.close();
      forget(profile);
    },
  };
}
