/**
 * Answers of a UTM. `healthy` and `older` are real answers of 4.2.0 and 4.0.1 with neutral identifiers; the others are
 * inferred: built from them and from the texts that public clients look for.
 */
const healthy = {
  version: '4.2.0',
  contour: 'prod',
  rsaError: null,
  checkInfo: null,
  ownerId: '030000000001',
  db: { createDate: '2026-09-08 15:33:15.047', ownerId: '030000000001' },
  rsa: {
    certType: 'RSA',
    startDate: '2026-06-19 05:01:45 +0000',
    expireDate: '2027-06-19 05:11:45 +0000',
    isValid: 'valid',
    issuer: 'pki.fsrar.ru',
    keyStartDate: null,
    keyExpireDate: null,
    isKeyValid: null,
  },
  gost: {
    certType: 'GOST',
    startDate: '2026-06-18 20:14:32 +0000',
    expireDate: '2027-09-18 20:14:32 +0000',
    isValid: 'valid',
    issuer: 'Тестовый УЦ',
    keyStartDate: '2026-06-18 20:14:31 +0000',
    keyExpireDate: '2027-09-18 20:14:31 +0000',
    isKeyValid: 'valid',
  },
  license: false,
};

const { certType, startDate, expireDate, isValid } = healthy.gost;

export const infoListAnswers = {
  healthy,
  older: {
    ...healthy,
    version: '4.0.1-SNAPSHOT',
    contour: 'test',
    rsa: {
      certType: 'RSA',
      startDate: '2019-10-17 16:50:29 +0300',
      expireDate: '2020-10-17 17:00:29 +0300',
      isValid: 'valid',
      issuer: 'test.pki.fsrar.ru',
    },
    gost: { certType, startDate, expireDate, isValid },
  },
  foreignDatabase: {
    ...healthy,
    rsaError:
      'FSRAR_ID (CN RSA сертификата) на используемом ключе не соответствует FSRAR_ID первичной инициализации УТМ.',
    ownerId: '030000000002',
  },
  noAccessKey: {
    ...healthy,
    rsaError: 'Не найден ключ',
    ownerId: null,
    db: { createDate: '2026-09-08 15:33:15.047', ownerId: null },
    rsa: { certType: 'RSA', startDate: 'RSA ERROR', expireDate: 'RSA ERROR', isValid: 'invalid' },
  },
  unreadableToken: {
    ...healthy,
    rsaError: 'Не найден ключ',
    ownerId: null,
    rsa: { certType: 'RSA', startDate: 'RSA ERROR', expireDate: 'RSA ERROR', isValid: 'invalid' },
    gost: { certType: 'GOST', startDate: 'GOST ERROR', expireDate: 'GOST ERROR', isValid: 'invalid' },
  },
  revoked: {
    ...healthy,
    checkInfo: '2026-09-01 10:00:00',
    rsa: { ...healthy.rsa, isValid: 'revoked' },
    gost: { ...healthy.gost, isValid: 'invalid', isKeyValid: 'invalid' },
  },
  unknownContour: { ...healthy, contour: 'sand' },
} as const;

/** Two rows in the wire form of `GET /api/rsa`: a shop of an organisation and a place of an ИП. */
export const subdivisionRows = {
  rows: [
    {
      ID: 4711,
      Owner_ID: '030000000001',
      Full_Name: 'ООО «Ромашка»',
      Short_Name: 'ООО «Ромашка»',
      INN: '9900000017',
      KPP: '990101001',
      Country_Code: '643',
      Region_Code: '77',
      Dejure_Address: '125009, г. Москва, ул. Тверская, д. 1',
      Fact_Address: '125009, г. Москва, ул. Тверская, д. 1, пом. 2 & 3',
      isLicense: 'true',
      Version_ts: '2026-01-01',
      pass_owner_id: '030000000001',
    },
    {
      ID: '4712',
      Owner_ID: '030000000900',
      Full_Name: 'Индивидуальный предприниматель Иванова Мария Петровна',
      Short_Name: 'ИП Иванова М. П.',
      INN: '500100732259',
      KPP: '',
      Country_Code: '643',
      Region_Code: '50',
      Dejure_Address: '',
      Fact_Address: 'Московская область, г. Балашиха, ул. Советская, д. 5',
      isLicense: 'false',
    },
  ],
};

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>';

/** `GET /opt/in` in the form of the vendor's document. */
export const documentLists = {
  none: `${xmlHead}<A><ver>2</ver></A>`,
  bare: '<A/>',
  two: `${xmlHead}<A>
  <url replyId="8f3c1a52-0b1d-4c58-9e0a-3f6d2c7b9a10">http://localhost:8080/opt/in/WayBill_v4/17</url>
  <url>http://localhost:8080/opt/in/QueryRests_v2/18</url>
  <ver>2</ver>
</A>`,
} as const;
