import { expect, type Page, test } from '@playwright/test';
import { createUtmClient } from '../../src/egais/utm/utm-client.ts';
import { romashka } from '../../src/practice/holders.ts';
import { fsrarIdOf, placesOf } from '../../src/practice/places.ts';
import { openVirtualCryptoki } from '../../src/practice/virtual-token/virtual-cryptoki.ts';
import { seenOnToken } from '../practice/utm/seen-on-token.ts';
import { signedMchd } from '../practice/utm/signed-mchd.ts';
import { type BundledEntry, bundleEntry } from '../support/bundled-entry.ts';
import type { Harness } from '../support/handoff-harness.ts';
import {
  bundleHarness,
  type HandoffProgram,
  launchHandoffProgram,
  openShop,
  openSite,
  type ShopWithUtm,
} from './handoff-ground.ts';
import { accessible } from './page-looks.ts';

/** Set by the program of `test/support/handoff-harness.ts`, where the functions given to `app.evaluate` run. */
declare const harness: Harness;

let harnessEntry: BundledEntry;
let utmEntry: BundledEntry;
let program: HandoffProgram;
const toClose: { close(): Promise<void> }[] = [];

test.beforeAll(async () => {
  harnessEntry = await bundleHarness();
  utmEntry = await bundleEntry('src/practice/utm/process.ts');
  program = await launchHandoffProgram(harnessEntry);
});
test.afterEach(async () => {
  await program.closeView();
  for (const open of toClose.splice(0)) await open.close();
});
test.afterAll(async () => {
  await program.close();
  harnessEntry.remove();
  utmEntry.remove();
});

async function shop(...order: Parameters<typeof openShop> extends [unknown, ...infer Rest] ? Rest : never) {
  const opened = await openShop(utmEntry, ...order);
  toClose.push(opened);
  return opened;
}

async function site(answer: Parameters<typeof openSite>[0]) {
  const opened = await openSite(answer);
  toClose.push(opened);
  return opened;
}

const html = (body: string): Parameters<typeof openSite>[0] => {
  return (_request, response) => response.writeHead(200, { 'content-type': 'text/html;charset=UTF-8' }).end(body);
};

async function openKeyPage({ utm }: ShopWithUtm): Promise<Page> {
  const page = await program.open(`${utm.url}/app/`);
  await expect(page.getByText('Учебный УТМ')).toBeVisible();
  await page.getByRole('link', { name: 'Генерация ключа доступа к ЕГАИС' }).click();
  return page;
}

async function generate(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Сгенерировать сертификат' });
  await expect(button).toBeDisabled();
  await page.getByLabel('Я принимаю условия выдачи ключей доступа к ЕГАИС').check();
  await button.click();
}

const written = 'Ключ доступа к ЕГАИС успешно записан на ключевой носитель.';
const steps = (page: Page) => page.locator('#steps li').allTextContents();

test.describe('the UTM’s own page in the view', () => {
  test('an organisation finds its current place and makes a key', async () => {
    const renewal = await shop('renewal');
    const token = () => {
      const cryptoki = openVirtualCryptoki(renewal.tokenFolder);
      cryptoki.C_Initialize();
      const seen = seenOnToken(cryptoki, '11111111');
      seen.close();
      return seen.certificates;
    };
    const before = token();
    const page = await openKeyPage(renewal);
    await expect(page.getByRole('button', { name: /КПП/ })).toHaveCount(42);
    expect(await steps(page)).toEqual(['Выбор места осуществления деятельности', 'Подтверждение данных', 'Результат']);
    await page.getByLabel('Поиск (КПП, адрес)').fill('990101001');
    await expect(page.getByRole('button', { name: /КПП/ })).toHaveText(/Текущее подразделение/);
    await accessible(page);
    await page.getByRole('button', { name: /990101001/ }).click();
    await generate(page);
    await expect(page.getByText(written)).toBeVisible();
    const after = token();
    expect(after).toHaveLength(1);
    expect(after[0]?.der).not.toEqual(before[0]?.der);
    expect(await program.troubles()).toEqual([]);
  });

  test('a sole proprietor chooses the role, and a place by its address', async () => {
    const page = await openKeyPage(await shop('sole-proprietor'));
    await page.getByLabel('Руководитель ИП').check();
    await page.getByRole('button', { name: 'Продолжить' }).click();
    await page.getByRole('button', { name: /Балашиха/ }).click();
    await page.locator('[data-step="confirmation"]').getByRole('button', { name: 'Назад' }).click();
    await page.getByRole('button', { name: /Тверская/ }).click();
    await generate(page);
    await expect(page.getByText(written)).toBeVisible();
  });

  test('a person with a power of attorney is refused without files, then makes a key of the organisation', async () => {
    const person = await shop('sole-proprietor', { places: placesOf(romashka, 2) });
    const page = await openKeyPage(person);
    await page.getByLabel('Физическое лицо с машиночитаемой доверенностью').check();
    await page.getByRole('button', { name: 'Продолжить' }).click();
    await expect(page.getByRole('alert')).toContainText('Выберите XML файл');
    const { document, signature } = signedMchd();
    const file = ({ name, content }: typeof document) => ({ name, mimeType: '', buffer: Buffer.from(content) });
    await page.getByLabel(/XML файл/).setInputFiles(file(document));
    await page.getByLabel(/файл подписи/).setInputFiles(file(signature));
    await page.getByRole('button', { name: 'Продолжить' }).click();
    await page.getByRole('button', { name: /990101001/ }).click();
    expect(await steps(page)).toHaveLength(4);
    await generate(page);
    await expect(page.getByText(written)).toBeVisible();
    expect(await createUtmClient(person.utm.url).rsaOrginfo()).toMatchObject({
      value: { cn: fsrarIdOf(1), inn: romashka.inn },
    });
  });

  test('a refusal stands on the page in the UTM’s words', async () => {
    const page = await openKeyPage(await shop('new-shop', { options: { keygen: { refusal: 'Отказано: причина' } } }));
    await page.getByRole('button', { name: /990101001/ }).click();
    await generate(page);
    await expect(page.getByRole('alert')).toHaveText('Отказано: причина');
  });

  test('a UTM that dies in mid-generation is told on the page', async () => {
    const page = await openKeyPage(await shop('new-shop', { options: { keygen: { dies: 'before-write' } } }));
    await page.getByRole('button', { name: /990101001/ }).click();
    await generate(page);
    await expect(page.getByRole('alert')).toHaveText('УТМ не отвечает');
  });
});

test.describe('a page that wants more than its own origin', () => {
  test('goes nowhere else: not by script, link, form, frame, redirect, request or new window', async () => {
    const elsewhere = await site(html('elsewhere'));
    const own = await site((request, response) => {
      if (request.url === '/away') response.writeHead(302, { location: `${elsewhere.origin}/redirected` }).end();
      else html('<title>own</title><a>link</a><form method="post"></form>')(request, response);
    });
    const page = await program.open(`${own.origin}/`);

    const addresses = [
      `${elsewhere.origin}/script`,
      own.origin.replace('127.0.0.1', 'localhost'),
      `${own.origin}/away`,
      'https://example.org/',
      'app://wizard/',
      'file:///etc/hostname',
      'data:text/html,data',
    ];
    // By the page's own script: a tool that drives pages waits for navigations, and these never come.
    for (const address of addresses) await page.evaluate((url) => location.assign(url), address);
    await page.evaluate((other) => {
      const [link, form] = [document.querySelector('a'), document.querySelector('form')];
      if (link === null || form === null) throw new Error('The page is not whole');
      link.href = `${other}/link`;
      link.click();
      form.action = `${other}/form`;
      form.requestSubmit();
    }, elsewhere.origin);
    const refused = await page.evaluate(async (other) => {
      const frame = document.createElement('iframe');
      frame.src = `${other}/frame`;
      document.body.append(frame);
      const fails = (url: string) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => false,
          () => true,
        );
      return {
        request: await fails(`${other}/request`),
        wizard: await fails('app://wizard/'),
        redirect: await fails('/away'),
        window: window.open(`${other}/window`) === null,
      };
    }, elsewhere.origin);
    expect(refused).toEqual({ request: true, wizard: true, redirect: true, window: true });
    expect(await page.evaluate(() => document.title)).toBe('own');
    await page.evaluate(() => location.assign('/within'));
    await expect.poll(() => own.asked).toContain('/within');
    expect(elsewhere.asked).toEqual([]);
    expect(program.app.windows()).toHaveLength(2);
  });

  test('finds no Node, no bridge, no permission, and downloads nothing', async () => {
    const own = await site((request, response) => {
      if (request.url !== '/file') html('<a href="/file" download="taken.txt">take</a>')(request, response);
      else response.writeHead(200, { 'content-disposition': 'attachment; filename=taken.txt' }).end('taken');
    });
    const page = await program.open(`${own.origin}/`);
    const found = await page.evaluate(async () => {
      const refuses = (promise: Promise<unknown>) =>
        promise.then(
          () => false,
          () => true,
        );
      const state = async (name: PermissionName) => (await navigator.permissions.query({ name })).state;
      return {
        globals: ['require', 'process', 'module', 'Buffer', 'wizard', 'electron'].filter((name) => name in window),
        notifications: await Notification.requestPermission(),
        geolocation: await state('geolocation'),
        camera: await refuses(navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await refuses(navigator.clipboard.readText()),
        screen: await refuses(navigator.mediaDevices.getDisplayMedia()),
      };
    });
    expect(found).toEqual({
      globals: [],
      notifications: 'denied',
      geolocation: 'denied',
      camera: true,
      clipboard: true,
      screen: true,
    });
    await program.app.evaluate(({ webContents }) => {
      const downloads: boolean[] = [];
      Object.assign(globalThis, { downloads });
      const view = webContents.getAllWebContents().find((candidate) => candidate.getURL().startsWith('http:'));
      view?.session.on('will-download', (event) => downloads.push(event.defaultPrevented));
    });
    await page.getByText('take').click();
    const refusedDownloads = () =>
      program.app.evaluate(() => (globalThis as unknown as { downloads: boolean[] }).downloads);
    await expect.poll(refusedDownloads).toEqual([true]);
  });

  test('everything but the view stands still', async () => {
    const elsewhere = await site(html('elsewhere'));
    await program.wizard.evaluate((url) => location.assign(url), elsewhere.origin);
    await program.open(`${elsewhere.origin}/view`);
    expect(program.wizard.url()).toBe('app://wizard/');
    expect(elsewhere.asked.filter((url) => url !== '/favicon.ico')).toEqual(['/view']);
  });
});

test.describe('the view', () => {
  test('opens nothing but plain HTTP of this computer', async () => {
    for (const url of ['https://127.0.0.1/', 'http://example.org/', 'file:///etc/hostname', 'app://wizard/']) {
      await expect(program.open(url)).rejects.toThrow('Only a page of this computer');
    }
  });

  test('tells that nobody answers, that there is no such page, and that the page crashed', async () => {
    const old = await shop('new-shop', { options: { keyPage: false } });
    await program.open(`${old.utm.url}/app/`);
    expect(await program.troubles()).toEqual([{ kind: 'refused', status: 404 }]);
    await old.utm.stop();
    await program.open(`${old.utm.url}/app/`);
    expect((await program.troubles())[1]).toEqual({ kind: 'unreachable', reason: 'ERR_CONNECTION_REFUSED' });

    const good = await site(html('good'));
    await program.open(good.origin);
    await program.app.evaluate(({ webContents }) => {
      for (const page of webContents.getAllWebContents()) {
        if (page.getURL().startsWith('http:')) page.forcefullyCrashRenderer();
      }
    });
    await expect.poll(program.troubles).toHaveLength(3);
    expect((await program.troubles())[2]).toMatchObject({ kind: 'crashed' });
  });

  test('forgets everything when it is closed', async () => {
    const own = await site(html('own'));
    const page = await program.open(own.origin);
    await page.evaluate(async () => {
      localStorage.setItem('kept', 'yes');
      await cookieStore.set('kept', 'yes');
    });
    await program.closeView();
    await program.closeView();
    expect(await program.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
    const again = await program.open(own.origin);
    expect(await again.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);
  });

  test('may be closed while its page is on the way to another', async () => {
    const slow = await site((request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<title>own</title><p>a part');
      setTimeout(() => response.end('</p>'), Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0));
    });
    for (let round = 0; round < 40; round += 1) {
      const page = await program.open(`${slow.origin}/`);
      await page.evaluate((within) => location.assign(`/${within}`), round);
      await program.closeView();
    }
    await expect.poll(() => program.app.windows()).toEqual([program.wizard]);
  });

  test('takes the focus at F6 and gives it back, but only while it is seen', async () => {
    const own = await site(html('<input aria-label="own">'));
    const focused = () =>
      program.app.evaluate(({ webContents }) => webContents.getFocusedWebContents()?.getURL().split(':')[0]);
    const pressF6 = () =>
      program.app.evaluate(({ webContents }) =>
        webContents.getFocusedWebContents()?.sendInputEvent({ type: 'keyDown', keyCode: 'F6' }),
      );
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.focus());
    await expect.poll(focused).toBe('app');
    await program.open(own.origin);
    expect(await focused()).toBe('app');
    await pressF6();
    await expect.poll(focused).toBe('http');
    await pressF6();
    await expect.poll(focused).toBe('app');
    await pressF6();
    await expect.poll(focused).toBe('http');
    await program.app.evaluate(() => harness.place(null));
    await expect.poll(focused).toBe('app');
    await pressF6();
    expect(await focused()).toBe('app');
  });

  test('stands where the window’s page has room for it, and as large as the window’s zoom', async () => {
    const own = await site(html('own'));
    await program.open(own.origin);
    const seen = await program.app.evaluate(({ BrowserWindow, webContents }) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.webContents.setZoomFactor(1.5);
      harness.place({ x: 100, y: 20, width: 301, height: 200 });
      const view = window?.contentView.children.find((child) => child.getBounds().width === 452);
      const page = webContents.getAllWebContents().find((candidate) => candidate.getURL().startsWith('http:'));
      const zoom = page?.getZoomFactor();
      window?.webContents.setZoomFactor(1);
      return { bounds: view?.getBounds(), zoom };
    });
    expect(seen).toEqual({ bounds: { x: 150, y: 30, width: 452, height: 300 }, zoom: 1.5 });
  });
});
