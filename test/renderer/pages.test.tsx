import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { Wizard } from '../../src/renderer/app.tsx';
import { fetchHelp } from '../../src/renderer/help/use-help-library.ts';
import { i18n } from '../../src/renderer/i18n.ts';
import { wizardStateSchema } from '../../src/shared/ipc/wizard-state.ts';
import type { Language } from '../../src/shared/language.ts';
import type { Scene } from './states/scene.ts';
import { scenes } from './states/wizard-states.ts';

const names = Object.keys(scenes);

const sceneOf = (name: string): Scene => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  return scene;
};

async function markup(name: string, language: Language): Promise<string> {
  await i18n.changeLanguage(language);
  await fetchHelp();
  const state = { ...sceneOf(name).state, language };
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Wizard state={state} refusal={null} side={sceneOf(name).side ?? null} />
    </I18nextProvider>,
  );
}

const words = (html: string) => html.replace(/<svg.*?<\/svg>/gs, '').replace(/<[^>]*>/g, ' ');

describe('every page of the window', () => {
  it.each(names)('%s is a state the main process may send', (name) => {
    expect(wizardStateSchema.parse(sceneOf(name).state)).toEqual(sceneOf(name).state);
  });

  it.each(names)('%s has one heading, one step marked as current, and no text left unfilled', async (name) => {
    for (const language of ['ru', 'en'] as const) {
      const html = await markup(name, language);
      expect(html.match(/<h1/g)).toHaveLength(1);
      expect(html.match(/aria-current="step"/g)).toHaveLength(1);
      const text = words(html);
      expect(text).not.toMatch(/\{\{|\}\}|undefined|\[object|NaN/);
      expect(text).not.toMatch(
        /\b(frame|machine|token|role|mchd|subdivision|contractors|accessKey|utm|utmSetup|keyChange|knownTokens|practice|contents|pinWork|prepare|help|diagnostics|qualifiedCertificate)\.[a-z]/,
      );
    }
  });

  it.each(names)('%s never fills in a PIN, and never lets the browser remember one', async (name) => {
    const html = await markup(name, 'ru');
    for (const [input] of html.matchAll(/<input[^>]*type="password"[^>]*>/g)) {
      expect(input).toContain('autoComplete="off"');
      expect(input).not.toContain('value=');
    }
  });

  it('does not call a UTM working that signs nothing, and says what to do', async () => {
    const text = words(await markup('utm-signature-renewed', 'ru'));
    expect(text).not.toContain('УТМ работает');
    expect(text).toContain('Подпись обновили, а ключ доступа остался от прежней');
    expect(text).toContain('Выпустите ключ доступа заново');
    expect(text).toContain('УТМ не подписывает документы');
  });

  it('tells to stop a UTM that tries a wrong PIN, and offers no start', async () => {
    const text = words(await markup('utm-pin-refused', 'ru'));
    expect(text).toContain('Сразу остановите УТМ: каждый его запуск тратит попытку');
    expect(text).not.toContain('Запустить УТМ');
  });

  it('says on the first page what became of a broken book of tokens, though there is no token to show', async () => {
    const html = await markup('machine-known-set-aside', 'ru');
    expect(words(html)).toContain('known-tokens.broken-3fa2b1c9.json');
    expect(html.match(/<button[^>]*aria-expanded="true"/g)).toHaveLength(1);
  });

  it('does not promise that a former signature is in nobody’s way: which of two a UTM takes is not known', async () => {
    const rowOf = (html: string, words: string) => html.split('<li').find((row) => row.includes(words)) ?? '';
    for (const [language, unknown, setting, former] of [
      ['ru', 'неизвестно', 'серийный номер новой', 'Прежняя подпись осталась'],
      ['en', 'not known', 'serial number of the new one', 'The former signature stays'],
    ] as const) {
      const html = await markup('qualified-done-two-signatures', language);
      const row = rowOf(html, former);
      expect(row).toContain(unknown);
      expect(row).toContain(setting);
      expect(row).toContain('lucide-triangle-alert');
      expect(words(await markup('qualified-done', language))).not.toContain(former);
    }
  });

  it('keeps every step but the current closed while a key is written, and offers no way back', async () => {
    const html = await markup('access-key-progress', 'ru');
    expect(html.match(/<nav.*?<\/nav>/s)?.[0].match(/<button[^>]*disabled/g)).toHaveLength(4);
    expect(html.match(/<footer.*?<\/footer>/s)?.[0]).not.toContain('<button');
  });

  it('offers no new key while the UTM is changed, and says why', async () => {
    const verbsOf = (html: string) => html.match(/<footer.*?<\/footer>/s)?.[0] ?? '';
    const html = verbsOf(await markup('access-key-commit-utm-changes', 'ru'));
    expect(html.match(/<button[^>]*disabled=""[^>]*>/g)).toHaveLength(1);
    expect(words(html)).toContain('Сейчас мастер меняет УТМ: ключ можно получить, когда он закончит');
    expect(verbsOf(await markup('access-key-commit', 'ru'))).not.toContain('disabled=""');
  });

  it('shows the words of a refusing UTM as they came', async () => {
    expect(await markup('access-key-refused', 'ru')).toContain('Организация не найдена в реестре: ИНН 9900000017');
  });

  it('asks for no PIN where a try would be spent for nothing', async () => {
    for (const name of ['token-locked', 'token-obstacle', 'token-blank', 'change-pin-locked', 'unblock-locked'])
      expect(await markup(name, 'ru')).not.toContain('type="password"');
  });

  it('never erases before the certificates are saved and the serial is typed', async () => {
    const verb = (html: string) =>
      html.match(/<footer.*?<\/footer>/s)?.[0].match(/<button[^>]*type="submit"[^>]*>/)?.[0];
    expect(verb(await markup('prepare-used', 'ru'))).toContain('disabled');
    expect(verb(await markup('prepare-saved', 'ru'))).not.toContain('disabled');
    expect(await markup('prepare-saved', 'ru')).not.toMatch(/value="6035"/);
  });

  it('asks for no administrator PIN where a token has none, and goes on by hand where the library cannot', async () => {
    expect(await markup('prepare-vendor', 'ru')).not.toContain('PIN-код администратора');
    expect(await markup('prepare-vendor-refused', 'ru')).toContain('Что сделать в программе');
  });

  it('names everything that a preparation erases', async () => {
    const html = await markup('prepare-used', 'ru');
    for (const name of ['ООО «Ромашка»', 'Ключ без сертификата', 'КриптоПро «2f1c', 'Подпись ещё действует']) {
      expect(html).toContain(name);
    }
  });

  it('offers deletion only for what is an orphan or an expired access key, and only after a sign-in', async () => {
    const offers = (html: string) => [...html.matchAll(/Удалить [^<]*/g)].map(([words]) => words);
    expect(offers(await markup('contents-full', 'ru'))).toEqual([
      'Удалить старый ключ доступа',
      'Удалить сертификат',
      'Удалить ключ',
    ]);
    expect(offers(await markup('contents', 'ru'))).toEqual([]);
    expect(await markup('contents', 'ru')).not.toContain('Чтобы удалить');
    expect(await markup('contents-signed-out', 'ru')).toContain('Чтобы удалить, нужно войти по PIN-коду');
  });

  it('lets nobody leave while a token is at work', async () => {
    for (const name of ['change-pin-running', 'prepare-running', 'prepare-running-away']) {
      const html = await markup(name, 'ru');
      expect(html.match(/<nav.*?<\/nav>/s)?.[0].match(/<button[^>]*disabled/g)?.length).toBeGreaterThanOrEqual(4);
      expect(html.match(/<footer.*?<\/footer>/s)?.[0]).not.toContain('<button');
    }
  });

  it('meets the confusion of both PINs with the right hint, and a single PIN with none', async () => {
    expect(await markup('token-wrong-pin', 'ru')).toContain('Здесь нужен PIN-код ГОСТ');
    expect(await markup('token-wrong-pki-pin', 'ru')).toContain('Здесь нужен PIN-код PKI');
    expect(await markup('change-pin-refused', 'ru')).not.toContain('Здесь нужен PIN-код');
  });

  it('ticks no consent and fills in no serial, whatever the way', async () => {
    const commits = names.filter((name) => name.startsWith('access-key-commit'));
    expect(commits.length).toBeGreaterThan(5);
    for (const name of commits) {
      const html = await markup(name, 'ru');
      expect(html).toMatch(/<input(?=[^>]*type="checkbox")/);
      expect(html).not.toMatch(/<input(?=[^>]*type="checkbox")[^>]*checked/);
      expect(html).not.toContain('value="6035"');
    }
  });

  it.each([
    ['access-key-commit', 'Создать ключ'],
    ['access-key-commit-new', 'Открыть страницу УТМ'],
    ['access-key-commit-file', 'Создать запрос'],
    ['access-key-commit-account', 'Получить ключ'],
  ])('%s is sealed by a verb of its own', async (name, verb) => {
    expect((await markup(name, 'ru')).match(/<footer.*?<\/footer>/s)?.[0]).toContain(verb);
  });

  it('asks for the serial only where somebody has to agree to the end of a key', async () => {
    const asks = async (name: string) => (await markup(name, 'ru')).includes('Последние четыре знака номера токена');
    expect(await asks('access-key-commit')).toBe(false);
    expect(await asks('access-key-commit-account')).toBe(true);
    expect(await asks('access-key-commit-foreign')).toBe(true);
    expect(await markup('access-key-commit-foreign', 'ru')).toContain('На токене действующий ключ другой точки');
  });

  it('guides on the UTM’s page in its words, names the checked files, and never asks for a PIN there', async () => {
    const html = await markup('access-key-handoff-mchd', 'ru');
    for (const words of [
      'Генерация ключа доступа к ЕГАИС',
      'Физическое лицо с машиночитаемой доверенностью',
      '.xml.sig',
      'Сгенерировать сертификат',
    ]) {
      expect(html).toContain(words);
    }
    for (const name of names.filter((scene) => scene.startsWith('access-key-handoff'))) {
      expect(await markup(name, 'ru')).not.toContain('type="password"');
    }
  });

  it('says at once why the page of the UTM is not there', async () => {
    const html = await markup('access-key-handoff-unreachable', 'ru');
    expect(html).toMatch(/role="alert"[^>]*>(?:(?!<\/div>).)*Страница УТМ не открылась/s);
  });

  it('stays on the request when a certificate is refused', async () => {
    const html = await markup('access-key-request-refused', 'ru');
    expect(html).toContain('Запрос готов, ждём сертификат');
    expect(html).toContain('Сертификат не от этого ключа');
    expect(html.match(/<footer.*?<\/footer>/s)?.[0]).toContain('Выбрать файл с сертификатом');
  });
});
