import { readFileSync } from 'node:fs';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemPanel } from '../../src/renderer/controls/problem-panel.tsx';
import { HelpButton } from '../../src/renderer/help/help-button.tsx';
import { HelpPage } from '../../src/renderer/help/help-page.tsx';
import { HelpSearch } from '../../src/renderer/help/help-search.tsx';
import { fetchHelp } from '../../src/renderer/help/use-help-library.ts';
import { i18n } from '../../src/renderer/i18n.ts';
import { closeSidePages, openContractors, openHelp, sidePages } from '../../src/renderer/store/side-page.ts';
import type { Language } from '../../src/shared/language.ts';
import { problem } from '../../src/shared/problems/problem.ts';

const nothing = () => undefined;

const words = (page: ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={i18n}>{page}</I18nextProvider>)
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]*>/g, ' ');

async function searched(query: string, language: Language = 'ru'): Promise<string> {
  await i18n.changeLanguage(language);
  return words(<HelpSearch library={await fetchHelp()} query={query} onQuery={nothing} onOpen={nothing} />);
}

beforeEach(async () => {
  await i18n.changeLanguage('ru');
});

describe('the help of the window', () => {
  it('before anything is typed shows what is asked most', async () => {
    const text = await searched('');
    for (const title of [
      'Спрашивают чаще всего',
      'УТМ не отвечает',
      'PIN-код заблокирован',
      'Какой PIN-код спрашивают',
    ])
      expect(text).toContain(title);
  });

  it('finds a pasted message, in the language of the window', async () => {
    const message = '2026-11-02 10:15:04,123 ERROR [main] Отсутствует пароль RSA KeyStore: config/transport.prop';
    expect(await searched(message)).toContain('В настройках УТМ нет PIN-кодов');
    expect(await searched(message, 'en')).toContain('The PINs are missing in the UTM’s settings');
  });

  it('says so when it knows nothing like it', async () => {
    const text = await searched('рецепт борща с пампушками');
    expect(text).toContain('Ничего похожего в справке нет');
  });

  it('of a problem says what to do, how sure it is, and how other programs put it', async () => {
    await fetchHelp();
    const text = words(<HelpPage code="problem:TOKEN_MEMORY_DAMAGED" />);
    for (const said of [
      'Память токена повреждена',
      'Что сделать',
      'другой USB-порт',
      'Известно по одному сообщению',
      '0x6a82',
    ])
      expect(text).toContain(said);
  });

  it('of a problem that needs no more words is the problem in its own', async () => {
    await fetchHelp();
    const text = words(<HelpPage code="problem:TOKEN_CANCELLED" />);
    expect(text).toContain('Действие отменено на токене');
    expect(text).not.toContain('Что сделать');
    expect(text).not.toContain('Известно');
  });
});

describe('the ways to the help', () => {
  it('are a button of the rail and one of every problem', () => {
    expect(words(<HelpButton isDisabled={false} />)).toContain('Помощь');
    expect(words(<ProblemPanel problem={problem('TOKEN_BUSY')} />)).toContain('Подробнее');
    expect(words(<ProblemPanel problem={problem('TOKEN_BUSY')} withoutHelp />)).not.toContain('Подробнее');
  });

  it('are closed while something is written to a token', () => {
    const button = renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        <HelpButton isDisabled />
      </I18nextProvider>,
    );
    expect(button).toMatch(/<button[^>]*disabled/);
  });

  it('lay one page on another, and the same page once', () => {
    closeSidePages();
    openContractors();
    openHelp('problem:TOKEN_BUSY');
    openHelp();
    expect(sidePages.getState().stack).toEqual([{ name: 'contractors' }, { name: 'help', code: 'problem:TOKEN_BUSY' }]);
    closeSidePages();
  });

  it('leave the texts of the help out of what the window starts with', () => {
    const eager = /^import (?!type)[^;]*shared\/help\//m;
    for (const file of [
      'help-page.tsx',
      'help-search.tsx',
      'help-entry-view.tsx',
      'help-button.tsx',
      'use-help-library.ts',
    ])
      expect(readFileSync(`src/renderer/help/${file}`, 'utf8')).not.toMatch(eager);
    expect(readFileSync('src/renderer/help/library.ts', 'utf8')).toContain('shared/help/registry.ts');
  });
});
