import type { CertificateOnToken } from '../token-part.ts';
import type { PlaceRow, ToldCertificate, UtmDatabase } from './utm-folder.ts';

/** Words and shapes of a UTM 4.2.0 on the wire (docs/sources.md, UTM). */

const utc = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 19)} +0000`;
const utcDayFirst = (iso: string): string =>
  `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 19)} +0000`;

/** `EEE MMM dd HH:mm:ss zzz yyyy`, as Java prints a date. */
const javaDate = (iso: string): string => {
  const [weekday = '', day, month, year, time] = new Date(iso).toUTCString().split(' ');
  return `${weekday.slice(0, 3)} ${month} ${day} ${time} UTC ${year}`;
};

const certificateInfo = (
  certType: 'RSA' | 'GOST',
  found: CertificateOnToken | null,
  inForce: boolean,
  told: ToldCertificate,
): Record<string, string | null> => {
  const error = `${certType} ERROR`;
  if (found === null) return { certType, startDate: error, expireDate: error, isValid: 'invalid' };
  const { notBefore, notAfter, issuer } = found.certificate;
  const key = certType === 'RSA' ? [null, null, null] : [utc(notBefore), utc(notAfter), inForce ? 'valid' : 'invalid'];
  return {
    certType,
    startDate: told.dates ?? utc(notBefore),
    expireDate: told.dates ?? utc(notAfter),
    isValid: told.isValid ?? (inForce ? 'valid' : 'invalid'),
    issuer: issuer.commonName,
    keyStartDate: key[0] ?? null,
    keyExpireDate: key[1] ?? null,
    isKeyValid: key[2] ?? null,
  };
};

/** `GET /api/info/list`. */
export const infoList = (state: {
  readonly contour: string;
  readonly rsaError: string | null;
  readonly ownerId: string | null;
  readonly database: UtmDatabase | null;
  readonly rsa: CertificateOnToken | null;
  readonly gost: CertificateOnToken | null;
  readonly isInForce: (certificate: CertificateOnToken['certificate']) => boolean;
  readonly told: { readonly rsa: ToldCertificate; readonly gost: ToldCertificate; readonly checkInfo: string | null };
}): unknown => ({
  version: '4.2.0',
  contour: state.contour,
  rsaError: state.rsaError,
  checkInfo: state.told.checkInfo,
  ownerId: state.ownerId,
  db: state.database ?? { createDate: null, ownerId: null },
  rsa: certificateInfo('RSA', state.rsa, state.rsa !== null && state.isInForce(state.rsa.certificate), state.told.rsa),
  gost: certificateInfo(
    'GOST',
    state.gost,
    state.gost !== null && state.isInForce(state.gost.certificate),
    state.told.gost,
  ),
  license: false,
});

/** `GET /api/rsa/orginfo`. */
export const rsaOrginfo = ({ certificate }: CertificateOnToken): unknown => ({
  cn: certificate.subject.commonName,
  o: certificate.subject.organization,
  ou: certificate.subject.organizationUnit,
  c: certificate.subject.country,
  serial: certificate.serialNumber,
  from: utcDayFirst(certificate.notBefore),
  to: utcDayFirst(certificate.notAfter),
});

/** `GET /api/gost/orginfo`. */
export const gostOrginfo = ({ certificate }: CertificateOnToken): unknown => ({
  cn: certificate.subject.commonName,
  surname: certificate.subject.surname,
  givenname: certificate.subject.givenName,
  inn: certificate.holder.inn,
  st: certificate.subject.region,
  l: certificate.subject.locality,
  street: certificate.subject.street,
  from: utcDayFirst(certificate.notBefore),
  to: utcDayFirst(certificate.notAfter),
});

/** `GET /api/rsa`: the token's own place carries its FSRAR ID in `pass_owner_id`. */
export const placeList = (places: readonly PlaceRow[], ownerId: string | null): unknown => ({
  rows: places.map((row) => ({
    ...row,
    Version_ts: '2026-01-12 09:30:00',
    pass_owner_id: row.Owner_ID === ownerId ? ownerId : null,
  })),
});

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

/** `GET /diagnosis`. */
export const diagnosis = (rsa: CertificateOnToken | null): string => {
  const { commonName, organizationUnit } = rsa?.certificate.subject ?? {};
  const subject =
    rsa === null ? '' : `<CN>${escaped(commonName ?? '')}</CN><OU>${escaped(organizationUnit ?? '')}</OU>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?><CERTIFICATE>${subject}</CERTIFICATE>`;
};

/** `GET /api/certificate/RSA`: the part of Java's dump that scripts read. */
export const javaCertificate = ({ certificate }: CertificateOnToken): string =>
  [
    '[',
    '[',
    '  Version: V3',
    `  Subject: ${certificate.subject.text}`,
    `  Validity: [From: ${javaDate(certificate.notBefore)},`,
    `               To: ${javaDate(certificate.notAfter)}]`,
    `  Issuer: ${certificate.issuer.text}`,
    ']',
    ']',
  ].join('\n');

/** `GET /`: who answers, and the way to the page under `/app/`. */
export const homePage = (view: {
  readonly build: string;
  readonly ownerId: string | null;
  readonly rsaError: string | null;
}): string =>
  [
    '<!doctype html><html lang="ru"><meta charset="utf-8"><title>УТМ (учебный)</title>',
    '<h1>Учебный УТМ</h1>',
    `<p>Версия ${escaped(view.build)}</p>`,
    `<p>FSRAR ID: ${escaped(view.ownerId ?? '—')}</p>`,
    '<p><a href="/app/">Домашняя страница</a></p>',
    view.rsaError === null ? '' : `<p>Проблемы с RSA: ${escaped(view.rsaError)}</p>`,
    '</html>',
  ].join('\n');
