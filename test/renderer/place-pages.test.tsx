import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { Wizard } from '../../src/renderer/app.tsx';
import { i18n } from '../../src/renderer/i18n.ts';
import { scenes } from './states/wizard-states.ts';

beforeAll(() => i18n.changeLanguage('ru'));

function markup(name: string): string {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <Wizard state={scene.state} refusal={null} side={scene.side ?? null} />
    </I18nextProvider>,
  );
}

const footer = (html: string): string => html.match(/<footer.*?<\/footer>/s)?.[0] ?? '';
/** Whether the verb of the page, the last button of its footer, is closed. */
const closed = (html: string): boolean =>
  / disabled/.test(
    footer(html)
      .match(/<button[^>]*>/g)
      ?.at(-1) ?? '',
  );

describe('the page of the role', () => {
  it('names the signature, offers what it allows in the words of the UTM, and chooses for nobody', () => {
    const html = markup('role-person');
    expect(html).toContain('Подпись: Иванов Иван Иванович, физическое лицо');
    expect(html).toContain('Физическое лицо с машиночитаемой доверенностью');
    expect(html.match(/type="radio"/g)?.length).toBe(2 + 2);
    expect(html.match(/<main.*?<\/main>/s)?.[0]).not.toMatch(/<input[^>]*checked/);
    expect(closed(html)).toBe(true);
    expect(footer(html)).toContain('Выберите, от чьего имени получаете ключ');
  });

  it('is not asked where the certificate decides; the list says who asks, with nothing to change', () => {
    const html = markup('subdivision-loading');
    expect(html).toContain('Вы получаете ключ как организация: ООО «Ромашка»');
    expect(html).not.toContain('Изменить, от чьего имени');
  });
});

describe('the page of the power of attorney', () => {
  it.each([
    ['mchd-pick', 'выберите оба файла'],
    ['mchd-one-file', 'выберите второй файл'],
    ['mchd-checking', 'Дождитесь конца проверки'],
    ['mchd-unread', 'выберите другие файлы'],
    ['mchd-faults', 'пока в доверенности есть неверное'],
  ])('%s lets nobody go on, and says why', (name, why) => {
    const html = markup(name);
    expect(closed(html)).toBe(true);
    expect(footer(html)).toContain(why);
  });

  it.each(['mchd-clear', 'mchd-warned'])('%s lets the person go on, and promises nothing of the UTM', (name) => {
    const html = markup(name);
    expect(closed(html)).toBe(false);
    expect(html).toContain('Последнее слово за УТМ и реестром ФНС');
  });

  it('tells the faults before the criteria, each with what to do', () => {
    const html = markup('mchd-faults');
    expect(html).toContain('Доверенность не подойдёт: 2 причины');
    expect(html.indexOf('Срок доверенности закончился')).toBeLessThan(html.indexOf('Чего ждёт ЕГАИС'));
  });

  it('shows powers by name and code to compare, and offers the register by name of a page', () => {
    const html = markup('mchd-clear');
    expect(html).toContain('FAS_EIAS_MA0001');
    expect(html).toContain('Проверить в реестре ФНС');
    expect(html).not.toContain('m4d.nalog.gov.ru');
    expect(markup('mchd-pick')).not.toContain('Проверить в реестре ФНС');
  });
});

describe('«Контрагенты»', () => {
  it('has the columns of the personal account, in its order', () => {
    const heads = [...markup('contractors').matchAll(/<th [^>]*>(.*?)<\/th>/g)].map(([, name]) => name);
    expect(heads.slice(0, 5)).toEqual(['ИНН', 'КПП', 'СТАТУС', 'НАЗВАНИЕ', 'АДРЕС']);
  });

  it('shows statuses in the service’s own words, and a reminder only where something is waited for', () => {
    const html = markup('contractors');
    for (const status of ['Подтверждена ФНС', 'На проверке в ФНС', 'Отклонена ФНС', 'Передана в архив']) {
      expect(html).toContain(status);
    }
    expect(html.match(/Сохранить напоминание в календарь/g)).toHaveLength(1);
  });

  it('shows what the licence register tells differently', () => {
    const html = markup('contractors');
    expect(html.match(/Расходится с реестром/g)).toHaveLength(1);
    expect(html).toContain('В реестре лицензий: 143980, Московская обл, Балашиха г, ул. Варшавская, д. 39');
  });

  it('says who answers: a stand-in in practice, a service of our contract elsewhere, nobody in the guide', () => {
    expect(markup('contractors')).toContain('вместо личного кабинета отвечает ненастоящая служба');
    expect(markup('contractors-none')).toContain('Отвечает служба, адрес которой указан в настройках');
    expect(markup('contractors-guided')).toContain('Мастер сам в кабинет не заходит');
  });

  it('asks no second place of an ИП', () => {
    const html = markup('contractors-proprietor');
    expect(closed(html)).toBe(true);
    expect(footer(html)).toContain('ИП достаточно одной точки');
    expect(closed(markup('contractors'))).toBe(false);
  });

  it('guides an ИП to one place and a wait, a licensee to a comparison and to whoever mends it', () => {
    const proprietor = markup('contractors-guided-proprietor');
    expect(proprietor).toContain('введите адрес любой из своих торговых точек');
    expect(proprietor).toContain('Поставьте себе напоминание');
    const licensee = markup('contractors-guided');
    expect(licensee).toContain('исправит орган, который её выдал');
    expect(licensee).not.toContain('Поставьте себе напоминание');
  });
});
