/** Attribute types of distinguished names: OID → short name. Russian ones: order 795 of the FSB, RFC 9215. */
export const attributeNames: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'GN',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
  '1.2.840.113549.1.9.2': 'unstructuredName',
  '1.2.643.3.131.1.1': 'INN',
  '1.2.643.100.4': 'INNLE',
  '1.2.643.100.1': 'OGRN',
  '1.2.643.100.5': 'OGRNIP',
  '1.2.643.100.3': 'SNILS',
};

/** Extensions this floor reads or writes. */
export const extensionOids = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  subjectSignTool: '1.2.643.100.111',
  issuerSignTool: '1.2.643.100.112',
  identificationKind: '1.2.643.100.114',
} as const;

/** KeyUsage bits in their order (RFC 5280, 4.2.1.3). */
export const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsageName = (typeof keyUsageNames)[number];

/** Public key algorithms (RFC 9215, RFC 4491, RFC 3279, RFC 5480). */
export const publicKeyOids = {
  rsa: '1.2.840.113549.1.1.1',
  gost256: '1.2.643.7.1.1.1.1',
  gost512: '1.2.643.7.1.1.1.2',
  gost2001: '1.2.643.2.2.19',
  ec: '1.2.840.10045.2.1',
} as const;

/** Digests (RFC 9215, RFC 5754). */
export const digestOids = {
  streebog256: '1.2.643.7.1.1.2.2',
  streebog512: '1.2.643.7.1.1.2.3',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
} as const;

/** Signed attributes of CMS (RFC 5652, 11; RFC 5035). */
export const cmsAttributeOids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

/** Signature algorithms a request or certificate is written with. */
export const signatureOids = {
  gost256: '1.2.643.7.1.1.3.2',
  gost512: '1.2.643.7.1.1.3.3',
  rsaSha256: '1.2.840.113549.1.1.11',
} as const;

/** Names of signature algorithms as the standards spell them, for people. */
export const signatureAlgorithmNames: Readonly<Record<string, string>> = {
  [signatureOids.gost256]: 'ГОСТ Р 34.10-2012 (256) / ГОСТ Р 34.11-2012',
  [signatureOids.gost512]: 'ГОСТ Р 34.10-2012 (512) / ГОСТ Р 34.11-2012',
  '1.2.643.2.2.3': 'ГОСТ Р 34.10-2001 / ГОСТ Р 34.11-94',
  '1.2.840.113549.1.1.5': 'SHA-1 / RSA',
  '1.2.840.113549.1.1.10': 'RSASSA-PSS',
  [signatureOids.rsaSha256]: 'SHA-256 / RSA',
  '1.2.840.113549.1.1.12': 'SHA-384 / RSA',
  '1.2.840.113549.1.1.13': 'SHA-512 / RSA',
  '1.2.840.10045.4.3.2': 'SHA-256 / ECDSA',
  '1.2.840.10045.4.3.3': 'SHA-384 / ECDSA',
  '1.2.840.10045.4.3.4': 'SHA-512 / ECDSA',
};
