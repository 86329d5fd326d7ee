import { parseCertificate } from '../pki/certificate.ts';
import { verifyChain } from '../pki/certificate-chain.ts';
import type { TokenCertificate, TokenKey } from '../shared/domain/token.ts';
import { problem } from '../shared/problems/problem.ts';
import { comparableId, findObjects, type OpenToken, optionalAttribute, textAttribute } from './attribute-reading.ts';
import { type KeyObject, readKeyObjects } from './key-objects.ts';
import { CKA, CKO } from './pkcs11-numbers.ts';

type CertificateObject = Omit<TokenCertificate, 'privateKey' | 'chain'>;

function readCertificates(token: OpenToken): readonly CertificateObject[] {
  return findObjects(token, [{ type: CKA.class, value: CKO.certificate }]).map((handle) => {
    const der = optionalAttribute(token, handle, CKA.value) ?? Buffer.alloc(0);
    const reading = parseCertificate(der);
    return {
      keyId: optionalAttribute(token, handle, CKA.id)?.toString('hex') ?? '',
      label: textAttribute(token, handle, CKA.label),
      der: der.toString('base64'),
      certificate: reading.ok ? reading.certificate : null,
      problem: reading.ok ? null : problem('TOKEN_CERTIFICATE_UNREADABLE', {}, { reason: reading.reason }),
    };
  });
}

const nameOf = (der: Uint8Array): string => {
  const reading = parseCertificate(der);
  return reading.ok ? (reading.certificate.subject.commonName ?? reading.certificate.subject.text) : '';
};

/** The authorities above a certificate, by the certificates of authorities that the token itself carries. */
function chainOf(entry: CertificateObject, authorities: readonly Uint8Array[]): string[] {
  if (!entry.certificate || authorities.length === 0) return [];
  const certificate = Buffer.from(entry.der, 'base64');
  const { path } = verifyChain({ certificate, trusted: authorities, intermediates: authorities, at: new Date() });
  return path.slice(1).map(nameOf);
}

const publicKeyOf = (group: readonly KeyObject[]): string | null => {
  const publicKey = group.find((object) => object.publicKey !== null)?.publicKey;
  return publicKey ? Buffer.from(publicKey).toString('base64') : null;
};

/** Key objects joined by CKA_ID and kind: the halves of one pair are one key. */
function joinKeys(objects: readonly KeyObject[], certificateIds: ReadonlySet<string>): TokenKey[] {
  const groups = new Map<string, KeyObject[]>();
  for (const object of objects) {
    const identity = `${comparableId(object.keyId)}/${object.kind}`;
    groups.set(identity, [...(groups.get(identity) ?? []), object]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    return {
      keyId: first.keyId,
      label: group.find((object) => object.label !== '')?.label ?? '',
      kind: first.kind,
      bits: group.find((object) => object.bits !== null)?.bits ?? null,
      publicKey: publicKeyOf(group),
      hasPublic: group.some((object) => object.role === 'public'),
      hasPrivate: group.some((object) => object.role === 'private'),
      hasCertificate: certificateIds.has(comparableId(first.keyId)),
    };
  });
}

/**
 * Certificates and keys of a token as the session sees them. Without a sign-in a private key that is not seen may
 * still be there, so its presence is `unknown` then.
 */
export function readObjects(
  token: OpenToken,
  signedIn: boolean,
): { readonly certificates: TokenCertificate[]; readonly keys: TokenKey[] } {
  const certificates = readCertificates(token);
  const keyObjects = readKeyObjects(token);
  const privateIds = new Set(
    keyObjects.filter((object) => object.role === 'private').map((object) => comparableId(object.keyId)),
  );
  const presence = (keyId: string): TokenCertificate['privateKey'] =>
    privateIds.has(comparableId(keyId)) ? 'present' : signedIn ? 'absent' : 'unknown';
  const authorities = certificates
    .filter(({ certificate }) => certificate?.isAuthority)
    .map(({ der }) => Buffer.from(der, 'base64'));
  return {
    certificates: certificates.map((entry) => ({
      ...entry,
      chain: chainOf(entry, authorities),
      privateKey: presence(entry.keyId),
    })),
    keys: joinKeys(keyObjects, new Set(certificates.map((entry) => comparableId(entry.keyId)))),
  };
}
