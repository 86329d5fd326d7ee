import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProblemPanel } from '../../src/renderer/controls/problem-panel.tsx';
import { DiagnosticsFileRow } from '../../src/renderer/diagnostics/diagnostics-file.tsx';
import { DiagnosticsPage } from '../../src/renderer/diagnostics/diagnostics-page.tsx';
import { formatSize } from '../../src/renderer/diagnostics/file-names.ts';
import { i18n } from '../../src/renderer/i18n.ts';
import { closeSidePages, openDiagnostics, openHelp, sidePages } from '../../src/renderer/store/side-page.ts';
import { problem } from '../../src/shared/problems/problem.ts';

const markup = (page: React.ReactNode): string =>
  renderToStaticMarkup(<I18nextProvider i18n={i18n}>{page}</I18nextProvider>);

beforeEach(async () => {
  await i18n.changeLanguage('ru');
});

describe('the page of diagnostics', () => {
  it('ticks no identifier by itself, and saves nothing before there is something to show', () => {
    const html = markup(<DiagnosticsPage />);
    expect(html.match(/type="checkbox"/g)).toHaveLength(3);
    expect(html).not.toMatch(/<input(?=[^>]*type="checkbox")[^>]*checked/);
    expect(html).toMatch(/<button[^>]*disabled(?:(?!<\/button>).)*Сохранить…/s);
    expect(html).toContain('Собираем…');
  });

  it('shows a file in plain words, and one it does not know by its name', () => {
    const row = (name: string) => markup(<DiagnosticsFileRow file={{ name, size: 12_345, text: '<b>&' }} />);
    expect(row('pcsc.txt')).toContain('Считыватели и служба смарт-карт');
    expect(row('pcsc.txt')).toContain('&lt;b&gt;&amp;');
    expect(row('constructor')).toContain('constructor');
    expect(formatSize(12_345, 'en')).toBe('12.3 kB');
  });
});

describe('the ways to it', () => {
  it('are a button of the problems people are stuck with, and the code to read out', () => {
    for (const code of ['SETUP_UNEXPECTED', 'TOKEN_PROCESS_DIED', 'EGAIS_UTM_SILENT', 'TOKEN_PIN_LOCKED'] as const) {
      const html = markup(<ProblemPanel problem={problem(code)} />);
      expect(html).toContain('Сохранить диагностику');
      expect(html).toContain('Скопировать код');
    }
    expect(markup(<ProblemPanel problem={problem('SETUP_UNEXPECTED')} withoutHelp />)).not.toContain('диагностику');
  });

  it('lead back to where it was opened, and never to it twice', () => {
    closeSidePages();
    openHelp();
    openDiagnostics();
    openDiagnostics();
    expect(sidePages.getState().stack).toEqual([{ name: 'help', code: null }, { name: 'diagnostics' }]);
    closeSidePages();
  });
});
