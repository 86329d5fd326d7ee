import { writeFileSync } from 'node:fs';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { searchSubdivisions } from '../src/shared/subdivision-search/search.ts';
import { indexSubdivisions } from '../src/shared/subdivision-search/search-index.ts';
import { launchAtPlaces } from '../test/e2e/many-places.ts';
import { forget } from '../test/e2e/wizard-app.ts';
import { chainOf, listLengths, queries } from './chain.ts';
import { type Figures, figuresOf } from './figures.ts';

/** From the key to the painted result: two frames of sixty a second. */
const goalMs = 32;

/** What the probe leaves in the window. */
interface Probed {
  keyToPaint: number[];
}

/**
 * Notes for every key how long it took until what it changed was painted: from the event's own time, over everything
 * the page did about it, to the first task behind the next frame.
 */
const probe = () => {
  const probed: Probed = { keyToPaint: [] };
  Object.assign(window, { probed });
  let pressed: number | null = null;
  document.addEventListener(
    'keydown',
    (event) => {
      // The field is emptied by this key between two queries.
      pressed = event.key === 'Delete' ? null : event.timeStamp;
    },
    true,
  );
  document.addEventListener(
    'input',
    () => {
      const from = pressed;
      pressed = null;
      if (from === null) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => probed.keyToPaint.push(performance.now() - from);
        port2.postMessage(null);
      });
    },
    true,
  );
};

interface Window {
  readonly page: Page;
  readonly keyboard: CDPSession;
}

const noted = (page: Page) => page.evaluate(() => (window as unknown as { probed: Probed }).probed.keyToPaint);

/** Types key by key, each when the one before is painted; answers the milliseconds of each. */
async function type({ page, keyboard }: Window, text: string): Promise<readonly number[]> {
  const before = (await noted(page)).length;
  for (const [index, key] of [...text].entries()) {
    // Playwright's keyboard has the American layout: it would put a Cyrillic letter in without any key.
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, unmodifiedText: key });
    await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key });
    await expect.poll(async () => (await noted(page)).length, { intervals: [5] }).toBe(before + index + 1);
  }
  return (await noted(page)).slice(before);
}

/** The same keys into a field that does nothing: what the keyboard, the engine and the frame take by themselves. */
async function typeIntoNothing(window: Window): Promise<readonly number[]> {
  const { page } = window;
  await page.evaluate(() => {
    const field = document.createElement('input');
    field.id = 'nothing';
    document.querySelector('main')?.prepend(field);
    field.focus();
  });
  const times: number[] = [];
  for (const query of queries) times.push(...(await type(window, query)));
  await page.evaluate(() => document.querySelector('#nothing')?.remove());
  return times;
}

async function typeIntoSearch(window: Window, count: number): Promise<readonly number[]> {
  const index = indexSubdivisions(chainOf(count));
  const search = window.page.getByRole('searchbox');
  const times: number[] = [];
  for (const query of [...queries, ...queries]) {
    await search.fill('');
    times.push(...(await type(window, query)));
    const found = searchSubdivisions(index, query).rows.length;
    await expect(window.page.getByText(`${found.toLocaleString('ru')} из ${count.toLocaleString('ru')}`)).toBeVisible();
  }
  return times;
}

test('from the key to the painted result', async () => {
  const figures: Figures[] = [];
  for (const count of listLengths) {
    const wizard = await launchAtPlaces(count);
    const { page } = wizard;
    await page.evaluate(probe);
    const window = { page, keyboard: await page.context().newCDPSession(page) };
    const nothing = figuresOf('a field that does nothing', await typeIntoNothing(window));
    const floor = { name: nothing.name, p95: nothing.p95 };
    const times = await typeIntoSearch(window, count);
    figures.push(figuresOf(`key to paint, ${count} rows`, times, { goal: goalMs, floor }));
    await wizard.close();
    forget(wizard.profile);
  }
  writeFileSync(process.env.BENCH_FIGURES ?? 'figures.json', JSON.stringify({ figures, ratios: [] }));
});
