import { z } from 'zod';

/** Kinds of public keys that a token of an EGAIS user may carry. `gost-2001` is recognised, never made. */
export const keyKindSchema = z.enum(['rsa', 'gost-2012-256', 'gost-2012-512', 'gost-2001', 'ec', 'unknown']);
export type KeyKind = z.infer<typeof keyKindSchema>;

const optionalText = z.string().nullable();

/** A distinguished name: its text, and the attributes this domain reads, by their own names. `null` where absent. */
const distinguishedNameSchema = z.object({
  text: z.string(),
  commonName: optionalText,
  organization: optionalText,
  organizationUnit: optionalText,
  surname: optionalText,
  givenName: optionalText,
  title: optionalText,
  country: optionalText,
  region: optionalText,
  locality: optionalText,
  street: optionalText,
  email: optionalText,
  /** ИНН of a person or of an ИП (1.2.643.3.131.1.1); old organisation certificates carry `00` + 10 digits here. */
  inn: optionalText,
  /** ИНН ЮЛ (1.2.643.100.4). */
  innLegalEntity: optionalText,
  ogrn: optionalText,
  ogrnip: optionalText,
  snils: optionalText,
});
export type DistinguishedName = z.infer<typeof distinguishedNameSchema>;

/** Who a certificate speaks for. An organisation's certificate also names the person who signs for it. */
const holderSchema = z.object({
  kind: z.enum(['organization', 'sole-proprietor', 'person', 'unknown']),
  /** «ООО «Ромашка»», «ИП Иванов Иван Иванович», or a person's full name. */
  name: z.string(),
  /** Full name of the person, where the certificate has one. */
  person: optionalText,
  /** The ИНН that identifies the holder: of the organisation, else of the person; 10 or 12 digits. */
  inn: optionalText,
});
export type Holder = z.infer<typeof holderSchema>;

/** What a certificate is for in this domain. */
export const certificatePurposeSchema = z.enum(['qualified', 'access-key', 'authority', 'other']);
export type CertificatePurpose = z.infer<typeof certificatePurposeSchema>;

/** An X.509 certificate as the product understands it. Dates are ISO 8601 in UTC, numbers and hashes are hex. */
export const certificateSchema = z.object({
  /** SHA-256 of the DER, lower-case hex: the identity of a certificate everywhere in the product. */
  fingerprint: z.string(),
  /** Upper-case hex, no leading zero byte. */
  serialNumber: z.string(),
  subject: distinguishedNameSchema,
  issuer: distinguishedNameSchema,
  holder: holderSchema,
  purpose: certificatePurposeSchema,
  /** The CN of an access key's certificate: twelve digits; `null` for every other certificate. */
  fsrarId: optionalText,
  notBefore: z.string(),
  notAfter: z.string(),
  key: z.object({
    kind: keyKindSchema,
    bits: z.number().int().nullable(),
    /** OID of the GOST parameter set or of the named curve. */
    parameterSet: optionalText,
    parameterSetName: optionalText,
  }),
  signatureAlgorithm: z.object({ oid: z.string(), name: z.string() }),
  /** Names as in RFC 5280: `digitalSignature`, `nonRepudiation` … */
  keyUsage: z.array(z.string()),
  /** OIDs. */
  extendedKeyUsage: z.array(z.string()),
  /** OIDs. */
  policies: z.array(z.string()),
  subjectSignTool: optionalText,
  isAuthority: z.boolean(),
  /** Lower-case hex. */
  subjectKeyIdentifier: optionalText,
  authorityKeyIdentifier: optionalText,
});
export type Certificate = z.infer<typeof certificateSchema>;
