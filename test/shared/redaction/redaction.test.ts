import { describe, expect, it } from 'vitest';
import { createRedactor, nothingShown } from '../../../src/shared/redaction/redactor.ts';

const redact = (text: string): string => createRedactor([]).text(text);

describe('what is taken out by its form', () => {
  it.each([
    ['FSRAR-RSA-030000000002_E', 'FSRAR-RSA-‹…002›_E'],
    ['ИНН9900000017;', 'ИНН‹…017›;'],
    ['inn=500100732259', 'inn=‹…259›'],
    ['ОГРН 1299900000025 КПП 990101001', 'ОГРН ‹…025› КПП 990101001'],
    ['ОГРНИП 329990000000019', 'ОГРНИП ‹…019›'],
    ['СНИЛС 11223344595, 112-233-445 95', 'СНИЛС ‹…595›, ‹…›'],
    ['тел. 8 (916) 123-45-67, +79161234567', 'тел. ‹…›, ‹…›'],
    ['почта maria.petrova@example.ru', 'почта ‹…›'],
    ['"serial":"0123456789ABCDEF"', '"serial":"‹…DEF›"'],
    ['Серийный номер: 4E410001', 'Серийный номер: ‹…001›'],
    ['C:\\Users\\Мария Петровна\\AppData\\x.log', 'C:\\Users\\‹…›\\AppData\\x.log'],
    ['"file":"D:\\\\Users\\\\maria\\\\key.p10"', '"file":"D:\\\\Users\\\\‹…›\\\\key.p10"'],
    ['/home/maria/Документы', '/home/‹…›/Документы'],
    [
      'Subject: CN=ООО «Ромашка», SURNAME=Иванова, GIVENNAME=Мария Петровна',
      'Subject: CN=‹…›, SURNAME=‹…›, GIVENNAME=‹…›',
    ],
    ['владелец ООО «Ромашка»', 'владелец ООО ‹…›'],
    ['владелец ИП Иванова М. П.', 'владелец ИП ‹…›'],
    ['подписал Иванова Мария Петровна вчера', 'подписал ‹…› вчера'],
  ])('%s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it.each([
    ['pin: 12345678', 'pin: ‹…›'],
    ['PIN-код: 12345678, дальше', 'PIN-код: ‹…›, дальше'],
    ['{"newPin":"a\\"b c","left":3}', '{"newPin":"‹…›","left":3}'],
    ['"{\\"soPin\\":\\"00000000\\"}"', '"{\\"soPin\\":\\"‹…›\\"}"'],
    ['rsa.keystore.password=11111111', 'rsa.keystore.password=‹…›'],
    ['puk=00000000', 'puk=‹…›'],
    ['{"smsCode":"012345"}', '{"smsCode":"‹…›"}'],
    ['sms:012345', 'sms:‹…›'],
    ['Код подтверждения: 012345', 'Код подтверждения: ‹…›'],
    ['authorization: Bearer 2YotnFZFEjr1zCsicMWpAA3q2-7w', 'authorization: Bearer ‹…›'],
    ['gost:0987654321\nso-pki:00000000', 'gost:‹…›\nso-pki:‹…›'],
    ['"pin":null,"pin":"1', '"pin":null,"pin":"‹…›'],
  ])('secret by its name: %s', (text, redacted) => {
    expect(redact(text)).toBe(redacted);
  });

  it('private keys, armoured, cut, escaped and bare', () => {
    const body = 'MEgCAQAwHwYIKoUDBwEBAQEwEwYHKoUDAgIjAQYIKoUDBwEBAgIEIgQgZZ';
    for (const text of [
      `-----BEGIN PRIVATE KEY-----\n${body}\n-----END PRIVATE KEY-----`,
      `-----BEGIN EC PRIVATE KEY-----\\n${body}\\n-----END EC PRIVATE KEY-----`,
      `-----BEGIN ENCRYPTED PRIVATE KEY-----\n${body}`,
      `key ${body}==`,
      'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj',
      'MIIEpAIBAAKCAQEAu1SU1LfVLPHCozMxH2Mo4lgOEePzNm0tRgeLezV6ffAt0gun',
    ]) {
      expect(redact(text)).not.toMatch(/[A-Za-z0-9+/]{20}/);
    }
  });

  it('a certificate is no private key', () => {
    const certificate = '-----BEGIN CERTIFICATE-----\nMIIBszCCAVigAwIBAgIU\n-----END CERTIFICATE-----';
    expect(redact(certificate)).toBe(certificate);
  });
});

describe('what is registered', () => {
  const registered = [
    { kind: 'home', text: 'C:\\Users\\maria' },
    { kind: 'user', text: 'maria' },
    { kind: 'user', text: 'admin' },
    { kind: 'serial', text: '9900000017' },
    { kind: 'number', text: '030000000002' },
    { kind: 'name', text: 'Ромашка' },
  ] as const;

  it('goes, and an account that is nobody’s stays', () => {
    expect(createRedactor(registered).text('c:/users/MARIA/x maria-pc admin «Ромашка»')).toBe(
      '‹~›/x ‹…›-pc admin «‹…›»',
    );
  });

  it('comes back kind by kind, as a person says', () => {
    const text = '9900000017 030000000002 Ромашка maria';
    const shown = (chosen: Partial<typeof nothingShown>) =>
      createRedactor(registered, { ...nothingShown, ...chosen }).text(text);
    expect(shown({})).toBe('‹…017› ‹…002› ‹…› ‹…›');
    expect(shown({ ids: true })).toBe('‹…017› 030000000002 ‹…› ‹…›');
    // Its digits would do for an ИНН, but it is known to be a serial.
    expect(shown({ serials: true })).toBe('9900000017 ‹…002› ‹…› ‹…›');
    const hex = createRedactor([{ kind: 'serial', text: '0B53000000006035' }], { ...nothingShown, serials: true });
    expect(hex.text('0B53000000006035')).toBe('0B53000000006035');
    expect(shown({ names: true })).toBe('‹…017› ‹…002› Ромашка ‹…›');
  });

  it('never shows a secret, whatever is ticked', () => {
    const all = createRedactor(registered, { ids: true, serials: true, names: true });
    expect(
      all.value({ pin: '0987654321', nested: [{ soPin: 12345678, userPin: { tries: 'spent', left: 2 } }] }),
    ).toEqual({
      pin: '‹…›',
      nested: [{ soPin: '‹…›', userPin: { tries: 'spent', left: 2 } }],
    });
  });
});

it('of data, sizes and moments stay numbers, and serials keep their end', () => {
  expect(
    createRedactor([]).value({ free: 75161927680, at: 1764190000000, device: '4E41000100AB6035', on: true }),
  ).toEqual({
    free: 75161927680,
    at: 1764190000000,
    device: '‹…035›',
    on: true,
  });
});
