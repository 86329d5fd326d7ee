import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { subjectNumberFindings } from '../../src/pki/subject-numbers.ts';
import { showCertificates } from '../../src/setup/show-certificate.ts';
import { certificateFindingTexts } from '../../src/shared/texts/certificate-findings.ts';
import { type GostOracle, openGostOracle } from '../oracle/openssl-gost.ts';
import { issue, type KeyRecipe, makeKey, makeRequest, makeSelfSigned } from './openssl-authority.ts';

type Subject = Parameters<typeof subjectNumberFindings>[0]['subject'];

const none: Subject = { inn: null, innLegalEntity: null, ogrn: null, ogrnip: null, snils: null };
const organization = { innLegalEntity: '9900000017', ogrn: '1299900000025' };
const person = { inn: '500100732259', snils: '11223344595' };

const findings = (subject: Partial<Subject>) => subjectNumberFindings({ subject: { ...none, ...subject } });

describe('numbers of a subject', () => {
  test.each([
    ['an organisation with its head', { ...organization, ...person }],
    ['a person', person],
    ['a sole proprietor', { ...person, ogrnip: '329990000000019' }],
    ['an organisation of old, with two zeros before its ИНН', { inn: '009900000017', ogrn: '1299900000025' }],
    ['an organisation, its ten digits where a person has twelve', { inn: '9900000017' }],
    ['the two zeros in the place of today', { innLegalEntity: '009900000017' }],
    ['blanks around', { snils: ' 11223344595 ' }],
    ['nobody', none],
    ['an empty value', { snils: '' }],
  ])('are right: %s', (_, subject) => {
    expect(findings(subject)).toEqual([]);
  });

  test.each([
    [{ inn: '500100732258' }, 'subject-number-digits', 'ИНН'],
    [{ inn: '009900000018' }, 'subject-number-digits', 'ИНН'],
    [{ inn: '00990000001' }, 'subject-number-form', 'ИНН'],
    [{ innLegalEntity: '9900000018' }, 'subject-number-digits', 'ИНН ЮЛ'],
    [{ innLegalEntity: '500100732259' }, 'subject-number-form', 'ИНН ЮЛ'],
    [{ ogrn: '1299900000026' }, 'subject-number-digits', 'ОГРН'],
    [{ ogrn: '329990000000019' }, 'subject-number-form', 'ОГРН'],
    [{ ogrnip: '329990000000018' }, 'subject-number-digits', 'ОГРНИП'],
    [{ snils: '11223344596' }, 'subject-number-digits', 'СНИЛС'],
    [{ snils: '112-233-445 95' }, 'subject-number-form', 'СНИЛС'],
  ])('%j: %s', (subject, code, name) => {
    expect(findings(subject)).toEqual([{ code, name, number: Object.values(subject)[0] }]);
  });

  test('each wrong one is told', () => {
    expect(findings({ inn: '1', ogrn: '2', snils: '3' }).map(({ name }) => name)).toEqual(['ИНН', 'ОГРН', 'СНИЛС']);
  });
});

describe('certificates show', () => {
  const gost: KeyRecipe = { kind: 'gost', set: 'A', bits: 256 };
  const name = ['C = RU', 'O = ООО «Ромашка»', 'CN = ООО «Ромашка»', 'INNLE = 9900000018', 'OGRN = 1299900000025'];
  let oracle: GostOracle;
  let root: Uint8Array;
  let request: Uint8Array;
  let certificate: Uint8Array;

  beforeAll(() => {
    oracle = openGostOracle();
    makeKey(oracle, 'root', gost);
    root = makeSelfSigned(oracle, 'root', gost);
    makeKey(oracle, 'user', gost);
    request = makeRequest(oracle, 'user', gost, name);
    certificate = issue(oracle, 'user', 'root', gost);
  });
  afterAll(() => oracle?.close());

  const slip = {
    code: 'subject-number-digits',
    values: { subject: 'ООО «Ромашка»', name: 'ИНН ЮЛ', number: '9900000018' },
  };

  test('a slip in a number is a warning beside a signature that holds', () => {
    const trust = [{ name: 'root.crt', bytes: root }];
    const shown = showCertificates({ name: 'user.crt', bytes: certificate }, trust, new Date());
    expect(shown.ok && shown.value.findings).toEqual([slip]);
    expect(certificateFindingTexts['subject-number-digits'].severity).toBe('warning');
  });

  test('a slip in a request is told before anybody certifies it', () => {
    const shown = showCertificates({ name: 'user.p10', bytes: request }, [], new Date());
    expect(shown.ok && shown.value.findings).toEqual([slip]);
  });
});
