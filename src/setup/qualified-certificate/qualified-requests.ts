import { subjectPublicKeyInfo } from '../../pki/certificate-file.ts';
import { sameKey } from '../../pki/public-key.ts';
import type { QualifiedRequest } from '../../shared/domain/qualified-request.ts';
import type { Device, TokenKey } from '../../shared/domain/token.ts';
import type { Result } from '../../shared/result.ts';
import { gostApplet } from '../chosen-token.ts';

/** What is remembered of requests, so that a walk can rest for days. Nothing depends on it but comfort. */
export interface QualifiedRequests {
  /** Problem: `SETUP_FILE_NOT_WRITTEN`. */
  keep(request: QualifiedRequest): Promise<Result<null>>;
  /** Newest first. Never fails: what cannot be read is named, not hidden, be it the folder itself. */
  all(): Promise<{ readonly requests: readonly QualifiedRequest[]; readonly unreadable: readonly string[] }>;
  forget(id: string): Promise<Result<null>>;
}

/**
 * A key that waits for its certificate, a request that was made for one, or both. `waiting`: the key is on a token that
 * is here; `token-absent`: its token is not; `key-gone`: the token is here and the key is not on it.
 */
export interface OpenRequest {
  readonly state: 'waiting' | 'token-absent' | 'key-gone';
  /** Serial of the device. */
  readonly token: string;
  readonly keyId: string;
  /** `null` for a key that another program made, or whose request was forgotten. */
  readonly request: QualifiedRequest | null;
}

export const bytesOf = (base64: string): Uint8Array => new Uint8Array(Buffer.from(base64, 'base64'));

const isGost = ({ kind }: TokenKey): boolean => kind === 'gost-2012-256' || kind === 'gost-2012-512';

/** The ГОСТ keys of a device. Without a sign-in most tokens show the public halves only. */
export const qualifiedKeys = (device: Device): readonly TokenKey[] => gostApplet(device)?.keys.filter(isGost) ?? [];

/** Whether a key on a token is the one of a SubjectPublicKeyInfo (DER). */
export const isKeyOf = ({ publicKey: known }: TokenKey, publicKey: Uint8Array): boolean =>
  known !== null && sameKey(bytesOf(known), publicKey);

const isOf = (request: QualifiedRequest, key: TokenKey): boolean => {
  const publicKey = subjectPublicKeyInfo(bytesOf(request.der));
  return publicKey !== undefined && isKeyOf(key, publicKey);
};

/** The request that was made for a key, `null` where none is remembered. */
export const requestOf = (requests: readonly QualifiedRequest[], key: TokenKey): QualifiedRequest | null =>
  requests.find((request) => isOf(request, key)) ?? null;

/** A key, and its SubjectPublicKeyInfo, DER. */
interface CertifiableKey {
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

/** The keys that a certificate for a token may be of: those that are seen on it, and those that requests were made for. */
export function certifiableKeys(
  token: string,
  device: Device | null,
  requests: readonly QualifiedRequest[],
): readonly CertifiableKey[] {
  const seen = device?.serial === token ? qualifiedKeys(device) : [];
  return [
    ...seen.flatMap(({ keyId, publicKey }) => (publicKey === null ? [] : [{ keyId, publicKey: bytesOf(publicKey) }])),
    ...requests.flatMap(({ token: of, keyId, der }) => {
      const publicKey = of === token ? subjectPublicKeyInfo(bytesOf(der)) : undefined;
      return publicKey ? [{ keyId, publicKey }] : [];
    }),
  ];
}

/**
 * Requests for a token that nothing will come of any more: their key has its certificate, or is gone. Only a reading with
 * a sign-in tells, since without one most tokens hide private keys; a key that does not tell its public half may be any.
 */
export function settledRequests(device: Device, requests: readonly QualifiedRequest[]): readonly QualifiedRequest[] {
  const applet = gostApplet(device);
  if (!applet?.signedIn) return [];
  const { certificates, keys } = applet;
  const mayHide = keys.some(({ publicKey }) => publicKey === null);
  const isCertified = (publicKey: Uint8Array) =>
    certificates.some(({ der, privateKey }) => {
      const certified = privateKey === 'present' ? subjectPublicKeyInfo(bytesOf(der)) : undefined;
      return certified !== undefined && sameKey(certified, publicKey);
    });
  return requests.filter((request) => {
    const publicKey = request.token === device.serial ? subjectPublicKeyInfo(bytesOf(request.der)) : undefined;
    if (publicKey === undefined) return false;
    return isCertified(publicKey) || !(mayHide || keys.some((key) => isKeyOf(key, publicKey)));
  });
}

/**
 * What still waits for a certificate. The keys on the tokens decide; requests only tell what was said about them. A
 * public key alone waits for nothing, unless its request is remembered: its other half may only be out of sight.
 */
export function openRequests(
  devices: readonly Device[],
  requests: readonly QualifiedRequest[],
): readonly OpenRequest[] {
  const waiting = devices.flatMap((device) =>
    qualifiedKeys(device).flatMap((key): OpenRequest[] => {
      const request = requestOf(requests, key);
      if (key.hasCertificate || (!key.hasPrivate && request === null)) return [];
      return [{ state: 'waiting', token: device.serial, keyId: key.keyId, request }];
    }),
  );
  const seen = (request: QualifiedRequest) =>
    devices.some((device) => qualifiedKeys(device).some((key) => isOf(request, key)));
  const unseen = requests
    .filter((request) => !seen(request))
    .map((request): OpenRequest => {
      const present = devices.some(({ serial }) => serial === request.token);
      return { state: present ? 'key-gone' : 'token-absent', token: request.token, keyId: request.keyId, request };
    });
  return [...waiting, ...unseen];
}
