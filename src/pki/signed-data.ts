import {
  childrenOf,
  type DerNode,
  decodeDer,
  integerOf,
  isContext,
  MalformedDer,
  objectIdentifierOf,
  octetStringOf,
  onlyChild,
  primitiveOf,
  rawBytes,
  sequenceOf,
  setOf,
} from './der.ts';

/** Names a signer's certificate: by issuer and serial number, or by subject key identifier. */
type SignerIdentifier =
  | { readonly by: 'issuer'; readonly issuer: Uint8Array; readonly serialNumber: Uint8Array }
  | { readonly by: 'key'; readonly subjectKeyIdentifier: Uint8Array };

export interface SignerStructure {
  readonly identifier: SignerIdentifier;
  /** OID. */
  readonly digestAlgorithm: string;
  /** The signed attributes as the signature covers them, `null` where the content itself is signed. */
  readonly signedAttributes: Uint8Array | null;
  /** Attribute OID → its values. */
  readonly attributes: ReadonlyMap<string, readonly DerNode[]>;
  /** OID. */
  readonly signatureAlgorithm: string;
  readonly signature: Uint8Array;
}

/** CMS SignedData taken apart, nothing interpreted. */
export interface SignedDataStructure {
  readonly contentType: string;
  /** `null` in a detached signature. */
  readonly content: Uint8Array | null;
  readonly certificates: readonly Uint8Array[];
  readonly signers: readonly SignerStructure[];
}

const signedData = '1.2.840.113549.1.7.2';

const identifierOf = (node: DerNode | undefined): SignerIdentifier => {
  if (isContext(node, 0)) return { by: 'key', subjectKeyIdentifier: primitiveOf(node) };
  const [issuer, serialNumber] = sequenceOf(node);
  if (issuer === undefined) throw new MalformedDer('a signer without a name');
  return { by: 'issuer', issuer: rawBytes(issuer), serialNumber: integerOf(serialNumber) };
};

const attributesOf = (node: DerNode): ReadonlyMap<string, readonly DerNode[]> => {
  const attributes = new Map<string, readonly DerNode[]>();
  for (const attribute of childrenOf(node)) {
    const [type, values] = sequenceOf(attribute);
    const oid = objectIdentifierOf(type);
    // RFC 5652, 11: none of the signed attributes this product reads may come twice.
    if (attributes.has(oid)) throw new MalformedDer('a signed attribute twice');
    attributes.set(oid, setOf(values));
  }
  return attributes;
};

/** The implicit tag [0] gives way to SET OF's own before the attributes are signed (RFC 5652, 5.4). */
const asSet = (node: DerNode): Uint8Array => {
  const bytes = rawBytes(node);
  bytes[0] = 0x31;
  return bytes;
};

const signerOf = (node: DerNode): SignerStructure => {
  const [, identifier, digestAlgorithm, ...rest] = sequenceOf(node);
  const attributes = isContext(rest[0], 0) ? rest[0] : undefined;
  const [signatureAlgorithm, signature] = attributes === undefined ? rest : rest.slice(1);
  return {
    identifier: identifierOf(identifier),
    digestAlgorithm: objectIdentifierOf(sequenceOf(digestAlgorithm)[0]),
    signedAttributes: attributes === undefined ? null : asSet(attributes),
    attributes: attributes === undefined ? new Map() : attributesOf(attributes),
    signatureAlgorithm: objectIdentifierOf(sequenceOf(signatureAlgorithm)[0]),
    signature: octetStringOf(signature),
  };
};

const contentOf = (node: DerNode | undefined) => {
  const [type, content] = sequenceOf(node);
  return {
    contentType: objectIdentifierOf(type),
    content: content === undefined ? null : octetStringOf(onlyChild(content)),
  };
};

/** Only X.509 certificates count; the older and other choices of RFC 5652, 10.2.2 carry context tags. */
const isCertificate = (node: DerNode): boolean => node.idBlock.tagClass === 1 && node.idBlock.tagNumber === 16;

/** Bounds the work that a heap of signatures can cause; real documents carry one or two. */
const mostSigners = 32;

const signersOf = (node: DerNode | undefined): readonly SignerStructure[] => {
  const signers = setOf(node);
  if (signers.length > mostSigners) throw new MalformedDer('too many signers');
  return signers.map(signerOf);
};

/**
 * Takes a CMS SignedData apart (RFC 5652, 5), in DER or BER.
 * @throws MalformedDer
 */
export function signedDataStructureOf(bytes: Uint8Array): SignedDataStructure {
  const [type, wrapped] = sequenceOf(decodeDer(bytes));
  if (objectIdentifierOf(type) !== signedData || wrapped === undefined) throw new MalformedDer('not SignedData');
  const [, , encapsulated, ...rest] = sequenceOf(onlyChild(wrapped));
  const certificates = rest.find((part) => isContext(part, 0));
  return {
    ...contentOf(encapsulated),
    certificates: certificates === undefined ? [] : childrenOf(certificates).filter(isCertificate).map(rawBytes),
    signers: signersOf(rest.at(-1)),
  };
}
