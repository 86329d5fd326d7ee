import * as pkijs from 'pkijs';
import type { Certificate } from '../shared/domain/certificate.ts';
import {
  attempt,
  bitStringOf,
  type DerNode,
  decodeDer,
  hexOf,
  MalformedDer,
  octetStringOf,
  readAs,
  textOf,
} from './der.ts';
import { extensionOids, keyUsageNames } from './object-identifiers.ts';

/** Extension OID → content of its OCTET STRING. */
export type Extensions = ReadonlyMap<string, Uint8Array>;

/**
 * RFC 5280 forbids repetition; a repeated extension could mean two things, so it is refused.
 * @throws MalformedDer
 */
export function extensionsOf(read: readonly pkijs.Extension[] = []): Extensions {
  const extensions = new Map<string, Uint8Array>();
  for (const { extnID, extnValue } of read) {
    if (extensions.has(extnID)) throw new MalformedDer('an extension twice');
    extensions.set(extnID, octetStringOf(extnValue));
  }
  return extensions;
}

type ExtensionFacts = Pick<
  Certificate,
  | 'keyUsage'
  | 'extendedKeyUsage'
  | 'policies'
  | 'subjectSignTool'
  | 'isAuthority'
  | 'subjectKeyIdentifier'
  | 'authorityKeyIdentifier'
>;

/** What the certificate's extensions say, and how long a chain may grow below it. */
export interface ExtensionReading {
  readonly facts: ExtensionFacts;
  /** pathLenConstraint, `null` without one. */
  readonly pathLength: number | null;
}

const keyUsageOf = (node: DerNode): string[] => {
  const { bytes } = bitStringOf(node);
  return keyUsageNames.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
};

const constraintsOf = (node: DerNode): { isAuthority: boolean; pathLength: number | null } => {
  const { cA, pathLenConstraint = null } = readAs(pkijs.BasicConstraints, node);
  // pkijs leaves numbers as INTEGER that no path has the length of.
  if (typeof pathLenConstraint === 'object' && pathLenConstraint !== null)
    throw new MalformedDer('a path length beyond reason');
  return { isAuthority: cA, pathLength: pathLenConstraint };
};

/**
 * Reads the extensions this domain knows. What decides on rights (basic constraints, key usage) must be well formed;
 * what only informs may be odd and is then as good as absent, so that a person still sees the certificate. For that
 * difference `parsedValue` of pkijs does not serve: it answers a malformed value with an empty one.
 * @throws MalformedDer
 */
export function readExtensions(extensions: Extensions): ExtensionReading {
  const read = <T>(oid: string, parse: (node: DerNode) => T): T | undefined => {
    const content = extensions.get(oid);
    return content && parse(decodeDer(content));
  };
  const readLeniently = <T>(oid: string, parse: (node: DerNode) => T): T | undefined => attempt(() => read(oid, parse));
  const constraints = read(extensionOids.basicConstraints, constraintsOf);
  const identifierOf = (node: DerNode | undefined) => node && hexOf(octetStringOf(node));
  return {
    facts: {
      keyUsage: read(extensionOids.keyUsage, keyUsageOf) ?? [],
      extendedKeyUsage:
        readLeniently(extensionOids.extendedKeyUsage, (node) => readAs(pkijs.ExtKeyUsage, node).keyPurposes) ?? [],
      policies:
        readLeniently(extensionOids.certificatePolicies, (node) =>
          readAs(pkijs.CertificatePolicies, node).certificatePolicies.map(({ policyIdentifier }) => policyIdentifier),
        ) ?? [],
      subjectSignTool: readLeniently(extensionOids.subjectSignTool, textOf) ?? null,
      isAuthority: constraints?.isAuthority ?? false,
      subjectKeyIdentifier: readLeniently(extensionOids.subjectKeyIdentifier, identifierOf) ?? null,
      authorityKeyIdentifier:
        readLeniently(extensionOids.authorityKeyIdentifier, (node) =>
          identifierOf(readAs(pkijs.AuthorityKeyIdentifier, node).keyIdentifier),
        ) ?? null,
    },
    pathLength: constraints?.pathLength ?? null,
  };
}
