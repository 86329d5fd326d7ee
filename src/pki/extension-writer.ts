import { bitString, booleanTrue, element, objectIdentifier, octetString, sequence, text } from './der-writer.ts';
import { extensionOids, type KeyUsageName, keyUsageNames } from './object-identifiers.ts';

/** One `Extension` in DER. */
export type ExtensionDer = Uint8Array;

const extension = (oid: string, critical: boolean, value: Uint8Array): ExtensionDer =>
  sequence(objectIdentifier(oid), ...(critical ? [booleanTrue] : []), octetString(value));

/** KeyUsage, critical as RFC 5280 advises. DER drops trailing zero bits. */
export function keyUsageExtension(usages: readonly KeyUsageName[]): ExtensionDer {
  const bits = keyUsageNames.map((name) => usages.includes(name));
  const last = bits.lastIndexOf(true);
  const bytes = new Uint8Array(Math.ceil((last + 1) / 8));
  bits.forEach((used, bit) => {
    if (used) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (0x80 >> (bit & 7));
  });
  return extension(extensionOids.keyUsage, true, bitString(bytes, bytes.length * 8 - (last + 1)));
}

export const extendedKeyUsageExtension = (purposes: readonly string[]): ExtensionDer =>
  extension(extensionOids.extendedKeyUsage, false, sequence(...purposes.map(objectIdentifier)));

/** Certificate policies, such as the classes of signature tools KC1, KC2 (1.2.643.100.113.1, .2). */
export const certificatePoliciesExtension = (policies: readonly string[]): ExtensionDer =>
  extension(
    extensionOids.certificatePolicies,
    false,
    sequence(...policies.map((policy) => sequence(objectIdentifier(policy)))),
  );

/** Name of the signature tool of the holder (order 795 of the FSB). */
export const subjectSignToolExtension = (tool: string): ExtensionDer =>
  extension(extensionOids.subjectSignTool, false, text(tool, 'utf8'));

/** Names of the authority's signature tool and software, and of the papers that approve them (order 795 of the FSB). */
export const issuerSignToolExtension = (
  names: readonly [signTool: string, authoritySoftware: string, signToolPaper: string, authorityPaper: string],
): ExtensionDer => extension(extensionOids.issuerSignTool, false, sequence(...names.map((name) => text(name, 'utf8'))));

/** How the holder was identified: 0 in person, 1 by a qualified signature, 2 by a foreign passport. */
export const identificationKindExtension = (kind: 0 | 1 | 2): ExtensionDer =>
  extension(extensionOids.identificationKind, false, element(0x02, Uint8Array.of(kind)));

export const basicConstraintsExtension = (authority: boolean): ExtensionDer =>
  extension(extensionOids.basicConstraints, true, sequence(...(authority ? [booleanTrue] : [])));

export const subjectKeyIdentifierExtension = (identifier: Uint8Array): ExtensionDer =>
  extension(extensionOids.subjectKeyIdentifier, false, octetString(identifier));

export const authorityKeyIdentifierExtension = (identifier: Uint8Array): ExtensionDer =>
  extension(extensionOids.authorityKeyIdentifier, false, sequence(element(0x80, identifier)));
