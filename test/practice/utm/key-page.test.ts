import { describe, expect, test } from 'vitest';
import { romashka } from '../../../src/practice/holders.ts';
import { placesOf } from '../../../src/practice/places.ts';
import { principalsOf } from '../../../src/practice/utm/mchd-reading.ts';
import type { UtmOptions } from '../../../src/practice/utm/utm-folder.ts';
import { granted, utf8, windows1251 } from '../../egais/mchd/documents.ts';
import { practiceUtms, type RunningWorld } from './running-utm.ts';
import { type SignedMchd, signedMchd } from './signed-mchd.ts';

const { start, launch } = practiceUtms();

const get = (shop: RunningWorld, path: string) => fetch(`${shop.utm.url}${path}`);

const goodFiles = signedMchd();

/** What the page sends when a person presses «Продолжить» below the two files. */
function upload(shop: RunningWorld, files: Partial<SignedMchd> = goodFiles): Promise<Response> {
  const form = new FormData();
  form.set('role', 'person-with-mchd');
  for (const [field, file] of Object.entries(files)) form.set(field, new File([file.content], file.name));
  return fetch(`${shop.utm.url}/practice/mchd`, { method: 'POST', body: form });
}

/** A person at a UTM whose agency knows places of that person and of an organisation. */
async function person(options?: UtmOptions): Promise<RunningWorld> {
  const shop = await start('sole-proprietor', options);
  shop.folder.write(shop.folder.paths.places, [...shop.folder.places(), ...placesOf(romashka, 2)]);
  return shop;
}

async function innsListed({ client }: RunningWorld): Promise<readonly string[]> {
  const list = await client.subdivisions();
  return list.ok ? list.value.map(({ inn }) => inn) : [];
}

describe('the page «Генерация ключа доступа к ЕГАИС»', () => {
  test('comes whole from the UTM, and allows nothing from elsewhere', async () => {
    const shop = await start('new-shop');
    const page = await get(shop, '/app/');
    const html = await page.text();
    expect(html).toContain('Учебный УТМ');
    expect(page.headers.get('content-security-policy')).toBe("default-src 'self'");
    const referred = [...html.matchAll(/(?:src|href)="(\/[^"]*)"/g)].map(([, path = '']) => path);
    expect(referred.toSorted()).toEqual(['/app/page.css', '/app/page.js']);
    for (const path of referred) expect((await get(shop, path)).status).toBe(200);
    expect(html).not.toMatch(/https?:/);
  });

  test('is not there in a UTM without one, and its state still is', async () => {
    const shop = await start('new-shop', { keyPage: false });
    expect((await get(shop, '/app/')).status).toBe(404);
    expect((await shop.client.infoList()).kind).toBe('answer');
  });

  test('asks an organisation for no role', async () => {
    expect(await (await get(await start('new-shop'), '/practice/roles')).json()).toEqual({
      roles: [],
      inns: [romashka.inn],
    });
  });

  test.each([
    ['4.2.0b002538', ['sole-proprietor', 'person-with-mchd']],
    ['4.2.0b002537', ['sole-proprietor']],
  ])('offers a person of build %s the roles %j', async (build, roles) => {
    const shop = await person({ build });
    expect(await (await get(shop, '/info/version')).text()).toBe(build);
    expect(await (await get(shop, '/practice/roles')).json()).toMatchObject({ roles });
    expect((await upload(shop)).status).toBe(roles.length === 2 ? 200 : 404);
  });

  test('says so when no qualified certificate is there', async () => {
    const shop = await start('no-token');
    const answer = await get(shop, '/practice/roles');
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain('ГОСТ сертификат');
  });
});

describe('a power of attorney', () => {
  test('opens the places of its principal, also after the UTM was started again, and a key is issued', async () => {
    const shop = await person();
    expect(await innsListed(shop)).not.toContain(romashka.inn);
    expect(await (await upload(shop)).json()).toEqual({ inns: [romashka.inn] });
    await shop.utm.stop();
    const utm = await launch(shop.world.utmFolder, shop.world.libraryPath, shop.utm.port);
    await utm.listening;
    expect((await innsListed(shop)).filter((inn) => inn === romashka.inn)).toHaveLength(2);

    const list = await shop.client.subdivisions();
    const chosen = list.ok ? list.value.find(({ inn }) => inn === romashka.inn) : undefined;
    if (chosen === undefined) throw new Error('no place of the organisation');
    expect(await shop.client.keygen(chosen)).toEqual({ ok: true, value: null });
    expect(await shop.client.rsaOrginfo()).toMatchObject({ value: { cn: chosen.fsrarId, inn: romashka.inn } });
  });

  test('is of no use to the holder of another certificate', async () => {
    const shop = await person();
    await upload(shop);
    const accepted = shop.folder.acceptedMchd();
    if (accepted === null) throw new Error('not accepted');
    shop.folder.keepMchd({ ...accepted, certificate: '00'.repeat(32) });
    expect(await innsListed(shop)).not.toContain(romashka.inn);
  });

  const { document, signature } = goodFiles;
  test.each<[string, Partial<SignedMchd>, string]>([
    ['no document', { signature }, 'Выберите XML файл'],
    ['a document of another kind', { document: { ...document, name: 'a.pdf' }, signature }, 'Выберите XML файл'],
    ['no signature', { document }, 'Выберите файл подписи'],
    [
      'more than 15 МБ',
      { document, signature: { ...signature, content: new Uint8Array(15 * 1024 * 1024 + 1) } },
      '15МБ',
    ],
    ['no XML in it', { document: { ...document, content: signature.content }, signature }, 'XML'],
    [
      'a signature over something else',
      { document: { ...document, content: Uint8Array.from([...document.content, 0x0a]) }, signature },
      'одпис',
    ],
  ])('is refused with %s', async (_, files, words) => {
    const shop = await person();
    const answer = await upload(shop, files);
    expect(answer.status).toBe(500);
    expect(await answer.text()).toContain(words);
    expect(shop.folder.acceptedMchd()).toBeNull();
  });

  test('is refused by a UTM that refuses', async () => {
    const shop = await person({ mchd: { refusal: 'МЧД не найдена в реестре' } });
    expect(await (await upload(shop)).text()).toBe('МЧД не найдена в реестре');
    expect(await innsListed(shop)).not.toContain(romashka.inn);
  });

  test('names its principals in either encoding', () => {
    const text = granted();
    expect(principalsOf(utf8(text))).toEqual([romashka.inn]);
    expect(principalsOf(windows1251(text.replace('UTF-8', 'windows-1251')))).toEqual([romashka.inn]);
    expect(principalsOf(utf8('<a/>'))).toEqual([]);
  });
});
