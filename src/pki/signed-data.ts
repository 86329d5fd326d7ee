import * as pkijs from 'pkijs';
import {
  childrenOf,
  type DerNode,
  decodeDer,
  integerOf,
  isContext,
  MalformedDer,
  octetStringOf,
  primitiveOf,
  rawBytes,
  readAs,
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

const identifierOf = (identifier: pkijs.IssuerAndSerialNumber | DerNode): SignerIdentifier => {
  if (!(identifier instanceof pkijs.IssuerAndSerialNumber))
    return { by: 'key', subjectKeyIdentifier: primitiveOf(identifier) };
  const { issuer, serialNumber } = identifier;
  return { by: 'issuer', issuer: new Uint8Array(issuer.valueBeforeDecode), serialNumber: integerOf(serialNumber) };
};

const attributesOf = (read: readonly pkijs.Attribute[]): ReadonlyMap<string, readonly DerNode[]> => {
  const attributes = new Map<string, readonly DerNode[]>();
  for (const { type, values } of read) {
    // RFC 5652, 11: none of the signed attributes this product reads may come twice.
    if (attributes.has(type)) throw new MalformedDer('a signed attribute twice');
    // An empty SET leaves `values` undefined, whatever its type says.
    attributes.set(type, values ?? []);
  }
  return attributes;
};

const signerOf = (node: DerNode): SignerStructure => {
  const signer = readAs(pkijs.SignerInfo, node);
  return {
    identifier: identifierOf(signer.sid),
    digestAlgorithm: signer.digestAlgorithm.algorithmId,
    // pkijs keeps the bytes as they came and gives them the tag under which they are signed (RFC 5652, 5.4).
    signedAttributes: signer.signedAttrs === undefined ? null : new Uint8Array(signer.signedAttrs.encodedValue),
    attributes: attributesOf(signer.signedAttrs?.attributes ?? []),
    signatureAlgorithm: signer.signatureAlgorithm.algorithmId,
    signature: octetStringOf(signer.signature),
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
 * Takes a CMS SignedData apart (RFC 5652, 5), in DER or BER. `pkijs.SignedData` would refuse the whole of it for one
 * certificate or revocation list that it cannot read, reads every signer before they can be counted, and forgets the
 * bytes of the certificates; so its parts are read one by one.
 * @throws MalformedDer
 */
export function signedDataStructureOf(bytes: Uint8Array): SignedDataStructure {
  const { contentType, content } = readAs(pkijs.ContentInfo, decodeDer(bytes));
  if (contentType !== pkijs.ContentInfo.SIGNED_DATA) throw new MalformedDer('not SignedData');
  const [, , encapsulated, ...rest] = sequenceOf(content);
  const { eContentType, eContent } = readAs(pkijs.EncapsulatedContentInfo, encapsulated);
  const certificates = rest.find((part) => isContext(part, 0));
  return {
    contentType: eContentType,
    content: eContent === undefined ? null : octetStringOf(eContent),
    certificates: certificates === undefined ? [] : childrenOf(certificates).filter(isCertificate).map(rawBytes),
    signers: signersOf(rest.at(-1)),
  };
}
