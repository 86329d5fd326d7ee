import type { GostOracle } from '../oracle/openssl-gost.ts';

/** Every parameter set that OpenSSL's engine makes keys of: its name there, our OID and name, key length. */
export const parameterSets = [
  ['A', '1.2.643.2.2.35.1', 'CryptoPro-A', 256],
  ['B', '1.2.643.2.2.35.2', 'CryptoPro-B', 256],
  ['C', '1.2.643.2.2.35.3', 'CryptoPro-C', 256],
  ['XA', '1.2.643.2.2.36.0', 'CryptoPro-XchA', 256],
  ['XB', '1.2.643.2.2.36.1', 'CryptoPro-XchB', 256],
  ['TCA', '1.2.643.7.1.2.1.1.1', 'tc26-256-A', 256],
  ['TCB', '1.2.643.7.1.2.1.1.2', 'tc26-256-B', 256],
  ['TCC', '1.2.643.7.1.2.1.1.3', 'tc26-256-C', 256],
  ['TCD', '1.2.643.7.1.2.1.1.4', 'tc26-256-D', 256],
  ['A', '1.2.643.7.1.2.1.2.1', 'tc26-512-A', 512],
  ['B', '1.2.643.7.1.2.1.2.2', 'tc26-512-B', 512],
  ['C', '1.2.643.7.1.2.1.2.3', 'tc26-512-C', 512],
] as const;

export type KeyRecipe =
  | { readonly kind: 'gost'; readonly set: string; readonly bits: 256 | 512 }
  | { readonly kind: 'rsa' }
  | { readonly kind: 'ec' };

const keyArguments = (key: KeyRecipe): readonly string[] => {
  if (key.kind === 'rsa') return ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];
  if (key.kind === 'ec') return ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  return ['-algorithm', `gost2012_${key.bits}`, '-pkeyopt', `paramset:${key.set}`];
};

export const digestArgument = (key: KeyRecipe): string => (key.kind === 'gost' ? `md_gost12_${key.bits}` : 'sha256');

/** OpenSSL has no name for ИНН ЮЛ (INNLE); the declaration must come first in a configuration. */
const configuration = (name: readonly string[], extensions: readonly string[]): string =>
  [
    'oid_section = ru_oids',
    '[req]',
    'prompt = no',
    'utf8 = yes',
    'string_mask = utf8only',
    'distinguished_name = dn',
    'req_extensions = ext',
    'x509_extensions = ext',
    '[dn]',
    ...name,
    '[ext]',
    ...extensions,
    '[ru_oids]',
    'INNLE = 1.2.643.100.4',
    '',
  ].join('\n');

export const authorityName = [
  'C = RU',
  'O = Тестовый удостоверяющий центр',
  'CN = Тестовый корневой УЦ ГОСТ 2012',
  'OGRN = 1299900000014',
  'INNLE = 9900000024',
];

export const authorityExtensions = [
  'basicConstraints = critical, CA:TRUE',
  'keyUsage = critical, keyCertSign, cRLSign',
  'subjectKeyIdentifier = hash',
];

const organizationName = [
  'C = RU',
  'ST = 77 г. Москва',
  'L = г. Москва',
  'street = ул. Тестовая, д. 1',
  'O = ООО «Тестовая организация»',
  'CN = ООО «Тестовая организация»',
  'title = Генеральный директор',
  'SN = Иванов',
  'GN = Иван Иванович',
  'emailAddress = test@example.ru',
  'INNLE = 9900000017',
  'INN = 500100732259',
  'OGRN = 1299900000025',
  'SNILS = 11223344595',
];

const qualifiedExtensions = [
  'keyUsage = critical, digitalSignature, nonRepudiation, keyEncipherment, dataEncipherment',
  'extendedKeyUsage = clientAuth, emailProtection, 1.2.643.2.2.34.6',
  'certificatePolicies = 1.2.643.100.113.1',
  'subjectSignTool = ASN1:FORMAT:UTF8,UTF8String:СКЗИ Тест 1.0',
  '1.2.643.100.114 = ASN1:INTEGER:0',
];

export const makeKey = (oracle: GostOracle, name: string, key: KeyRecipe): void => {
  oracle.run(['genpkey', ...keyArguments(key), '-out', `${name}.key`]);
};

const der = (oracle: GostOracle, command: 'x509' | 'req', name: string): Uint8Array =>
  Uint8Array.from(oracle.run([command, '-in', name, '-outform', 'DER']));

/** A self-signed certificate; `NAME.key` must exist. */
export function makeSelfSigned(
  oracle: GostOracle,
  name: string,
  key: KeyRecipe,
  subject: readonly string[] = authorityName,
  extensions: readonly string[] = authorityExtensions,
): Uint8Array {
  oracle.write(`${name}.cnf`, configuration(subject, extensions));
  oracle.run(
    ['req', '-new', '-x509', `-${digestArgument(key)}`, '-days', '3650', '-config', `${name}.cnf`].concat([
      '-key',
      `${name}.key`,
      '-out',
      `${name}.crt`,
    ]),
  );
  return der(oracle, 'x509', `${name}.crt`);
}

/** A request signed with `NAME.key`. */
export function makeRequest(
  oracle: GostOracle,
  name: string,
  key: KeyRecipe,
  subject: readonly string[] = organizationName,
  extensions: readonly string[] = qualifiedExtensions,
): Uint8Array {
  oracle.write(`${name}.cnf`, configuration(subject, extensions));
  oracle.run(
    ['req', '-new', `-${digestArgument(key)}`, '-config', `${name}.cnf`].concat([
      '-key',
      `${name}.key`,
      '-out',
      `${name}.csr`,
    ]),
  );
  return der(oracle, 'req', `${name}.csr`);
}

/** A certificate for `NAME.csr`, issued by `ISSUER.crt` and `ISSUER.key`. */
export function issue(
  oracle: GostOracle,
  name: string,
  issuer: string,
  issuerKey: KeyRecipe,
  extensions: readonly string[] = qualifiedExtensions,
  days = '365',
): Uint8Array {
  const standard = ['subjectKeyIdentifier = hash', 'authorityKeyIdentifier = keyid'];
  oracle.write(`${name}.ext`, [...standard, ...extensions].join('\n'));
  oracle.run(
    ['x509', '-req', '-in', `${name}.csr`, '-CA', `${issuer}.crt`, '-CAkey', `${issuer}.key`].concat(
      ['-set_serial', '0x0102030405060708', '-days', days, `-${digestArgument(issuerKey)}`],
      ['-extfile', `${name}.ext`, '-out', `${name}.crt`],
    ),
  );
  return der(oracle, 'x509', `${name}.crt`);
}
