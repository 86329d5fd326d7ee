import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import { extensionOids, type KeyUsageName, keyUsageNames } from './object-identifiers.ts';

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock | pkijs.PkiObject): pkijs.Extension => {
  const block: asn1js.BaseBlock = value instanceof pkijs.PkiObject ? value.toSchema() : value;
  return new pkijs.Extension({ extnID, critical, extnValue: block.toBER() });
};

/** KeyUsage, critical as RFC 5280 advises. DER drops trailing zero bits. */
export function keyUsageExtension(usages: readonly KeyUsageName[]): pkijs.Extension {
  const bits = keyUsageNames.map((name) => usages.includes(name));
  const last = bits.lastIndexOf(true);
  const bytes = new Uint8Array(Math.ceil((last + 1) / 8));
  bits.forEach((used, bit) => {
    if (used) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  });
  const value = new asn1js.BitString({ valueHex: bytes, unusedBits: bytes.length * 8 - (last + 1) });
  return extension(extensionOids.keyUsage, true, value);
}

export const extendedKeyUsageExtension = (purposes: readonly string[]): pkijs.Extension =>
  extension(extensionOids.extendedKeyUsage, false, new pkijs.ExtKeyUsage({ keyPurposes: [...purposes] }));

/** Certificate policies, such as the classes of signature tools KC1, KC2 (1.2.643.100.113.1, .2). */
export const certificatePoliciesExtension = (policies: readonly string[]): pkijs.Extension =>
  extension(
    extensionOids.certificatePolicies,
    false,
    new pkijs.CertificatePolicies({
      certificatePolicies: policies.map((policyIdentifier) => new pkijs.PolicyInformation({ policyIdentifier })),
    }),
  );

const utf8 = (value: string) => new asn1js.Utf8String({ value });

/** Name of the signature tool of the holder (order 795 of the FSB). */
export const subjectSignToolExtension = (tool: string): pkijs.Extension =>
  extension(extensionOids.subjectSignTool, false, utf8(tool));

/** Names of the authority's signature tool and software, and of the papers that approve them (order 795 of the FSB). */
export const issuerSignToolExtension = (
  names: readonly [signTool: string, authoritySoftware: string, signToolPaper: string, authorityPaper: string],
): pkijs.Extension => extension(extensionOids.issuerSignTool, false, new asn1js.Sequence({ value: names.map(utf8) }));

/** How the holder was identified: 0 in person, 1 by a qualified signature, 2 by a foreign passport, 3 by the ЕБС. */
export const identificationKindExtension = (kind: 0 | 1 | 2 | 3): pkijs.Extension =>
  extension(extensionOids.identificationKind, false, new asn1js.Integer({ value: kind }));

export const basicConstraintsExtension = (authority: boolean): pkijs.Extension =>
  extension(extensionOids.basicConstraints, true, new pkijs.BasicConstraints({ cA: authority }));

export const subjectKeyIdentifierExtension = (identifier: Uint8Array): pkijs.Extension =>
  extension(extensionOids.subjectKeyIdentifier, false, new asn1js.OctetString({ valueHex: identifier }));

export const authorityKeyIdentifierExtension = (identifier: Uint8Array): pkijs.Extension =>
  extension(
    extensionOids.authorityKeyIdentifier,
    false,
    new pkijs.AuthorityKeyIdentifier({ keyIdentifier: new asn1js.OctetString({ valueHex: identifier }) }),
  );
