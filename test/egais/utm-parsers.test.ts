import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBuild } from '../../src/egais/utm/build.ts';
import { parseDiagnosis } from '../../src/egais/utm/diagnosis.ts';
import { parseInfoList } from '../../src/egais/utm/info-list.ts';
import { parseOrginfo } from '../../src/egais/utm/orginfo.ts';
import { parseSubdivisionRows } from '../../src/egais/utm/subdivision-rows.ts';
import { utmDate } from '../../src/egais/utm/utm-date.ts';
import { subdivisionSchema } from '../../src/shared/domain/subdivision.ts';
import { utmInfoSchema } from '../../src/shared/domain/utm.ts';
import { infoListAnswers, subdivisionRows } from './utm-answers.ts';

const infoOf = (answer: unknown) => parseInfoList(JSON.stringify(answer));

describe('/api/info/list', () => {
  test('a healthy 4.2.0', () => {
    expect(infoOf(infoListAnswers.healthy)).toEqual({
      version: '4.2.0',
      contour: 'prod',
      rsaError: null,
      unsentChequesSince: null,
      ownerId: '030000000001',
      database: { createdAt: '2026-09-08 15:33:15.047', ownerId: '030000000001' },
      rsa: {
        validity: 'valid',
        notBefore: { kind: 'date', iso: '2026-06-19T05:01:45.000Z' },
        notAfter: { kind: 'date', iso: '2027-06-19T05:11:45.000Z' },
        issuer: 'pki.fsrar.ru',
      },
      gost: {
        validity: 'valid',
        notBefore: { kind: 'date', iso: '2026-06-18T20:14:32.000Z' },
        notAfter: { kind: 'date', iso: '2027-09-18T20:14:32.000Z' },
        issuer: 'Тестовый УЦ',
      },
      license: false,
    });
  });

  test('an older build: no key dates, no issuer of the qualified certificate', () => {
    const info = infoOf(infoListAnswers.older);
    expect(info?.gost.issuer).toBeNull();
    expect(info?.rsa.notBefore).toEqual({ kind: 'date', iso: '2019-10-17T13:50:29.000Z' });
  });

  test('an error text in a date field is kept as a text', () => {
    expect(infoOf(infoListAnswers.noAccessKey)?.rsa.notAfter).toEqual({ kind: 'text', text: 'RSA ERROR' });
  });

  test('any text and any JSON: understood or not, never a throw', () => {
    const parts = fc.record({ db: fc.jsonValue(), rsa: fc.object(), gost: fc.object(), rsaError: fc.jsonValue() });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          parts.map((value) => JSON.stringify(value)),
        ),
        (body) => {
          const info = parseInfoList(body);
          expect(info === null || utmInfoSchema.safeParse(info).success).toBe(true);
        },
      ),
    );
  });

  test('fields of wrong types do not hide the good ones', () => {
    const fields = Object.keys(infoListAnswers.healthy).filter(
      (key) => !['db', 'rsa', 'gost', 'ownerId'].includes(key),
    );
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.jsonValue(), (field, value) => {
        const info = infoOf({ ...infoListAnswers.healthy, [field]: value });
        expect(info?.ownerId).toBe('030000000001');
        expect(info?.rsa.validity).toBe('valid');
      }),
    );
  });
});

describe('orginfo', () => {
  test('the subject of an access key', () => {
    const body = JSON.stringify({
      cn: '030000000001',
      o: 'ООО «Ромашка»',
      ou: '9900000017',
      c: '990101001',
      from: '19.06.2026 08:01:45 +0300',
      to: '19.06.2027 08:11:45+0300',
    });
    expect(parseOrginfo(body)).toEqual({
      cn: '030000000001',
      organization: 'ООО «Ромашка»',
      inn: '9900000017',
      kpp: '990101001',
      notBefore: { kind: 'date', iso: '2026-06-19T05:01:45.000Z' },
      notAfter: { kind: 'date', iso: '2027-06-19T05:11:45.000Z' },
    });
  });

  test.each(['', '{"success":false}', '{"success":false,"cn":"030000000001"}', '{"cn":""}', '[]', 'null'])(
    'no certificate: %j',
    (body) => expect(parseOrginfo(body)).toBeNull(),
  );

  test('any text and any JSON, never a throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => void parseOrginfo(body)));
  });
});

describe('/api/rsa', () => {
  test('a shop and a place of an ИП', () => {
    const [shop, place] = parseSubdivisionRows(JSON.stringify(subdivisionRows)) ?? [];
    expect(shop).toEqual({
      fsrarId: '030000000001',
      rowId: '4711',
      fullName: 'ООО «Ромашка»',
      shortName: 'ООО «Ромашка»',
      inn: '9900000017',
      kpp: '990101001',
      regionCode: '77',
      address: '125009, г. Москва, ул. Тверская, д. 1, пом. 2 & 3',
      legalAddress: '125009, г. Москва, ул. Тверская, д. 1',
    });
    expect(place?.kpp).toBeNull();
  });

  test('one spoilt row does not spoil the list', () => {
    const rows = [null, 7, {}, { Owner_ID: '' }, ...subdivisionRows.rows];
    expect(parseSubdivisionRows(JSON.stringify({ rows }))).toHaveLength(2);
  });

  test('any text and any JSON: a list of places or null, never a throw', () => {
    const list = fc.record({ rows: fc.array(fc.oneof(fc.jsonValue(), fc.record({ Owner_ID: fc.jsonValue() }))) });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          list.map((value) => JSON.stringify(value)),
        ),
        (body) => {
          for (const row of parseSubdivisionRows(body) ?? []) subdivisionSchema.parse(row);
        },
      ),
    );
  });
});

describe('/diagnosis', () => {
  test.each([
    ['<CERTIFICATE><CN> 030000000001 </CN></CERTIFICATE>', '030000000001'],
    ['<certificate><cn>030000000001</cn></certificate>', '030000000001'],
    ['<CERTIFICATE><CN>  </CN></CERTIFICATE>', null],
    ['<CERTIFICATE></CERTIFICATE>', null],
    ['<html></html>', undefined],
  ])('%s', (body, name) => expect(parseDiagnosis(body)).toBe(name));

  test('a name that never ends costs no more than its length', () => {
    const began = performance.now();
    expect(parseDiagnosis(`<CN>${' '.repeat(1_000_000)}`)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('/info/version', () => {
  test.each([
    ['4.2.0b002644', '4.2.0b002644'],
    [' 4.0.1-SNAPSHOT\r\n', '4.0.1-SNAPSHOT'],
    ['Apache/2.4', undefined],
    [`4.2${'b'.repeat(60)}`, undefined],
    [`4.${'2'.repeat(300)}`, undefined],
  ])('%j', (body, build) => expect(parseBuild(body)).toBe(build));
});

describe('dates', () => {
  test('every moment survives the two forms of the UTM', () => {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const iso = `${date.toISOString().slice(0, 19)}.000Z`;
        const [year, month, day] = iso.slice(0, 10).split('-');
        const time = iso.slice(11, 19);
        expect(utmDate(`${year}-${month}-${day} ${time} +0000`)).toEqual({ kind: 'date', iso });
        expect(utmDate(`${day}.${month}.${year} ${time}+0000`)).toEqual({ kind: 'date', iso });
      }),
    );
  });

  test('whatever else it holds is a text, and nothing is nothing', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void utmDate(value)));
    expect(utmDate('2026-13-41 05:01:45 +0000')).toEqual({ kind: 'text', text: '2026-13-41 05:01:45 +0000' });
    expect(utmDate(null)).toEqual({ kind: 'absent' });
  });

  test('a structure in the place of a date, however deep, is not written out', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const body = JSON.stringify(infoListAnswers.healthy).replace('"2026-06-19 05:01:45 +0000"', deep);
    expect(parseInfoList(body)?.rsa.notBefore).toEqual({ kind: 'text', text: '…' });
    expect(parseOrginfo(`{"cn":"030000000001","from":${deep}}`)?.notBefore).toEqual({ kind: 'text', text: '…' });
  });
});
