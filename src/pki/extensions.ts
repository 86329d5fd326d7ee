import type { Certificate } from '../shared/domain/certificate.ts';
import {
  attempt,
  bitStringOf,
  booleanOf,
  type DerNode,
  decodeDer,
  hexOf,
  integerOf,
  isContext,
  MalformedDer,
  objectIdentifierOf,
  octetStringOf,
  primitiveOf,
  sequenceOf,
  textOf,
} from './der.ts';
import { extensionOids, keyUsageNames } from './object-identifiers.ts';

/** Extension OID → content of its OCTET STRING. */
export type Extensions = ReadonlyMap<string, Uint8Array>;

/**
 * Reads `Extensions`. RFC 5280 forbids repetition; a repeated extension could mean two things, so it is refused.
 * @throws MalformedDer
 */
export function extensionsOf(node: DerNode | undefined): Extensions {
  const extensions = new Map<string, Uint8Array>();
  for (const extension of node === undefined ? [] : sequenceOf(node)) {
    const [type, ...rest] = sequenceOf(extension);
    const oid = objectIdentifierOf(type);
    if (extensions.has(oid)) throw new MalformedDer('an extension twice');
    extensions.set(oid, octetStringOf(rest.at(-1)));
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

const oidsOf = (node: DerNode): string[] => sequenceOf(node).map((oid) => objectIdentifierOf(oid));

const keyUsageOf = (node: DerNode): string[] => {
  const { bytes } = bitStringOf(node);
  return keyUsageNames.filter((_, bit) => ((bytes[bit >> 3] ?? 0) & (0x80 >> (bit & 7))) !== 0);
};

const constraintsOf = (node: DerNode): { isAuthority: boolean; pathLength: number | null } => {
  const [first, second] = sequenceOf(node);
  if (first === undefined) return { isAuthority: false, pathLength: null };
  const pathLength = second === undefined ? null : Number(`0x${hexOf(integerOf(second))}`);
  return { isAuthority: booleanOf(first), pathLength };
};

/**
 * Reads the extensions this domain knows. What decides on rights (basic constraints, key usage) must be well formed;
 * what only informs may be odd and is then as good as absent, so that a person still sees the certificate.
 * @throws MalformedDer
 */
export function readExtensions(extensions: Extensions): ExtensionReading {
  const read = <T>(oid: string, parse: (node: DerNode) => T): T | undefined => {
    const content = extensions.get(oid);
    return content && parse(decodeDer(content));
  };
  const readLeniently = <T>(oid: string, parse: (node: DerNode) => T): T | undefined => attempt(() => read(oid, parse));
  const constraints = read(extensionOids.basicConstraints, constraintsOf);
  return {
    facts: {
      keyUsage: read(extensionOids.keyUsage, keyUsageOf) ?? [],
      extendedKeyUsage: readLeniently(extensionOids.extendedKeyUsage, oidsOf) ?? [],
      policies:
        readLeniently(extensionOids.certificatePolicies, (node) =>
          sequenceOf(node).map((policy) => objectIdentifierOf(sequenceOf(policy)[0])),
        ) ?? [],
      subjectSignTool: readLeniently(extensionOids.subjectSignTool, textOf) ?? null,
      isAuthority: constraints?.isAuthority ?? false,
      subjectKeyIdentifier:
        readLeniently(extensionOids.subjectKeyIdentifier, (node) => hexOf(octetStringOf(node))) ?? null,
      authorityKeyIdentifier:
        readLeniently(extensionOids.authorityKeyIdentifier, (node) => {
          const identifier = sequenceOf(node).find((part) => isContext(part, 0));
          return identifier === undefined ? undefined : hexOf(primitiveOf(identifier));
        }) ?? null,
    },
    pathLength: constraints?.pathLength ?? null,
  };
}
