import type { Device, TokenKey } from '../shared/domain/token.ts';
import { accessKeyApplet } from './chosen-token.ts';

/** UTM 3 and 4 name the key of a place so; they do not look at the name (docs/sources.md, UTM). */
export const accessKeyLabel = (fsrarId: string): string => `FSRAR-RSA-${fsrarId}`;

/** Pairs of RSA without a certificate: what a request by files, or an interrupted issue, leaves on a token. */
export const waitingKeys = (device: Device): readonly TokenKey[] =>
  accessKeyApplet(device)?.keys.filter(
    ({ kind, hasPrivate, hasCertificate }) => kind === 'rsa' && hasPrivate && !hasCertificate,
  ) ?? [];

/** The pair that waits for a certificate of this place, by the name the wizard gives such pairs. */
export const waitingKeyOf = (device: Device, fsrarId: string): TokenKey | null =>
  waitingKeys(device).find(({ label, publicKey }) => label === accessKeyLabel(fsrarId) && publicKey !== null) ?? null;
