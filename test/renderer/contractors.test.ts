import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  bySource,
  draftTrouble,
  hasEnough,
  kppRemark,
  registerVerdict,
  typedKpp,
} from '../../src/renderer/contractors/contractors-view.ts';
import { firstKind, guideKinds, guideSteps, mustWait } from '../../src/renderer/contractors/guide.ts';
import { shownSidePage } from '../../src/renderer/side-page-view.ts';
import { closeSidePage, closeSidePages, openContractors, sidePages } from '../../src/renderer/store/side-page.ts';
import { isNumber } from '../../src/shared/domain/registration-number.ts';
import { organisationRows, proprietorRows } from './states/contractors.ts';
import { scenes } from './states/wizard-states.ts';

const kpp = fc.stringMatching(/^\d{4}[0-9A-Z]{2}\d{3}$/);

describe('КПП as it is typed', () => {
  it('never complains on the way to a right one, and counts what is left', () => {
    fc.assert(
      fc.property(kpp, (right) => {
        for (let length = 1; length < 9; length += 1) {
          expect(kppRemark(right.slice(0, length), [])).toEqual({ kind: 'left', count: 9 - length });
        }
        expect(kppRemark(right, [])).toEqual({ kind: 'fits' });
      }),
    );
  });

  it('fits exactly when it is one, with blanks and small letters forgiven', () => {
    fc.assert(
      fc.property(fc.oneof(kpp, fc.string({ maxLength: 12 })), (text) => {
        expect(kppRemark(text, []).kind === 'fits').toBe(isNumber('kpp', typedKpp(text)));
      }),
    );
    expect(kppRemark('9901 ab 001', [])).toEqual({ kind: 'fits' });
  });

  it.each([
    ['', 'empty'],
    ['99a', 'form'],
    // Cyrillic, though it looks like Latin.
    ['9901АВ001', 'form'],
    ['9901010011', 'long'],
  ])('«%s» is said to be %s', (text, kind) => {
    expect(kppRemark(text, []).kind).toBe(kind);
  });

  it('that another place has is told with its address', () => {
    expect(kppRemark('990101001', organisationRows)).toEqual({
      kind: 'shared',
      address: '117105, Москва г, Варшавское ш, д. 37А, стр. 8',
    });
  });
});

describe('a new place', () => {
  const place = { name: 'ООО «Ромашка»', kpp: '990101077', address: 'Москва, Тверская, 1' };

  it('is sent when it is whole; an ИП has no КПП to give', () => {
    expect(draftTrouble(place, organisationRows)).toBeNull();
    expect(draftTrouble({ ...place, kpp: null }, proprietorRows)).toBeNull();
  });

  it('is told what is missing in the order of the form', () => {
    const empty = { name: ' ', kpp: '', address: '' };
    expect(draftTrouble(empty, [])).toEqual({ field: 'name', trouble: 'missing' });
    expect(draftTrouble({ ...empty, name: 'А' }, [])).toEqual({ field: 'kpp', trouble: 'missing' });
    expect(draftTrouble({ ...empty, name: 'А', kpp: '99010' }, [])).toEqual({
      field: 'kpp',
      trouble: { kind: 'form' },
    });
    expect(draftTrouble({ ...place, address: '' }, [])).toEqual({ field: 'address', trouble: 'missing' });
  });

  it('may share a КПП with a place of the same address only, however that is written', () => {
    const other = { ...place, kpp: '990101001' };
    expect(draftTrouble(other, organisationRows)?.trouble).toMatchObject({ kind: 'shared' });
    for (const address of [
      '117105, МОСКВА г., Варшавское ш., д. 37А, стр. 8',
      '117105 москва Г. варшавское ш.,  д.37А стр 8',
    ]) {
      expect(draftTrouble({ ...other, address }, organisationRows)).toBeNull();
    }
  });
});

describe('the places EGAIS knows', () => {
  it('are parted by where they come from, and none is lost', () => {
    const { licensed, entered } = bySource(organisationRows);
    expect(licensed.every(({ licensee }) => licensee)).toBe(true);
    expect([...licensed, ...entered]).toHaveLength(organisationRows.length);
  });

  it('are held against the licence register where that is known', () => {
    expect(organisationRows.map(registerVerdict)).toEqual(['same', 'differs', null, null, null, null]);
  });

  it('are enough for an ИП with one, unless it was refused; an organisation may always add', () => {
    expect(hasEnough('sole-proprietor', proprietorRows)).toBe(true);
    expect(hasEnough('sole-proprietor', [])).toBe(false);
    expect(
      hasEnough(
        'sole-proprietor',
        proprietorRows.map((row) => ({ ...row, standing: 'refused' as const })),
      ),
    ).toBe(false);
    expect(hasEnough('organization', organisationRows)).toBe(false);
    expect(hasEnough('person-with-mchd', organisationRows)).toBe(false);
  });
});

describe('the guide', () => {
  it('leads everybody into the account first, and only those who enter a place wait', () => {
    for (const kind of guideKinds) {
      expect(guideSteps[kind].slice(0, 3)).toEqual(['enter', 'conditions', 'pin']);
      expect(guideSteps[kind].some((step) => step === 'wait')).toBe(mustWait(kind));
    }
    expect(firstKind('sole-proprietor')).toBe('sole-proprietor');
    expect(firstKind('organization')).toBe('licensee');
  });
});

describe('the page beside the steps', () => {
  afterEach(closeSidePages);

  it('is no page about a token: it stays while tokens come and go', () => {
    const state = scenes['token-insert']?.state;
    if (!state) throw new Error('no scene');
    expect(shownSidePage(state, { name: 'contractors' })).toEqual({ name: 'contractors' });
  });

  it('is opened once, and Back leads to where it was opened', () => {
    openContractors();
    openContractors();
    expect(sidePages.getState().stack).toEqual([{ name: 'contractors' }]);
    closeSidePage();
    expect(sidePages.getState().stack).toEqual([]);
  });
});
