import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import { i18n } from '../../src/renderer/i18n.ts';
import { EmptyList } from '../../src/renderer/steps/subdivision/empty-list.tsx';
import { PlaceChoice } from '../../src/renderer/steps/subdivision/place-choice.tsx';
import { arrangePlaces } from '../../src/renderer/steps/subdivision/place-list.ts';
import { PlaceRow } from '../../src/renderer/steps/subdivision/place-row.tsx';
import type { Subdivision } from '../../src/shared/domain/subdivision.ts';
import type { WizardState } from '../../src/shared/ipc/wizard-state.ts';
import { needlesOf } from '../../src/shared/subdivision-search/needle.ts';
import { places, placesWithoutKpp } from './states/subdivisions.ts';
import { scenes } from './states/wizard-states.ts';

const stateOf = (name: string): WizardState => {
  const scene = scenes[name];
  if (!scene) throw new Error(`no scene ${name}`);
  return scene.state;
};

const markup = (element: React.ReactNode) => {
  void i18n.changeLanguage('ru');
  return renderToStaticMarkup(<I18nextProvider i18n={i18n}>{element}</I18nextProvider>);
};

const page = (rows: readonly Subdivision[], state = stateOf('subdivision-choose')) =>
  markup(<PlaceChoice state={{ ...state, language: 'ru' }} rows={rows} />);

const [somewhere] = places;
if (!somewhere) throw new Error('no places');
const options = (html: string) => html.match(/role="option"/g)?.length ?? 0;

describe('the page of places', () => {
  it('marks and names the place whose key is on the token, and chooses it at first', () => {
    const html = page([...places].reverse());
    const [first] = html.match(/<div[^>]*role="option".*?FSRAR ID \d+/s) ?? [];
    expect(first).toContain('030000000001');
    expect(first).toContain('aria-selected="true"');
    expect(html.match(/Сейчас на токене/g)).toHaveLength(1);
  });

  it('stands in the document as far as it is seen, and tells readers how long it is', () => {
    const many = Array.from({ length: 1_900 }, (_, number) => ({ ...somewhere, rowId: `many-${number}` }));
    const html = page(many);
    expect(options(html)).toBeLessThan(40);
    expect(html).toContain('aria-setsize="1900"');
    expect(html).toContain('aria-posinset="1"');
    expect(html.replace(/\s/g, ' ')).toContain('1 900 из 1 900');
  });

  it('is one list for readers, with regions where there are several', () => {
    expect(page(places)).toMatch(/role="listbox"[^>]*aria-label="Места деятельности"/);
    expect(page(places)).not.toMatch(/role="group" aria-labelledby="[^"]*-in-/);
    const twice = (regionCode: string) =>
      [1, 2].map((number) => ({ ...somewhere, rowId: `${regionCode}-${number}`, regionCode }));
    const three = page(['77', '50', '96'].flatMap(twice));
    expect(three.match(/role="group" aria-labelledby="[^"]*-in-/g)).toHaveLength(3);
    expect(three).toContain('Московская область');
    expect(three).toContain('Регион 96');
    expect(page(['77', '50', '96'].flatMap((region) => twice(region).slice(1)))).not.toContain('Регион 96');
  });

  it('shows places without a КПП by their address', () => {
    const html = page(placesWithoutKpp);
    expect(html).not.toContain('без КПП');
    expect(html).toContain('Балашиха');
    expect(page([...placesWithoutKpp, ...places])).toContain('без КПП');
  });

  it('says at the rows concerned that one КПП stands at two addresses, and what to do', () => {
    const twin = { ...somewhere, rowId: 'twin', fsrarId: '030000000099', address: 'г. Москва, ул. Мира, д. 7' };
    expect(page([somewhere, twin]).match(/новый КПП для второй точки даёт ФНС/g)).toHaveLength(2);
    expect(page([somewhere, { ...twin, address: somewhere.address }])).not.toContain('новый КПП');
  });

  it('shows the name by which a row was found', () => {
    const branch = {
      ...somewhere,
      rowId: 'branch',
      shortName: 'Филиал',
      fullName: 'Обособленное подразделение «Астра»',
    };
    const list = arrangePlaces([somewhere, branch], null, 'ru');
    const row = (query: string) =>
      markup(
        <PlaceRow
          id="row"
          list={list}
          row={1}
          place={branch}
          line={1}
          position={2}
          of={2}
          needles={needlesOf(query)}
          selected={false}
          onSelect={() => undefined}
        />,
      );
    expect(row('астра')).toMatch(/подразделение «<mark[^>]*>Астра<\/mark>/);
    expect(row('филиал')).not.toContain('подразделение');
  });

  it('keeps what is written in a place from becoming markup', () => {
    const html = page([{ ...somewhere, address: '<img src=x onerror=alert(1)>', regionCode: '<b>' }, ...places]);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
  });
});

describe('an empty list', () => {
  it('says what it may come from, and what to do about each', () => {
    const html = markup(<EmptyList state={stateOf('subdivision-empty')} />);
    for (const words of ['реестра лицензий', 'Контрагенты', 'Подтверждена ФНС', 'УТМ не читает подпись']) {
      expect(html).toContain(words);
    }
  });
});
